import type { DraftLine } from '../reader';

/** Characters that only stand at a line's end because the word was cut there: soft hyphen, and the hyphen that browsers put in. */
const CUT = /(\p{L})[\u00AD\u2010]$/u;
const HYPHEN = /(\p{L})-$/u;
const CONTINUES = /^(\p{Ll}[\p{L}\p{M}'’]*[.,;:!?)»]*)(?:\s+|$)/u;

/** Puts words that were cut at a line's end together again, on the upper line; the other soft hyphens are removed. */
export function joinHyphens(lines: DraftLine[]): DraftLine[] {
  const out = lines.map((line) => ({ ...line }));
  for (let i = 0; i < out.length - 1; i++) {
    const next = out[i + 1];
    if (out[i].page !== next.page || (out[i].block ?? 0) !== (next.block ?? 0)) continue;
    const rest = CONTINUES.exec(next.text);
    if (!rest) continue;
    const cut = CUT.test(out[i].text);
    if (!cut && !HYPHEN.test(out[i].text)) continue;
    out[i].text = (cut ? out[i].text.slice(0, -1) : out[i].text) + rest[1];
    next.text = next.text.slice(rest[0].length);
  }
  for (const line of out) line.text = line.text.replaceAll('\u00AD', '');
  return out;
}
