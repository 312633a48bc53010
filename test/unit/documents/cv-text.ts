import { strFromU8, unzipSync } from 'fflate';
import { CV_FORMATS, type CompanyCv } from '../../../lib/documents';
import { extractDocument } from '../../../lib/extract';

/** Letters and digits in lower case with one space between words: what two ways of setting the same words share. */
export function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Cf}\p{Cc}\p{Cs}]/gu, (mark) => (mark === '\n' || mark === '\t' ? ' ' : ''))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const ENTITIES: Record<string, string> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  '#39': "'",
  nbsp: '\u00A0',
};
const decoded = (text: string) =>
  text
    .replace(/&(lt|gt|amp|quot|apos|#39|nbsp);/g, (_, name: string) => ENTITIES[name])
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));

/** The lines that a reader of the document sees, whatever its format. A table's cells and a Word file's tabs are lines of their own. */
export async function linesOf({ data, format }: Pick<CompanyCv, 'data' | 'format'>): Promise<string[]> {
  return (await textOf(data, format))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

async function textOf(data: Buffer, format: CompanyCv['format']): Promise<string> {
  switch (format) {
    case 'md':
      return data.toString('utf8').replace(/\\([!-/:-@[-`{-~])/g, '$1');
    case 'html': {
      const body = data.toString('utf8').replace(/[^]*<body[^>]*>/, '');
      return decoded(body.replace(/<\/?(?:strong|em|i)(?: [^>]*)?>/g, '').replace(/<[^>]*>/g, '\n'));
    }
    case 'docx': {
      const files = unzipSync(data);
      const parts = Object.keys(files).filter((name) => /^word\/(?:document|header\d*|footer\d*)\.xml$/.test(name));
      const xml = parts.map((name) => strFromU8(files[name])).join('\n');
      return decoded(
        xml
          .replace(/<w:instrText[^>]*>[^<]*/g, '')
          .replace(/<\/w:p>|<w:tab\/>|<w:br\/>/g, '\n')
          .replace(/<[^>]*>/g, ''),
      );
    }
    case 'pdf': {
      const { lines } = await extractDocument({ data, fileName: 'cv.pdf' });
      return lines.map(({ text }) => text).join('\n');
    }
  }
}

export const FORMATS = [...CV_FORMATS];
