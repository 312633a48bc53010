import { fold, stem, tokenize } from '../text';

export interface Concept {
  id: string;
  /** Everything broader, of whichever link. */
  parents: string[];
  /** A skill of any trade (leading people, budgets): it says little about the profession. */
  transversal: boolean;
  /** A whole field of work (finance, health): true of many, so it proves little. */
  field: boolean;
  /** Software: another product of the same family is a comparable one, not the same. */
  tool: boolean;
}

export interface Form {
  concept: string;
  /** Key of the group of wordings that mean the same thing. */
  sense: string;
  stems: string[];
  /** Exact spelling wanted (`=Go`), because the folded word is also an ordinary one. */
  exact: string | null;
  /** The whole wording, folded, where all but one of its words are stop words ("goods in", "on call"). */
  phrase: string | null;
}

export interface Lexicon {
  concepts: Map<string, Concept>;
  formsByFirstStem: Map<string, Form[]>;
  /** For each sense, the senses that it is directly a kind of. */
  kindsOf: Map<string, string[]>;
}

const LINE = /^\s*([~#*]*)([\w-]+)((?:\s*<=?\s*[\w-]+(?:\s*,\s*[\w-]+)*)*)\s*:\s(.*)$/;
const LINK = /<(=?)\s*([\w-]+(?:\s*,\s*[\w-]+)*)/g;

export const headOf = (concept: string) => `${concept}/0`;

/** Reads the notation that `lexicon/index.ts` explains. Lines that are none are passed over. */
export function parseLexicon(text: string): Lexicon {
  const lexicon: Lexicon = { concepts: new Map(), formsByFirstStem: new Map(), kindsOf: new Map() };
  for (const line of text.split('\n')) {
    const parts = LINE.exec(line);
    if (parts) addConcept(lexicon, parts[1], parts[2], parts[3], parts[4]);
  }
  for (const forms of lexicon.formsByFirstStem.values()) forms.sort((a, b) => b.stems.length - a.stems.length);
  return lexicon;
}

function addConcept(lexicon: Lexicon, marks: string, id: string, links: string, senses: string): void {
  const broader = [...links.matchAll(LINK)].flatMap(([, kind, names]) =>
    names.split(',').map((name) => ({ name: name.trim(), kind: kind === '=' })),
  );
  lexicon.concepts.set(id, {
    id,
    parents: broader.map(({ name }) => name),
    transversal: marks.includes('~'),
    field: marks.includes('#'),
    tool: marks.includes('*'),
  });
  const kinds = broader.filter(({ kind }) => kind).map(({ name }) => headOf(name));
  senses.split('|').forEach((written, index) => {
    const sense = `${id}/${index}`;
    const group = written.trim();
    const isKind = group.startsWith('>');
    lexicon.kindsOf.set(sense, isKind ? [...kinds, headOf(id)] : kinds);
    for (const form of group.replace(/^>/, '').split(';')) addForm(lexicon.formsByFirstStem, id, sense, form.trim());
  });
}

function addForm(index: Map<string, Form[]>, concept: string, sense: string, written: string): void {
  const exact = written.startsWith('=') ? written.slice(1) : null;
  const words = exact ? [stem(fold(exact))] : tokenize(written).map((token) => token.stem);
  if (words.length === 0) return;
  const phrase = !exact && words.length === 1 && /\S[\s'’-]+\S/.test(written) ? fold(written) : null;
  const list = index.get(words[0]) ?? [];
  if (!list.some((form) => form.concept === concept && form.stems.join(' ') === words.join(' ')))
    list.push({ concept, sense, stems: words, exact, phrase });
  index.set(words[0], list);
}
