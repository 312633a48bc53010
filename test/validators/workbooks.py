"""Reads XLSX files with openpyxl and writes their cells as JSON: {file: {sheet: [[value, ...], ...]}}."""
import json
import sys
from pathlib import Path

from openpyxl import load_workbook


def cells(path):
    book = load_workbook(path)
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book.worksheets}


json.dump({Path(path).name: cells(path) for path in sys.argv[1:]}, sys.stdout, default=str)
