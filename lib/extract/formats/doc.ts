import { VivierError } from '../../errors';
import { flatPage, type FormatReader, type ReaderResult } from '../reader';

/** A stream's name in the directory of an OLE file is UTF-16. */
const hasStream = (data: Uint8Array, name: string) =>
  Buffer.from(data.buffer, data.byteOffset, data.byteLength).includes(Buffer.from(name, 'utf16le'));

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
        document.getHeaders({ includeFooters: false }),
        document.getBody(),
        document.getTextboxes(),
        document.getFootnotes(),
        document.getEndnotes(),
        document.getFooters(),
      ].join('\n');
    } catch (error) {
      const isLocked = error instanceof Error && /encrypt|password/i.test(error.message);
      throw new VivierError(isLocked ? 'encrypted' : 'corrupt', { fileName }, { cause: error });
    }
    // Word marks cells with U+0007 and line breaks with U+000B.
    const lines = text.split(/[\n\r\u000b\u000c]/u).map((line) => ({ text: line.replace(/\u0007/g, '\t'), page: 1 }));
    return { format: 'doc', mimeType: 'application/msword', lines, pages: [flatPage] };
  },
};
