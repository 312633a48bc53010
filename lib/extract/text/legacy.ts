import type { Buffer as NodeBuffer } from 'node:buffer';

/** Tried on every text: what Windows wrote, and what chardet does not know, in use on old Macs and under DOS. */
const ALWAYS = [
  ...['windows-1252', 'macintosh', 'cp850', 'windows-1250', 'windows-1254', 'windows-1253'],
  ...['windows-1251', 'KOI8-R', 'maccyrillic', 'cp866'],
];
/** What ISO's names stand for in the wild (WHATWG Encoding), and an encoding that shares most letters with the one that chardet names. */
const ALSO: Record<string, readonly string[]> = {
  'ISO-8859-1': ['windows-1252'],
  'ISO-8859-9': ['windows-1254'],
  'windows-1251': ['windows-1251', 'maccyrillic'],
};
/** Encodings of several bytes a letter: chardet knows them by their structure. */
const WIDE = /^(?:Shift_JIS|Big5|GB18030|EUC-|ISO-2022)/;
/** Confidence, of 100, from which chardet is believed on those, and from which its other guesses are tried. */
const FIRM = 50;
const FAINT = 15;

const LETTER = /\p{L}/u;
const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;
const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
];
const scriptOf = (letter: string) => SCRIPTS.findIndex((script) => script.test(letter));

/** Letters that the languages of CVs in such encodings are full of, and signs that stand between their words. */
const COMMON = new Set(
  'éèêëàâäçîïíìôöóòõùûüúñáãåæøœßąćęłńśźżčďěňřšťůýžőűşğıâăî' +
    'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэёіїє' +
    'αοιετσνηυρκπμςλθφχγδβωάέήίόύώ',
);
const SIGNS = new Set('–—•«»“”„…€°·№§\u00A0');

const lone = (sign: string, before: string, after: string) => {
  const isInside = LETTER.test(before) && LETTER.test(after);
  if (sign === '’') return isInside ? 1 : 0;
  if (isInside) return -2;
  return SIGNS.has(sign) ? 0.7 : -0.5;
};

/** How likely a character beyond ASCII is where it stands: 1 for what text is full of, below 0 for what text never has. */
function likelihood(char: string, before: string, after: string): number {
  const code = char.charCodeAt(0);
  if (code === 0xfffd || code < 0xa0) return -3;
  if (!LETTER.test(char)) return lone(char, before, after);
  const neighbours = [before, after].filter((other) => LETTER.test(other));
  if (neighbours.some((other) => scriptOf(other) !== scriptOf(char))) return -1.5;
  // Accents stand alone in Latin words: a word made of them is of another script.
  const isCrowded = scriptOf(char) === 0 && neighbours.some((other) => other > '~');
  const common = COMMON.has(char.toLowerCase()) && !isCrowded;
  if (UPPER.test(char)) {
    // « RŽmi »: a capital goes on with capitals, or begins its word.
    const isInside = LOWER.test(before) || (UPPER.test(before) && LOWER.test(after));
    return isInside ? -2 : common ? 0.8 : 0.1;
  }
  if (UPPER.test(after)) return UPPER.test(before) ? -2 : -1;
  return common ? 1 : 0.2;
}

/** Characters looked at: more don't make it surer. */
const SAMPLE = 20_000;

/** Mean likelihood of the characters beyond ASCII, -3 to 1. */
function plausibility(text: string): number {
  let [sum, count] = [0, 0];
  const end = Math.min(text.length, SAMPLE);
  for (let i = 0; i < end; i++) {
    if (text.charCodeAt(i) < 0x80) continue;
    sum += likelihood(text[i], text[i - 1] ?? ' ', text[i + 1] ?? ' ');
    count++;
  }
  return count === 0 ? 1 : sum / count;
}

/** What chardet's confidence (0 to 1) and being the usual encoding of the West are worth beside the mean likelihood. */
const CHARDET = 0.5;
const USUAL = 0.05;
/** Lead over the next reading that differs, and likelihood, under which nothing is certain. */
const LEAD = 0.08;
const LIKELY = 0.4;

export interface Reading {
  text: string;
  encoding: string;
  /** False when another encoding gives a text that is about as likely, or none gives a likely one. */
  isSure: boolean;
}

/**
 * Text in one of the encodings from before Unicode: each that comes into question is tried, and judged by what its characters beyond ASCII would be (signs inside words,
 * capitals after small letters, scripts that mix speak against it) and by chardet's count of letter groups.
 */
export async function readLegacy(data: Uint8Array): Promise<Reading> {
  const { default: chardet } = await import('chardet');
  const { default: iconv } = await import('iconv-lite');
  const bytes: NodeBuffer = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const guesses = chardet.analyse(data).filter(({ name }) => iconv.encodingExists(name));
  const [best] = guesses;
  if (best && WIDE.test(best.name) && best.confidence >= FIRM)
    return { text: iconv.decode(bytes, best.name), encoding: best.name, isSure: true };
  const confidence = new Map<string, number>(ALWAYS.map((name) => [name, 0]));
  for (const guess of guesses) {
    if (guess.confidence < FAINT || WIDE.test(guess.name) || guess.name === 'UTF-8' || guess.name === 'ASCII') continue;
    for (const name of ALSO[guess.name] ?? [guess.name])
      confidence.set(name, Math.max(confidence.get(name) ?? 0, guess.confidence / 100));
  }
  const readings = [...confidence].map(([encoding, sure]) => {
    const text = iconv.decode(bytes, encoding);
    const likely = plausibility(text);
    return { encoding, text, likely, score: likely + CHARDET * sure + (encoding === 'windows-1252' ? USUAL : 0) };
  });
  readings.sort((a, b) => b.score - a.score);
  const [first] = readings;
  const other = readings.find(({ text }) => text !== first.text);
  const isSure = first.likely >= LIKELY && (!other || first.score - other.score >= LEAD);
  return { text: first.text, encoding: first.encoding, isSure };
}
