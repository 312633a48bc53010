import type { FormatReader } from '../reader';
import type { DocumentFormat } from '../types';
import { docReader } from './doc';
import { docxReader } from './docx';
import { europassReader } from './europass';
import { htmlReader } from './html';
import { imageReader } from './image';
import { jsonResumeReader } from './json-resume';
import { markdownReader } from './markdown';
import { odtReader } from './odt';
import { pdfReader } from './pdf';
import { rtfReader } from './rtf';
import { tableRowReader } from './table-row';
import { textReader } from './text';

/** Readers load their large parsers (pdf.js, Tesseract…) only when they read. */
const readers: Record<DocumentFormat, FormatReader> = {
  pdf: pdfReader,
  docx: docxReader,
  doc: docReader,
  odt: odtReader,
  rtf: rtfReader,
  html: htmlReader,
  text: textReader,
  markdown: markdownReader,
  image: imageReader,
  'json-resume': jsonResumeReader,
  'europass-xml': europassReader,
  'hr-xml': europassReader,
  'hr-open-json': jsonResumeReader,
  'table-row': tableRowReader,
};

export const readerFor = (format: DocumentFormat): FormatReader => readers[format];
