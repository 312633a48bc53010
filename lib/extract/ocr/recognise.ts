import type { Worker as TesseractWorker } from 'tesseract.js';
import { layoutWords, type LayoutLine, type Word } from '../layout';
import { estimateSkew } from '../layout/skew';
import type { ReadContext } from '../reader';
import { evenLight } from './light';
import { rotate, scale, shear, toPgm, type Grey } from './picture';
import { withWorker } from './pool';

/** Tesseract works best near 300 dots an inch; an A4 page then is 3508 pixels high. */
const BEST_LONG_SIDE = 3300;
const LONGEST_SIDE = 4200;
const SHORTEST_SIDE = 2600;
/** Longer side of the picture on which the four orientations are tried. */
const TRIAL_SIDE = 1600;
/** Mean word confidence under which a page is taken for turned, and at which it is certainly upright. */
const DOUBTFUL = 0.65;
/** Words less sure than this are specks, stamps and pieces of pictures. */
const LEAST_CONFIDENCE = 0.25;

export interface RecognisedPage {
  lines: LayoutLine[];
  /** Mean word confidence, 0 to 1. */
  confidence: number;
  /** Points. */
  width: number;
  height: number;
  /** Quarter turns clockwise that made the page upright. */
  turns: number;
}

interface Reading {
  words: Word[];
  confidence: number;
  letters: number;
}

/** How likely a reading is the right way up: sure words with letters in them. */
const merit = (reading: Reading) =>
  reading.confidence * reading.confidence * Math.sqrt(Math.min(reading.letters, 2000));

async function read(worker: TesseractWorker, picture: Grey, pointsPerPixel: number): Promise<Reading> {
  const { data } = await worker.recognize(toPgm(picture), {}, { blocks: true, text: false });
  const words: Word[] = [];
  let [sum, letters] = [0, 0];
  for (const line of (data.blocks ?? []).flatMap((b) => b.paragraphs.flatMap((p) => p.lines))) {
    const { x0, y0, x1, y1 } = line.baseline;
    const slope = x1 > x0 ? (y1 - y0) / (x1 - x0) : 0;
    const size = lineSize(line);
    for (const word of line.words) {
      const text = word.text.trim();
      const confidence = word.confidence / 100;
      if (text === '' || confidence < LEAST_CONFIDENCE) continue;
      const middle = (word.bbox.x0 + word.bbox.x1) / 2;
      words.push({
        text,
        x0: word.bbox.x0 * pointsPerPixel,
        x1: word.bbox.x1 * pointsPerPixel,
        y: (y0 + slope * (middle - x0)) * pointsPerPixel,
        size: size * pointsPerPixel,
        bold: false,
        confidence,
      });
      const count = (text.match(/[\p{L}\p{N}]/gu) ?? []).length;
      sum += confidence * count;
      letters += count;
    }
  }
  return { words, confidence: letters > 0 ? sum / letters : 0, letters };
}

/** Font size in pixels from the height of the line's row, which Tesseract measures from descender to ascender. */
function lineSize(line: {
  rowAttributes?: { rowHeight?: number; row_height?: number };
  bbox: { y0: number; y1: number };
}): number {
  const measured = line.rowAttributes?.rowHeight ?? line.rowAttributes?.row_height;
  return measured && measured > 0 ? measured : line.bbox.y1 - line.bbox.y0;
}

function prepared(picture: Grey): Grey {
  const long = Math.max(picture.width, picture.height);
  const sized = long > LONGEST_SIDE || long < SHORTEST_SIDE ? scale(picture, BEST_LONG_SIDE / long) : picture;
  return evenLight(sized);
}

/** Quarter turns that make the page upright: each is tried on a small copy. */
async function uprightTurns(worker: TesseractWorker, picture: Grey, context: ReadContext): Promise<number> {
  const small = scale(picture, Math.min(1, TRIAL_SIDE / Math.max(picture.width, picture.height)));
  let best = { turns: 0, merit: 0 };
  for (const turns of [0, 1, 3, 2]) {
    context.check();
    const reading = await read(worker, rotate(small, turns), 1);
    if (merit(reading) > best.merit) best = { turns, merit: merit(reading) };
  }
  return best.turns;
}

const readable = (reading: Reading) => reading.confidence >= DOUBTFUL && reading.letters >= 20;

/**
 * Words of a page's picture in reading order. Light is made even, a page that lies on its side or upside down is turned, a slanted one made level.
 * `pointsPerPixel` refers to the picture as given.
 */
export async function recognisePage(
  original: Grey,
  pointsPerPixel: number,
  context: ReadContext,
): Promise<RecognisedPage> {
  return withWorker(context.ocrLanguages, context.signal, async (worker) => {
    let picture = prepared(original);
    const unit = (pointsPerPixel * original.width) / picture.width;
    let turns = 0;
    context.check();
    let reading = await read(worker, picture, unit);
    if (!readable(reading)) {
      turns = await uprightTurns(worker, picture, context);
      if (turns !== 0) {
        picture = rotate(picture, turns);
        reading = await read(worker, picture, unit);
      }
    }
    const slope = estimateSkew(reading.words.map((w) => ({ x: w.x0, y: w.y })));
    if (Math.abs(slope) > 0.008) {
      context.check();
      const level = await read(worker, shear(picture, slope), unit);
      if (merit(level) >= merit(reading) * 0.97) reading = level;
    }
    return {
      lines: layoutWords(reading.words),
      confidence: reading.confidence,
      width: picture.width * unit,
      height: picture.height * unit,
      turns,
    };
  });
}
