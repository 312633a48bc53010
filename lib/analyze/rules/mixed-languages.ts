import { headingKind, mentionsLanguage, type RowSection as Section } from '../../extract';
import { levelOf } from './languages';
import type { Row } from './rows';

/** Longest statement of one language and its level, in characters. */
const LONGEST = 45;
/** Sections in which languages stand among other things. */
const MIXED: readonly Section['kind'][] = ['skills', 'personal', 'other'];

/** « Anglais professionnel (C1), allemand (B1) »: a row of nothing but languages with their levels. One alone may be a skill: « Anglais technique ». */
function isLanguages({ text }: Row, kind: Section['kind']): boolean {
  const parts = text.split(/\s*[;|•\t]\s*|,\s+(?![^(]*\))/).filter(Boolean);
  const isOne = (part: string) => part.length <= LONGEST && mentionsLanguage(part) && levelOf(part) !== null;
  return parts.length > (kind === 'skills' ? 1 : 0) && parts.every(isOne);
}

/** « Langues et informatique », "Languages & IT": the heading names skills beside the languages. */
function namesSkills({ heading }: Section): boolean {
  const parts = heading?.text.split(/\s+(?:et|and|und|y|e|en|&|\/|\+)\s+|\s*[,/&+]\s*/i) ?? [];
  return parts.length > 1 && parts.some((part) => headingKind(part) === 'skills');
}

/** Rows under one heading that tell of languages and of other things: each kind becomes a section of its own, the order of rows is kept in both. */
export function withMixedLanguages(sections: readonly Section[]): Section[] {
  return sections.flatMap((section) => {
    const isMixed = MIXED.includes(section.kind);
    const isOther = (row: Row) => (isMixed ? isLanguages(row, section.kind) : !mentionsLanguage(row.text));
    if (!isMixed && !(section.kind === 'languages' && namesSkills(section))) return [section];
    const others = section.rows.filter(isOther);
    if (others.length === 0) return [section];
    const kind = isMixed ? 'languages' : 'skills';
    return [
      { ...section, rows: section.rows.filter((row) => !others.includes(row)) },
      { kind, heading: section.heading, rows: others },
    ];
  });
}
