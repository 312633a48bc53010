import { VivierError } from '../../errors';
import { flatPage, type FormatReader, type ReaderResult } from '../reader';
import { RtfParser } from '../rtf/parse';

/** Rich Text Format, by a reader of our own: libraries for it lose hidden marks, links and headers. */
export const rtfReader: FormatReader = {
  format: 'rtf',
  async read(file): Promise<ReaderResult> {
    const { default: iconv } = await import('iconv-lite');
    const source = Buffer.from(file.data).toString('latin1');
    const parser = new RtfParser((bytes, codePage) => {
      const name = codePage === 10000 ? 'macroman' : codePage === 65001 ? 'utf-8' : `cp${codePage}`;
      return iconv.decode(Buffer.from(bytes), iconv.encodingExists(name) ? name : 'windows-1252');
    });
    parser.parse(source);
    const { lines, links, hidden } = parser.builder;
    // Some mailers pad with zero bytes.
    const isWhole = source.replaceAll('\0', '').trimEnd().endsWith('}');
    if (lines.length === 0 && !isWhole) throw new VivierError('truncated', { fileName: file.fileName });
    return {
      format: 'rtf',
      mimeType: 'application/rtf',
      pages: [flatPage],
      lines,
      links,
      hiddenText: hidden,
      properties: parser.properties,
      beside: parser.beside,
      ...(!isWhole && { partial: 'truncated' }),
    };
  },
};
