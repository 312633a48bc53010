import { VivierError } from '../../errors';
import { flatPage, type FormatReader, type ReaderResult } from '../reader';

/** A stream's name in the directory of an OLE file is UTF-16. */
const hasStream = (data: Uint8Array, name: string) =>
  Buffer.from(data.buffer, data.byteOffset, data.byteLength).includes(Buffer.from(name, 'utf16le'));

/** What Word puts at the end of a table's cell. */
const CELL_MARK = String.fromCharCode(7);
/** Paragraphs, line breaks (vertical tab) and page breaks (form feed). */
const BREAKS = /[\n\r\v\f]/;
/** Typographic quotes and dashes as they are, not as ASCII. */
const asWritten = { filterUnicode: false };

/** Word 97 to 2003, by word-extractor: Word's binary format is not worth a reader of our own. Headers come first, footers and notes last. */
export const docReader: FormatReader = {
  format: 'doc',
  async read(file): Promise<ReaderResult> {
    const { data, fileName } = file;
    if (hasStream(data, 'EncryptedPackage')) throw new VivierError('encrypted', { fileName });
    if (!hasStream(data, 'WordDocument')) throw new VivierError('unknown-type', { fileName, what: 'OLE' });
    const { default: WordExtractor } = await import('word-extractor');
    let text: string;
    try {
      const document = await new WordExtractor().extract(Buffer.from(data));
      text = [
        document.getHeaders({ includeFooters: false, ...asWritten }),
        document.getBody(asWritten),
        document.getTextboxes(asWritten),
        document.getFootnotes(asWritten),
        document.getEndnotes(asWritten),
        document.getFooters(asWritten),
      ].join('\n');
    } catch (error) {
      const isLocked = error instanceof Error && /encrypt|password/i.test(error.message);
      throw new VivierError(isLocked ? 'encrypted' : 'corrupt', { fileName }, { cause: error });
    }
    const lines = text.split(BREAKS).map((line) => ({ text: line.replaceAll(CELL_MARK, '\t'), page: 1 }));
    return { format: 'doc', mimeType: 'application/msword', lines, pages: [flatPage] };
  },
};
