import { openArchive, type Archive } from '../office/archive';
import type { ReadContext, SourceFile } from '../reader';
import { attribute, child, descendants, elementsOf, textOf } from '../xml/parse';
import { readSheet } from './sheet';
import type { Grid } from './types';

/** Number formats of Office that show a date or a time. ECMA-376, 18.8.30. */
const isBuiltInDate = (id: number) => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58);
const MOST_SHEETS = 50;

/** What cells refer to by number. */
export interface Book {
  strings: string[];
  /** Per cell style: whether it shows a date. */
  dates: boolean[];
  /** Days are counted from 1904 rather than 1900. */
  is1904: boolean;
}

/**
 * An Excel workbook's visible sheets, read from their own XML as they stream by: what a formula gave when the file was saved counts, nothing is computed.
 * Throws `corrupt`, `zip-bomb`, `unsafe-xml`.
 */
export function readXlsx(file: SourceFile, { limits, check }: ReadContext): Grid[] {
  const archive = openArchive(file.data, file.fileName, limits.unpackedBytes);
  const workbook = archive.xml('xl/workbook.xml');
  const book: Book = {
    strings: sharedStrings(archive),
    dates: dateStyles(archive),
    is1904: /^(?:1|true)$/.test(attribute(child(workbook ?? undefined, 'workbookPr'), 'date1904') ?? ''),
  };
  const targets = new Map(
    elementsOf(archive.xml('xl/_rels/workbook.xml.rels') ?? undefined, 'Relationship').map((r) => [
      r.attributes.Id ?? '',
      (r.attributes.Target ?? '').replace(/^\/xl\/|^\//, ''),
    ]),
  );
  return elementsOf(child(workbook ?? undefined, 'sheets'), 'sheet')
    .filter((sheet) => !/hidden/i.test(attribute(sheet, 'state') ?? ''))
    .slice(0, MOST_SHEETS)
    .flatMap((sheet) => {
      check();
      const xml = archive.text(`xl/${targets.get(attribute(sheet, 'id') ?? '') ?? ''}`);
      return xml
        ? [{ name: attribute(sheet, 'name') ?? '', ...readSheet(xml, book, limits.rows + 20, file.fileName) }]
        : [];
    });
}

/** Texts that cells share; what is only there to be read aloud (`rPh`) is left out. */
function sharedStrings(archive: Archive): string[] {
  const root = archive.xml('xl/sharedStrings.xml');
  return elementsOf(root ?? undefined, 'si').map((item) => {
    const runs = elementsOf(item).filter((e) => e.name === 't' || e.name === 'r');
    return runs.map((e) => textOf(e.name === 't' ? e : child(e, 't'))).join('');
  });
}

function dateStyles(archive: Archive): boolean[] {
  const styles = archive.xml('xl/styles.xml') ?? undefined;
  const own = new Map(
    descendants(child(styles, 'numFmts'), 'numFmt').map((f) => [
      Number(attribute(f, 'numFmtId')),
      showsDate(attribute(f, 'formatCode') ?? ''),
    ]),
  );
  return elementsOf(child(styles, 'cellXfs'), 'xf').map((xf) => {
    const id = Number(attribute(xf, 'numFmtId') ?? 0);
    return own.get(id) ?? isBuiltInDate(id);
  });
}

/** Days or years outside of quoted text, escapes and conditions (`[Red]`). */
const showsDate = (format: string) => /[dyj]|mm/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, ''));
