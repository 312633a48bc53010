import { fold, startsLower } from '../text';
import type { Row } from './rows';
import { SKILL_LEADS } from './vocabulary/skills';

const LEAD = new RegExp(`(?:^|\\.\\s+)(?:${SKILL_LEADS.join('|')})`, 'u');

/** A sentence that lists skills (« Maîtrise de … »); it goes on to its full stop. */
function isLed(text: string): boolean {
  return LEAD.test(fold(text));
}

/** A statement of a list section, put together from the rows that it wraps over. */
export interface Item {
  text: string;
  rows: Row[];
  /** Begins a sentence that lists skills (« Maîtrise de … »); it goes on to its full stop. */
  led: boolean;
}

/** « Google Ads, Google (2017) » is told to its end. */
const ENDS_IN_YEAR = /(?:19|20)\d{2}\)?$/;

/** Characters of a row that its format's own line length broke off (plain text is wrapped at 60 to 80); Word and web pages break nothing off. */
const SHORTEST_BROKEN = 45;

/** Whether the next row's first word would still have stood in the row above: then nothing was broken off, whatever letter it begins with. */
function hadRoom(above: Row, row: Row): boolean {
  if (above.x0 === null || above.x1 === null || above.edge === null) return false;
  const letter = (above.x1 - above.x0) / Math.max(1, above.text.length);
  const [word] = row.text.split(/\s/);
  return above.x1 + letter * (word.length + 1) < above.edge;
}

/** Whether a row runs on from the one above: that one is full, ends in a comma or a joining word, or this one begins in lower case. */
function runsOn(above: Row, row: Row, right: number | null, inLowerCase: boolean): boolean {
  // A bold row below plain ones begins something else (the name of the next group).
  if (row.bold && !above.bold && !row.recognised) return false;
  // A heading, or what belongs to no section, stood between them.
  if (row.number > above.number + 1) return false;
  if (row.bullet || row.gapAbove || above.page !== row.page || above.block !== row.block) return false;
  if (/^[^:,;]{2,30}\s?:\s/.test(row.text)) return false;
  if (row.cells.length > 1 && above.cells.length > 1) return false;
  if (/^\(/.test(row.text)) return true;
  if (ENDS_IN_YEAR.test(above.text) && !startsLower(row.text)) return false;
  if (
    /[,;/&(–—-]$|\b(?:de|du|des|d['’]|la|le|les|et|and|und|y|en|of|the|avec|with|für|mit|con|para|van|met|bonne|good)$/i.test(
      above.text,
    )
  )
    return true;
  if (/^[,;)]/.test(row.text)) return true;
  const full =
    right !== null && above.x1 !== null && above.x0 !== null && above.x1 >= above.x0 + 0.86 * (right - above.x0);
  const parens = (above.text.match(/\(/g)?.length ?? 0) > (above.text.match(/\)/g)?.length ?? 0);
  if (parens) return true;
  const isList = /[,;]|\s[–—-]\s.*\s[–—-]\s/.test(above.text) || above.text.length > 60;
  if (isList && (full || right === null) && !/[.:]$/.test(above.text) && (right !== null || startsLower(row.text)))
    return true;
  if (full && above.bullet && !/[.:]$/.test(above.text) && !row.bullet) return true;
  // In a format without places nothing but its length tells that a row was broken off: « comptabilité » above « facturation » are two things.
  if (right === null && above.text.length < SHORTEST_BROKEN) return false;
  if (inLowerCase || hadRoom(above, row)) return false;
  return startsLower(row.text) && /\p{L}$/u.test(above.text) && row.cells.length === 1 && above.cells.length === 1;
}

/** Right edges of the blocks, by page and block. */
function rightEdges(rows: readonly Row[]): Map<string, number> {
  const edges = new Map<string, number>();
  for (const row of rows) {
    const place = `${row.page}/${row.block}`;
    if (row.x1 !== null) edges.set(place, Math.max(row.x1, edges.get(place) ?? 0));
  }
  return edges;
}

export function itemsOf(rows: readonly Row[]): Item[] {
  const edges = rightEdges(rows);
  const items: Item[] = [];
  rows.forEach((row, i) => {
    const above = rows[i - 1];
    const right = edges.get(`${row.page}/${row.block}`) ?? null;
    const last = items.at(-1);
    const inSentence = last !== undefined && !row.bullet && last.led && !/\.$/.test(last.text);
    // Where an item is known to begin in lower case, that tells nothing of the next.
    const inLowerCase = items.slice(1).some((item) => startsLower(item.text));
    if (above && last && (inSentence || runsOn(above, row, right, inLowerCase))) {
      const hyphen = /\p{L}-$/u.test(last.text);
      last.text += hyphen ? row.text : ` ${row.text}`;
      last.rows.push(row);
      last.led ||= isLed(row.text);
    } else items.push({ text: row.text, rows: [row], led: isLed(row.text) });
  });
  return items;
}
