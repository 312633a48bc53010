import type { DraftLine } from '../reader';

/** Characters that only stand at a line's end because the word was cut there: soft hyphen, and the hyphen that browsers put in. */
const CUT = /(\p{L})[\u00AD\u2010]$/u;
const HYPHEN = /(\p{L})-$/u;
const CONTINUES = /^(\p{Ll}[\p{L}\p{M}'’]*[.,;:!?)»]*)(?:\s+|$)/u;

const TOKEN = /(\S+)$/;
/** A line that is nothing but a piece of an address. */
const PIECE = /^[\w.@%+~#?=&/-]+$/;
const COMMON_TLD =
  /\.(com|org|net|eu|fr|be|ch|de|at|nl|lu|es|it|pt|uk|ie|us|ca|io|dev|me|info|biz|pro|app|tech|co|edu|gov|pl|ro|se|dk|no|fi|cz)$/i;

const isAddressStart = (token: string) => /(:\/\/|^www\.|^(?:[\w-]+\.)+[a-z]{2,}\/)/i.test(token);

/** Whether `token` (a line's end) and `piece` (all of the next line) are one e-mail or web address cut by a narrow column. */
function isCutAddress(token: string, piece: string, urls: string[]): boolean {
  if (!PIECE.test(piece) || token.length < 3) return false;
  const whole = token + piece;
  if (token.length + piece.length > 12 && urls.some((url) => url.toLowerCase().includes(whole.toLowerCase())))
    return true;
  if (/^[\w.+-]+@[\w.-]*$/.test(token))
    return !COMMON_TLD.test(token) && /^[\w.-]+$/.test(piece) && COMMON_TLD.test(whole);
  if (/^[\w.+-]+$/.test(token) && /^[\w.+-]*@[\w.-]+\.\w{2,}$/.test(piece)) {
    return piece.startsWith('@') || /[._-]$/.test(token) || /^[._]/.test(piece);
  }
  if (!isAddressStart(token)) return false;
  // « …/in/jeanne-morel » above « SAVOIR-FAIRE »: a heading in capitals does not go on with an address in small letters.
  if (/^\p{Lu}[\p{Lu}-]{2,}$/u.test(piece) && /\p{Ll}$/u.test(token)) return false;
  return /[-/_.=?&]$/.test(token) || /[\d/-]/.test(piece);
}

/** `marie-dupont-` and `123a45`: the end of a profile's address shown without its beginning. */
const isCutSlug = (token: string, piece: string) =>
  /^[\p{Ll}\d]+(-[\p{Ll}\d]+)*-$/u.test(token) && /^[\p{Ll}\d-]*\d[\p{Ll}\d-]*$/u.test(piece);

const asWord = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{M}'’-]/gu, '');

/** The part of the next line's text that belongs to this line, and the text with it; null when the lines stand each for itself. */
function continuation(
  text: string,
  next: string,
  urls: string[],
  known: ReadonlySet<string>,
): { text: string; taken: number } | null {
  const rest = CONTINUES.exec(next);
  if (rest && CUT.test(text)) return { text: text.slice(0, -1) + rest[1], taken: rest[0].length };
  const token = TOKEN.exec(text)?.[1] ?? '';
  const piece = next.trim();
  if (isCutAddress(token, piece, urls) || isCutSlug(token, piece)) return { text: text + piece, taken: next.length };
  if (rest && HYPHEN.test(text)) {
    const isOneWord = known.has(asWord(token.slice(0, -1) + rest[1]));
    return { text: (isOneWord ? text.slice(0, -1) : text) + rest[1], taken: rest[0].length };
  }
  const plus = /^\+[,;]?(?:\s+|$)/.exec(next);
  return plus && /\p{L}\+$/u.test(text) ? { text: text + plus[0].trim(), taken: plus[0].length } : null;
}

/**
 * Puts words and addresses that were cut at a line's end together again, on the upper line; a line that is used up becomes empty. The other soft
 * hyphens are removed. `urls` (the document's links) settle what the text leaves open.
 */
export function joinCutWords(lines: DraftLine[], urls: string[] = []): DraftLine[] {
  const out = lines.map((line) => ({ ...line }));
  // Whether a hyphen at a line's end cut the word or belongs to it: a word that stands whole elsewhere was cut.
  const known = new Set(lines.flatMap((line) => line.text.split(/\s+/).map(asWord)));
  for (let i = 0; i < out.length - 1; i++) {
    let last = i + 1;
    while (last < out.length) {
      const next = out[last];
      if (out[i].page !== next.page || (out[i].block ?? 0) !== (next.block ?? 0)) break;
      const joined = continuation(out[i].text, next.text, urls, known);
      if (!joined) break;
      out[i].text = joined.text;
      next.text = next.text.slice(joined.taken);
      if (next.text !== '') break;
      last++;
    }
  }
  for (const line of out) line.text = line.text.replaceAll('\u00AD', '');
  return out;
}
