import { lexiconText } from './lexicon';
import { fold, stem, tokenize, type Token } from './text';

export interface Concept {
  id: string;
  parents: string[];
  /** A skill of any trade (leading people, budgets): it says little about the profession. */
  transversal: boolean;
  /** A whole field of work (finance, health): true of many, so it proves little. */
  field: boolean;
}

interface Form {
  concept: string;
  stems: string[];
  /** Exact spelling wanted (`=Go`), because the folded word is also an ordinary one. */
  exact: string | null;
  /** The whole wording, folded, where all but one of its words are stop words ("goods in", "on call"). */
  phrase: string | null;
}

export interface Mention {
  concept: string;
  /** Indexes into the tokens of the text. */
  from: number;
  to: number;
  start: number;
  end: number;
}

interface Lexicon {
  concepts: Map<string, Concept>;
  formsByFirstStem: Map<string, Form[]>;
}

let loaded: Lexicon | undefined;

function lexicon(): Lexicon {
  loaded ??= parseLexicon(lexiconText);
  return loaded;
}

/** One concept a line: `id < parent, parent : form | form`. `~id` is transversal, `#id` a whole field, `=Form` is matched with its case. */
export function parseLexicon(text: string): Lexicon {
  const concepts = new Map<string, Concept>();
  const formsByFirstStem = new Map<string, Form[]>();
  for (const line of text.split('\n')) {
    const parts = /^\s*([~#]?)([\w-]+)\s*(?:<\s*([\w\s,-]+?))?\s*:\s*(.*)$/.exec(line);
    if (!parts) continue;
    const [, mark, id, parents, forms] = parts;
    concepts.set(id, {
      id,
      parents: parents ? parents.split(',').map((parent) => parent.trim()) : [],
      transversal: mark === '~',
      field: mark === '#',
    });
    for (const form of forms.split('|')) addForm(formsByFirstStem, id, form.trim());
  }
  for (const forms of formsByFirstStem.values()) forms.sort((a, b) => b.stems.length - a.stems.length);
  return { concepts, formsByFirstStem };
}

function addForm(index: Map<string, Form[]>, concept: string, written: string): void {
  const exact = written.startsWith('=') ? written.slice(1) : null;
  const words = exact ? [stem(fold(exact))] : tokenize(written).map((token) => token.stem);
  if (words.length === 0) return;
  const phrase = !exact && words.length === 1 && /\S[\s'’-]+\S/.test(written) ? fold(written) : null;
  const list = index.get(words[0]) ?? [];
  if (!list.some((form) => form.concept === concept && form.stems.join(' ') === words.join(' ')))
    list.push({ concept, stems: words, exact, phrase });
  index.set(words[0], list);
}

/** Every concept that a text names. Longest wording first; the words of one mention are not used for a shorter one inside it. */
export function mentions(text: string, tokens: Token[] = tokenize(text)): Mention[] {
  const { formsByFirstStem } = lexicon();
  const found: Mention[] = [];
  for (let at = 0; at < tokens.length;) {
    const fitting = (formsByFirstStem.get(tokens[at].stem) ?? [])
      .map((form) => ({ form, length: fit(form, text, tokens, at) }))
      .filter(({ length }) => length > 0);
    const length = Math.max(0, ...fitting.map((candidate) => candidate.length));
    for (const { form } of fitting.filter((candidate) => candidate.length === length)) {
      const last = at + length - 1;
      found.push({ concept: form.concept, from: at, to: last, start: tokens[at].start, end: tokens[last].end });
    }
    at += Math.max(1, length);
  }
  return found;
}

/** How many tokens a form takes from here, 0 when it does not fit. Numbers may stand inside (« encadrement de 6 étudiants »). */
function fit(form: Form, text: string, tokens: Token[], at: number): number {
  if (form.exact !== null) return tokens[at].raw === form.exact ? 1 : 0;
  if (form.phrase !== null) return near(form.phrase, text, tokens[at]) ? 1 : 0;
  let next = at;
  for (const [index, wanted] of form.stems.entries()) {
    while (index > 0 && isNumber(tokens[next]) && tokens[next].stem !== wanted) next += 1;
    if (tokens[next]?.stem !== wanted) return 0;
    next += 1;
  }
  return next - at;
}

const isNumber = (token: Token | undefined) => token !== undefined && /^\d+$/.test(token.stem);

function near(phrase: string, text: string, { start, end }: Token): boolean {
  return fold(text.slice(Math.max(0, start - phrase.length), end + phrase.length)).includes(phrase);
}

export function conceptOf(id: string): Concept | undefined {
  return lexicon().concepts.get(id);
}

const ancestorCache = new Map<string, Map<string, number>>();

/** Broader concepts with their distance in steps, the concept itself at 0. */
export function ancestors(id: string): Map<string, number> {
  const known = ancestorCache.get(id);
  if (known) return known;
  const distance = new Map([[id, 0]]);
  const queue = [id];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    for (const parent of conceptOf(next)?.parents ?? []) {
      if (distance.has(parent)) continue;
      distance.set(parent, (distance.get(next) ?? 0) + 1);
      queue.push(parent);
    }
  }
  ancestorCache.set(id, distance);
  return distance;
}

/**
 * How far a concept found in a CV proves the wanted one, 0 to 1: the same or a narrower one proves it (CATIA proves CAD), a broader one half
 * (ERP for SAP), a sister little (Vue for React).
 */
export function proves(found: string, wanted: string): number {
  if (found === wanted) return 1;
  const down = ancestors(found).get(wanted);
  if (down !== undefined) return down === 1 ? 0.95 : 0.9;
  const up = ancestors(wanted).get(found);
  if (up !== undefined) return conceptOf(found)?.field ? 0.15 : up === 1 ? 0.5 : 0.3;
  return sisters(found, wanted);
}

function sisters(found: string, wanted: string): number {
  const wantedParents = conceptOf(wanted)?.parents ?? [];
  const shared = (conceptOf(found)?.parents ?? []).filter((parent) => wantedParents.includes(parent));
  if (shared.length === 0) return 0;
  const close = shared.some((parent) => !conceptOf(parent)?.field && !conceptOf(parent)?.transversal);
  return close ? 0.2 : shared.some((parent) => conceptOf(parent)?.field) ? 0.1 : 0;
}

/** How telling a concept is, 0 to 1: what an inverse document frequency would say, without needing other people's CVs. */
export function specificity(id: string): number {
  const concept = conceptOf(id);
  if (!concept) return 0;
  return concept.field ? 0.4 : concept.transversal ? 0.5 : 1;
}
