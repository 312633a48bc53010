import type { DraftLine } from '../reader';
import type { PageInfo } from '../types';
import type { RecognisedPage } from './recognise';

const round = (value: number, digits: number) => Number(value.toFixed(digits));

/** What Tesseract makes of a round bullet before a statement. */
const BULLET = /^(?:eo?|o|[+*¢°®©=<>«»·])\s+(?=[\p{Lu}\d])/u;

function withBullets(text: string): string {
  // A quotation that ends in the same line begins with a real mark.
  if (/^«/.test(text) && text.includes('»')) return text;
  return text.replace(BULLET, '• ');
}

/** A recognised page as lines and page data. */
export function recognisedLines(page: RecognisedPage, number: number): { lines: DraftLine[]; info: PageInfo } {
  const lines = page.lines.map((line): DraftLine => {
    const y = line.y - 0.8 * line.size;
    return {
      text: withBullets(line.text),
      page: number,
      box: { x: round(line.x0, 2), y: round(y, 2), width: round(line.x1 - line.x0, 2), height: round(line.size, 2) },
      fontSize: round(line.size, 1),
      block: line.block,
      ...(line.confidence !== undefined && { confidence: round(line.confidence, 3) }),
    };
  });
  const { width, height, confidence } = page;
  const info: PageInfo = {
    number,
    width: round(width, 1),
    height: round(height, 1),
    source: 'ocr',
    ...(page.turns !== 0 && { turned: page.turns }),
    confidence: round(confidence, 3),
  };
  return { lines, info };
}
