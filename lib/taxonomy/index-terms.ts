import { FRENCH_OCCUPATIONS } from './french-occupations';
import { FRENCH_SKILLS } from './french-skills';
import { termKey } from './words';

/** A concept of ESCO. `code` is `esco:` and the UUID that ends its address, http://data.europa.eu/esco/skill/… or …/occupation/… */
export interface Term {
  code: string;
  /** ESCO's preferred label, English. */
  label: string;
}

export type TermKind = 'skill' | 'occupation';

/** Short names beside the preferred one are mostly acronyms, and mean many things: IFRs are flight rules there, accounting standards here. */
const LONGEST_ACRONYM = 4;

/** ESCO tells terms of one name apart in brackets: "Python (computer programming)". */
const BRACKETS = /\s*\([^()]*\)$/;

/** What a wording says: one concept, or several and so none for certain. */
type Meaning = Term | 'several';

export interface TermIndex {
  preferred: Map<string, Meaning>;
  others: Map<string, Meaning>;
}

/**
 * ESCO's own labels that mean another thing when a CV says them: "Spark" there is a small web framework, here nearly always Apache's; ML a
 * programming language; "medium" and "extra" are trades, and so on.
 */
const HOMONYMS: Record<TermKind, readonly string[]> = {
  skill: ['spark', 'ml', 'rage', 'source', 'salt', 'absorb', 'shiva', 'canvas', 'chef', 'backbox', 'scratch', 'lean'],
  occupation: ['medium', 'extra', 'companion', 'hunter', 'driller', 'producer', 'presenter', 'conservator', 'usher'],
};

function put(map: Map<string, Meaning>, key: string, term: Term): void {
  if (key === '') return;
  const known = map.get(key);
  map.set(key, known === undefined || (known !== 'several' && known.code === term.code) ? term : 'several');
}

/** The concept that a key surely means: a preferred label before the others, and none where two concepts share it. */
export function meaningOf(index: TermIndex, key: string): Term | null {
  const meaning = index.preferred.get(key) ?? index.others.get(key);
  return meaning === undefined || meaning === 'several' ? null : meaning;
}

/** French wordings join the concept of the English label that they translate; one that another concept already has stays with neither. */
function addFrench(index: TermIndex, text: string): void {
  for (const line of text.split('\n')) {
    const [english, french] = line.split(' : ');
    const term = french ? meaningOf(index, termKey(english)) : null;
    if (!term) continue;
    for (const wording of french.split('|')) put(index.preferred, termKey(wording), term);
  }
}

/** Reads the lines that `scripts/taxonomy.mjs` writes. */
export function indexTerms(text: string): Record<TermKind, TermIndex> {
  const indexes: Record<TermKind, TermIndex> = {
    skill: { preferred: new Map(), others: new Map() },
    occupation: { preferred: new Map(), others: new Map() },
  };
  for (const line of text.split('\n')) {
    const [kind, id, label, keys] = line.split('\t');
    if (keys === undefined) continue;
    const index = indexes[kind === 'S' ? 'skill' : 'occupation'];
    const term = { code: `esco:${id}`, label };
    const [own, ...others] = keys.split('|');
    put(index.preferred, own, term);
    const bare = label.replace(BRACKETS, '');
    if (bare !== label) put(index.preferred, termKey(bare), term);
    for (const key of others) if (key.length > LONGEST_ACRONYM) put(index.others, key, term);
  }
  addFrench(indexes.skill, FRENCH_SKILLS);
  addFrench(indexes.occupation, FRENCH_OCCUPATIONS);
  for (const kind of ['skill', 'occupation'] as const)
    for (const word of HOMONYMS[kind]) {
      indexes[kind].preferred.delete(termKey(word));
      indexes[kind].others.delete(termKey(word));
    }
  return indexes;
}
