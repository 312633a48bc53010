import { pictureShare, type SeenText } from '../pdf/visibility';
import type { PageContent } from '../pdf/types';
import { cleanText } from '../text/clean';
import { remember } from '../text/remember';

/** Fewer letters than this are a page's head or number, not its text. */
const FEW_LETTERS = 60;
/** A picture over this share of the page may be the page itself. */
const LARGE_PICTURE = 0.3;
/** A page with this many filled shapes and no text has its letters drawn as outlines. */
const MANY_SHAPES = 100;

const readable = remember((text) => (cleanText(text).text.match(/[\p{L}\p{N}]/gu) ?? []).length);

/**
 * The one place that decides whether a PDF page must be recognised from its picture: too little readable text (white space, private-use and unmapped
 * characters are not text) for what is painted on it.
 */
export function needsOcr(page: PageContent, seen: SeenText): boolean {
  let [characters, letters] = [0, 0];
  for (const { glyphs } of seen.visible) {
    for (const glyph of glyphs) {
      if (glyph.isSpace) continue;
      characters++;
      letters += readable(glyph.text);
    }
  }
  if (characters >= FEW_LETTERS && letters < 0.4 * characters) return true;
  if (letters >= FEW_LETTERS) return false;
  return pictureShare(page) > LARGE_PICTURE || page.shapes > MANY_SHAPES;
}
