import type { RawLine, Rectangle } from './engine';

const LINE = /<span class='ocr_(?:line|header|caption|textfloat)'[^>]*title="([^"]*)">/g;
const WORD = /<span class='ocrx_word'[^>]*title='([^']*)'[^>]*>(.*?)<\/span>/gs;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function numbersAfter(title: string, name: string): number[] {
  const found = new RegExp(String.raw`(?:^|; )${name} ([-\d. ]+)`).exec(title)?.[1];
  return found ? found.trim().split(' ').map(Number) : [];
}

function boxOf(title: string): Rectangle {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = numbersAfter(title, 'bbox');
  return { x0, y0, x1, y1 };
}

const plain = (markup: string) =>
  markup.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name]);

/** Lines of Tesseract's hOCR output, whose form is that of its hocrrenderer.cpp; TSV has neither baselines nor the height of rows. */
export function readHocr(hocr: string): RawLine[] {
  const heads = [...hocr.matchAll(LINE)];
  return heads.map((head, i): RawLine => {
    const [, title] = head;
    const bbox = boxOf(title);
    // Slope, and how far the line's foot lies under the baseline at its left end.
    const [slope = 0, foot = 0] = numbersAfter(title, 'baseline');
    const y0 = bbox.y1 + foot;
    const body = hocr.slice(head.index + head[0].length, heads[i + 1]?.index);
    return {
      bbox,
      baseline: { x0: bbox.x0, y0, x1: bbox.x1, y1: y0 + slope * (bbox.x1 - bbox.x0) },
      height: numbersAfter(title, 'x_size')[0] ?? 0,
      words: [...body.matchAll(WORD)].map(([, about, text]) => ({
        text: plain(text),
        confidence: numbersAfter(about, 'x_wconf')[0] ?? 0,
        bbox: boxOf(about),
      })),
    };
  });
}
