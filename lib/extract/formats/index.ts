import type { FormatReader } from '../reader';
import type { DocumentFormat } from '../types';
import { docxReader } from './docx';
import { imageReader } from './image';
import { markdownReader } from './markdown';
import { pdfReader } from './pdf';
import { textReader } from './text';

const readers: FormatReader[] = [pdfReader, docxReader, imageReader, textReader, markdownReader];

/** The reader of a format. Readers load their large parsers (pdf.js, Tesseract…) only when they read. */
export function readerFor(format: DocumentFormat): FormatReader | null {
  return readers.find((reader) => reader.format === format) ?? null;
}
