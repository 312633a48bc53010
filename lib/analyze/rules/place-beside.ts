import { headingKind, type Row } from '../../extract';
import { evidenceOf } from '../evidence';
import type { PlaceFound } from './place';
import { key, trimEnds, words } from '../text';
import { isTitleWord } from './score';

/** Towns as they are written, one to three words. */
const TOWN = /^\p{Lu}[\p{L}’']+(?:[ -](?:\p{Lu}[\p{L}’']+|sur|sous|en|lès|le|la|les|de|du|des|am|an|der|upon)){0,4}$/u;
const REACH = /@|(?:\d[\s().-]?){8}/;
/** What else CVs write in capitals beside an address. */
const NO_TOWN =
  /^(?:telephone|tel|mobile|portable|phone|email|e mail|mail|contact|adresse|address|linkedin|github|site|web|portfolio|celibataire|marie|mariee|pacse|pacsee|divorce|divorcee|single|married|ledig|verheiratet|soltero|soltera|casado|casada|nationalite .*|francais|francaise|french|british|german|deutsch|permis.*|vehicule.*|disponib.*|available.*|freelance|independant.*|teletravail|remote|france|age|homme|femme)$/;

/**
 * A town that no list knows, by where it stands: in one row with the e-mail or the phone (« Clamart • 06 12… • a@b.fr »), as the only other thing there
 * that a town could be. The largest type on the page is the name's.
 */
export function placeBeside(zone: readonly Row[]): PlaceFound | null {
  const largest = Math.max(...zone.map((row) => row.size ?? 0));
  for (const row of zone) {
    const cells = row.text.split(/\t|\s[|•·/–-]\s/).map(trimEnds);
    if (cells.length < 2 || (row.size !== null && row.size >= largest) || !cells.some((cell) => REACH.test(cell)))
      continue;
    const towns = cells.filter((cell) => isTownShaped(cell));
    if (towns.length !== 1) continue;
    const evidence = { city: evidenceOf([row], row.text) };
    return { address: null, postalCode: null, city: towns[0], country: null, guesses: [], evidence };
  }
  return placeBetween(zone, largest);
}

/** A town that no list knows, in a row of its own right above or below those of the e-mail, the phone or a link, in their type: the only such row. */
function placeBetween(zone: readonly Row[], largest: number): PlaceFound | null {
  const reaches = (row: Row | undefined) =>
    row !== undefined && (REACH.test(row.text) || /^\S+\.\S+\/\S+$/.test(row.text));
  const found = zone.filter((row, i) => {
    if (row.cells.length > 1 || row.bullet || row.heading || row.bold || !isTownShaped(row.text)) return false;
    if (row.size !== null && row.size >= largest) return false;
    const near = [zone[i - 1], zone[i + 1]].filter((other) => other?.block === row.block && other.size === row.size);
    return near.length === 2 ? near.every(reaches) : reaches(zone[i - 1]) && near.length === 1;
  });
  if (found.length !== 1) return null;
  const evidence = { city: evidenceOf(found, found[0].text) };
  return { address: null, postalCode: null, city: found[0].text, country: null, guesses: [], evidence };
}

function isTownShaped(text: string): boolean {
  if (!TOWN.test(text) || words(text).length > 4 || NO_TOWN.test(key(text))) return false;
  return (
    headingKind(text) === null &&
    !words(text).some((word) => word.length > 3 && isTitleWord(word)) &&
    text !== text.toUpperCase()
  );
}
