import type { Inline, Line } from 'pdfmake/js/LayoutBuilder.js';

/** In both fonts, and about as wide as the empty box that pdfmake measured. */
const STANDS_IN = '◊';

/**
 * Puts ◊ for letters that the font has not: PDF/A (ISO 19005-2, 6.2.11.8) forbids the empty boxes that pdfkit would draw, and no program could read them.
 * @returns what the line says, where a program could not read it from what is drawn: letters that are missing, or so far apart that each looks like a word
 */
export function actualText({ inlines }: Line): string | undefined {
  const said = inlines.map(({ text }) => text).join('');
  const isSpaced = inlines.some(({ characterSpacing }) => (characterSpacing ?? 0) > 0);
  for (const inline of inlines) inline.text = drawable(inline);
  const isChanged = inlines.map(({ text }) => text).join('') !== said;
  return isChanged || isSpaced ? said : undefined;
}

function drawable({ text, font: { font } }: Inline): string {
  return [...text]
    .map((letter) => (font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0) ? letter : STANDS_IN))
    .join('');
}
