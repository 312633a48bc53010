import { decodeText } from '../text/encoding';
import { flatPage, type FormatReader } from '../reader';

/** Plain text: a line is a line. */
export const textReader: FormatReader = {
  format: 'text',
  async read(file) {
    const text = await decodeText(file.data);
    const lines = text.split(/\r\n|[\n\r\f\u2028\u2029]/u).map((line) => ({ text: line, page: 1 }));
    return { format: 'text', mimeType: 'text/plain', lines, pages: [flatPage] };
  },
};
