import { cefrIn, fold, languagesIn } from '../../../match';
import type { Doubt } from './check';
import type { Facts } from './facts';
import { wordsOf } from './words';

/** « B2 », « courant » and the like belong to the language beside them. */
export const LEVEL_WORD =
  /^(?:[abc][12]|courante?s?|couramment|fluent|fluency|fluently|bilingues?|bilingual|nati(?:f|ve|fs|ves)|maternelles?|mother|tongue|native|aisance|intermediaires?|intermediate|notions?|scolaires?|basic|basics|elementaires?|elementary|debutante?s?|beginner|operationnel(?:le)?s?|conversational|good|bon|bonne|speaker|speak|speaks|spoken|lue?|ecrite?|parlee?)$/;
const CUT = /[,;:()]|\s(?:et|and|mais|but|puis|ainsi que|as well as)\s/u;
/** Between two languages that share one level word: « couramment anglais et espagnol », "French and German fluently". */
const SHARED = /^\s*(?:,|et|and|ainsi que|as well as)\s*$/u;

interface Clause {
  text: string;
  /** What stands between the clause before and this one. */
  cut: string;
  codes: string[];
  level: string | null;
}

/** Each language is in the profile, with the level that stands beside it. */
export function levelDoubt(claim: string, { languages }: Facts): Doubt | null {
  const clauses = clausesOf(claim);
  let last: string | null = null;
  for (const [index, clause] of clauses.entries()) {
    const stranger = languagesIn(clause.text).find(({ code }) => !languages.has(code));
    if (stranger) return { reason: 'language', words: stranger.word };
    const spoken = clause.codes.length > 0 || (last !== null && hasLevelWord(clause.text));
    if (clause.level && spoken) {
      const codes = clause.codes.length > 0 ? [...clause.codes, ...sharing(clauses, index)] : [last ?? ''];
      if (codes.some((code) => !isSpoken(code, clause, languages)))
        return { reason: 'level', words: clause.text.trim() };
    }
    last = clause.codes.at(-1) ?? last;
  }
  return null;
}

function clausesOf(claim: string): Clause[] {
  const cuts = [...claim.matchAll(new RegExp(CUT.source, 'gu'))];
  return [...cuts.map(({ index }) => index), claim.length].map((end, index) => {
    const before = cuts[index - 1];
    const text = claim.slice(before ? before.index + before[0].length : 0, end);
    return { text, cut: before?.[0] ?? '', codes: languagesIn(text).map(({ code }) => code), level: cefrIn(text) };
  });
}

const hasLevelWord = (text: string): boolean => wordsOf(text).some(({ raw }) => LEVEL_WORD.test(fold(raw)));

/** The level as the profile has it, or the profile's own word for it. */
function isSpoken(code: string, { text, level }: Clause, languages: Facts['languages']): boolean {
  const own = languages.get(code);
  const said = wordsOf(text).filter(({ raw }) => LEVEL_WORD.test(fold(raw)) && cefrIn(raw) !== null);
  return (
    own?.level === level || said.every(({ raw }) => wordsOf(own?.words ?? '').some((word) => word.raw === fold(raw)))
  );
}

/** Languages of the clauses beside this one that have no level of their own and are joined to it. */
function sharing(clauses: Clause[], index: number): string[] {
  const { text } = clauses[index];
  const after: string[] = [];
  for (let next = index + 1; next < clauses.length && SHARED.test(clauses[next].cut); next++) {
    const bare = wordsOf(clauses[next].text).filter(({ raw }) => !ARTICLE.test(fold(raw)));
    if (clauses[next].level || bare.length > clauses[next].codes.length || clauses[next + 1]?.cut === '(') break;
    after.push(...clauses[next].codes);
  }
  const first = languagesIn(text)[0];
  const leads = first && wordsOf(text.slice(0, first.start)).every(({ raw }) => ARTICLE.test(fold(raw)));
  const before: string[] = [];
  for (let at = index; leads && at > 0 && SHARED.test(clauses[at].cut) && !clauses[at - 1].level; at--) {
    before.push(...clauses[at - 1].codes);
  }
  return [...after, ...before];
}

const ARTICLE = /^(?:l|le|la|les|d|de|du|des|en|in|the|both|aussi|also)$/;
