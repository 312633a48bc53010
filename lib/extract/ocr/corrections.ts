/** Wider than this, in font sizes, a dash between blanks is an en dash, and an em dash. A hyphen's ink has 0.3, an en dash's 0.5. */
const EN_DASH = 0.4;
const EM_DASH = 0.75;

/**
 * A word with what Tesseract often mistakes put right: dashes, told by their width (in font sizes), and the French article of « l'école », which it reads as a
 * capital I. No language has that before an apostrophe and a vowel.
 */
export function corrected(text: string, width: number): string {
  if (/^[-–—]$/.test(text)) return width > EM_DASH ? '—' : width > EN_DASH ? '–' : '-';
  return text.replace(/^([^\p{L}\p{N}]?)I(?=['’][AEIOUYHÀÂÉÈÊËÎÏÔÖÙÛÜŒaeiouyhàâéèêëîïôöùûüœ])/u, '$1l');
}
