import { layoutWords, median, type LayoutLine, type Word } from '../layout';
import type { ReadContext } from '../reader';
import { corrected } from './corrections';
import type { OcrEngine, RawLine } from './engine';
import { asInked } from './ink';
import { evenGrounds } from './grounds';
import { evenLight, isEvenlyLit } from './light';
import { densestStrip, standsUpright } from './orientation';
import { rotate, scale, shear, smoothEnlarge, type Grey } from './picture';
import { withEngine } from './engines';

/** Tesseract works best near 300 dots an inch; an A4 page then is 3508 pixels high. */
const BEST_LONG_SIDE = 3300;
const LONGEST_SIDE = 4200;
const SHORTEST_SIDE = 2600;
/** A page of about 120 dots an inch or less, such as a fax. */
const COARSE_SIDE = 1450;
/** Longer side of the picture on which the four orientations are tried. */
const TRIAL_SIDE = 1600;
/** Mean word confidence under which a page may be turned, and over which it is certainly upright. */
const DOUBTFUL = 0.65;
const CERTAIN = 0.85;
/** Short words less sure than this are specks and pieces of pictures; longer ones are kept: nothing is lost. */
const LEAST_CONFIDENCE = 0.25;

/** Slope from which Tesseract reads a page better when it is made level (about 2 degrees). */
const STEEP = 0.035;

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
  /** How much the page's lines fall to the right. */
  slope: number;
  /** Share of the letters that stand in lines running up or down the page. */
  vertical: number;
}

/** How likely a reading is the right way up: sure words with letters in them, in level lines. */
const merit = (reading: Reading) =>
  reading.confidence ** 2 * Math.sqrt(Math.min(reading.letters, 2000)) * (1 - reading.vertical);

const lettersIn = (text: string) => (text.match(/[\p{L}\p{N}]/gu) ?? []).length;
const lineLetters = (line: RawLine) => line.words.reduce((n, w) => n + lettersIn(w.text), 0);
const slopeOf = ({ baseline: b }: RawLine) => (b.x1 > b.x0 ? (b.y1 - b.y0) / (b.x1 - b.x0) : 0);

/** A word of several letters that is much higher than wide is read from bottom to top or top to bottom. */
function isVertical(line: RawLine): boolean {
  const long = line.words.filter((w) => lettersIn(w.text) >= 4);
  const upright = long.filter((w) => w.bbox.y1 - w.bbox.y0 < 1.3 * (w.bbox.x1 - w.bbox.x0));
  return long.length > 0 && upright.length < long.length / 2;
}

async function read(engine: OcrEngine, picture: Grey, pointsPerPixel: number): Promise<Reading> {
  const lines = await engine.recognise(picture);
  const level = lines.filter((line) => !isVertical(line) && line.bbox.x1 - line.bbox.x0 > picture.width / 8);
  const slope = median(level.map(slopeOf));
  const words: Word[] = [];
  let [sum, letters, vertical] = [0, 0, 0];
  for (const line of lines) {
    if (isVertical(line)) vertical += lineLetters(line);
    const middle = (line.baseline.x0 + line.baseline.x1) / 2;
    // All words of a line get one baseline, as if the page were level: single words' boxes are too rough for the layout.
    const y = (line.baseline.y0 + line.baseline.y1) / 2 - slope * (middle - picture.width / 2);
    for (const word of line.words) {
      const inked = asInked(word.text.trim(), word.bbox, line, picture);
      const text = corrected(inked, (word.bbox.x1 - word.bbox.x0) / lineSize(line));
      const confidence = word.confidence / 100;
      if (text === '' || (confidence < LEAST_CONFIDENCE && lettersIn(text) < 3)) continue;
      words.push({
        text,
        x0: word.bbox.x0 * pointsPerPixel,
        x1: word.bbox.x1 * pointsPerPixel,
        y: y * pointsPerPixel,
        size: lineSize(line) * pointsPerPixel,
        bold: false,
        confidence,
      });
      sum += confidence * lettersIn(text);
      letters += lettersIn(text);
    }
  }
  return {
    words,
    confidence: letters > 0 ? sum / letters : 0,
    letters,
    slope,
    vertical: letters > 0 ? vertical / letters : 0,
  };
}

/** Font size in pixels from the height of the line's row, which Tesseract measures from descender to ascender. */
function lineSize(line: RawLine): number {
  return line.height > 0 ? line.height : line.bbox.y1 - line.bbox.y0;
}

function sized(picture: Grey): Grey {
  const long = Math.max(picture.width, picture.height);
  if (long <= COARSE_SIDE) return smoothEnlarge(picture, BEST_LONG_SIDE / long);
  return long > LONGEST_SIDE || long < SHORTEST_SIDE ? scale(picture, BEST_LONG_SIDE / long) : picture;
}

/** Dark ink on white paper all over. In a photograph a shade can't be told from a box behind words: there only the light is made even. */
function onWhite(picture: Grey): Grey {
  const even = evenGrounds(picture);
  return isEvenlyLit(even) ? even : evenLight(picture);
}

/** A strip reads this well only the right way up. */
const SURE_STRIP = 0.75;
const STRIP_LETTERS = 30;

/** Quarter turns that make the page upright, told from a few of its lines; null when they can't tell. A whole page read the wrong way up takes many times as long. */
async function turnsOfStrip(engine: OcrEngine, picture: Grey, context: ReadContext): Promise<number | null> {
  for (const turns of [0, 2, 1, 3]) {
    context.check();
    const { confidence, letters, vertical } = await read(engine, densestStrip(rotate(picture, turns)), 1);
    if (confidence > SURE_STRIP && letters >= STRIP_LETTERS && vertical < 0.1) return turns;
  }
  return null;
}

/** Quarter turns that make the page upright: the likely ones are tried on a small copy until one reads well. */
async function uprightTurns(engine: OcrEngine, picture: Grey, first: Reading, context: ReadContext): Promise<number> {
  const small = scale(picture, Math.min(1, TRIAL_SIDE / Math.max(picture.width, picture.height)));
  const onSide = first.letters >= 20 && first.vertical > 0.3;
  let best = { turns: 0, merit: 0 };
  for (const turns of onSide ? [1, 3] : [2, 0, 1, 3]) {
    context.check();
    const reading = await read(engine, rotate(small, turns), 1);
    if (merit(reading) > best.merit) best = { turns, merit: merit(reading) };
    if (reading.confidence > CERTAIN && reading.letters >= 100 && reading.vertical < 0.1) return turns;
  }
  return best.turns;
}

const readable = (reading: Reading) =>
  reading.confidence >= DOUBTFUL && reading.letters >= 20 && reading.vertical < 0.3;

/**
 * Words of a page's picture in reading order. Light is made even, a page that lies on its side or upside down is turned, a slanted one made level.
 * `pointsPerPixel` refers to the picture as given.
 */
export async function recognisePage(
  original: Grey,
  pointsPerPixel: number,
  context: ReadContext,
): Promise<RecognisedPage> {
  return withEngine(context.ocrLanguages, context.signal, async (engine) => {
    let picture = onWhite(sized(original));
    const unit = (pointsPerPixel * original.width) / picture.width;
    context.check();
    let turns = standsUpright(picture) ? 0 : ((await turnsOfStrip(engine, picture, context)) ?? 0);
    picture = rotate(picture, turns);
    let reading = await read(engine, picture, unit);
    if (!readable(reading) && turns === 0) {
      turns = await uprightTurns(engine, picture, reading, context);
      if (turns !== 0) {
        picture = rotate(picture, turns);
        reading = await read(engine, picture, unit);
      }
    }
    if (Math.abs(reading.slope) > STEEP) {
      context.check();
      const level = await read(engine, shear(picture, reading.slope), unit);
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
