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
}

/** Rows that run on: the row above is full, ends in a comma or a joining word, or this one begins in lower case. */
export function runsOn(above: Row, row: Row, right: number | null): boolean {
  if (row.bullet || row.gapAbove || above.page !== row.page || above.block !== row.block) return false;
  if (/^[^:,;]{2,30}\s?:\s/.test(row.text)) return false;
  if (/^\(/.test(row.text)) return true;
  if (
    /[,;/&(-]$|\b(?:de|du|des|d['’]|la|le|les|et|and|und|y|en|of|the|avec|with|für|mit|con|para|van|met|bonne|good)$/i.test(
      above.text,
    )
  )
    return true;
  if (/^[,;)]/.test(row.text)) return true;
  const full =
    right !== null && above.x1 !== null && above.x0 !== null && above.x1 >= above.x0 + 0.86 * (right - above.x0);
  const parens = (above.text.match(/\(/g)?.length ?? 0) > (above.text.match(/\)/g)?.length ?? 0);
  if (parens) return true;
  const isList = /[,;]/.test(above.text) || above.text.length > 60;
  if (isList && (full || right === null) && !/[.:]$/.test(above.text) && (right !== null || startsLower(row.text)))
    return true;
  if (full && above.bullet && !/[.:]$/.test(above.text) && !row.bullet) return true;
  return startsLower(row.text) && /\p{L}$/u.test(above.text) && row.cells.length === 1 && above.cells.length === 1;
}

export function itemsOf(rows: readonly Row[]): Item[] {
  const items: Item[] = [];
  rows.forEach((row, i) => {
    const above = rows[i - 1];
    const column = rows.filter((other) => other.block === row.block && other.page === row.page);
    const right = row.x1 === null ? null : Math.max(...column.map((other) => other.x1 ?? 0));
    const last = items.at(-1);
    const inSentence = last !== undefined && !row.bullet && isLed(last.text) && !/\.$/.test(last.text);
    if (above && last && (inSentence || runsOn(above, row, right))) {
      const hyphen = /\p{L}-$/u.test(last.text);
      last.text += hyphen ? row.text : ` ${row.text}`;
      last.rows.push(row);
    } else items.push({ text: row.text, rows: [row] });
  });
  return items;
}
