import { decodeText } from '../text/encoding';
import { flatPage, type FormatReader } from '../reader';

/** Three blanks or more inside a line set its parts apart, as a tab does. */
const WIDE = /(?<=\S)\s{3,}(?=\S)/gu;

/** Plain text: a line is a line; an empty one is white above the next. */
export const textReader: FormatReader = {
  format: 'text',
  async read(file) {
    const { text, warnings } = await decodeText(file.data);
    const raw = text.split(/\r\n|[\n\r\f\u2028\u2029]/u);
    const lines = raw.map((line, i) => ({
      text: line.replace(WIDE, '\t'),
      page: 1,
      ...(i > 0 && raw[i - 1].trim() === '' && { gapBefore: true }),
    }));
    return { format: 'text', mimeType: 'text/plain', lines, pages: [flatPage], warnings };
  },
};
