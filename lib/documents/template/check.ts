import type { Locale } from '../../errors';
import { fieldNamed, type Fields, FIELDS, nearest } from './placeholders';

export interface Fault {
  kind: 'unknown' | 'not-closed' | 'not-opened' | 'brace' | 'name' | 'not-a-list';
  tag: string;
  /** The text of the paragraph, shortened. */
  paragraph: string;
  part: 'body' | 'header' | 'footer';
  /** By the page breaks that Word noted; null in heads and feet. */
  page: number | null;
  suggestion: string | null;
}

/** Letters, digits and `_`: no dots, calls or operators, so that nothing of a template is ever computed. */
const NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;
const SHOWN = 60;

interface Open {
  tag: string;
  fields: Fields;
  fault: Fault;
}

/** All faults of one XML part: every placeholder is looked up where it stands, lists inside lists included. */
export function faultsIn(xml: string, part: Fault['part']): Fault[] {
  const faults: Fault[] = [];
  const open: Open[] = [];
  let page = 1;
  for (const { text, breaks } of paragraphsOf(xml)) {
    const place = { part, page: part === 'body' ? page : null, paragraph: shorten(text) };
    page += breaks;
    for (const { tag, isWhole } of tagsIn(text)) {
      const fault = (kind: Fault['kind'], suggestion: string | null = null): Fault => ({
        kind,
        tag,
        suggestion,
        ...place,
      });
      if (!isWhole) faults.push(fault('brace'));
      else check(tag, open, faults, fault);
    }
  }
  return [...faults, ...open.map(({ fault }) => fault)];
}

function check(
  tag: string,
  open: Open[],
  faults: Fault[],
  fault: (kind: Fault['kind'], suggestion?: string | null) => Fault,
): void {
  const mark = /^[#^/]/.exec(tag)?.[0] ?? '';
  const name = tag.slice(mark.length).trim();
  const fields = open.at(-1)?.fields ?? FIELDS;
  if (!NAME.test(name)) {
    faults.push(fault('name'));
    return;
  }
  if (mark === '/') {
    const at = open.findLastIndex((one) => one.tag === name);
    if (at === -1) faults.push(fault('not-opened'));
    else
      faults.push(
        ...open
          .splice(at)
          .slice(1)
          .map((one) => one.fault),
      );
    return;
  }
  const field = lookUp(name, open);
  if (!field) faults.push(fault('unknown', nearest(fields, name) ?? nearest(FIELDS, name)));
  if (mark === '') {
    if (field?.items) faults.push(fault('not-a-list', `#${name}`));
    return;
  }
  open.push({ tag: name, fields: mark === '#' ? (field?.items ?? fields) : fields, fault: fault('not-closed') });
}

/** Inside a list, what is outside may be named too. */
function lookUp(name: string, open: Open[]) {
  for (const { fields } of [...open].reverse()) {
    const field = fieldNamed(fields, name);
    if (field) return field;
  }
  return fieldNamed(FIELDS, name);
}

function paragraphsOf(xml: string): { text: string; breaks: number }[] {
  return [...xml.matchAll(/<w:p[ >](?:(?!<w:p[ >])[\s\S])*?<\/w:p>/g)].map(([paragraph]) => ({
    text: [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:tab\/>|<w:br\/>/g)]
      .map(([, text]) => (text === undefined ? ' ' : unescaped(text)))
      .join(''),
    breaks: (paragraph.match(/<w:lastRenderedPageBreak\/>|<w:br w:type="page"\/>/g) ?? []).length,
  }));
}

const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' };
const unescaped = (text: string) => text.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity]);

/** What stands between braces; a brace without its other half is a tag that is not whole. */
function tagsIn(text: string): { tag: string; isWhole: boolean }[] {
  return [...text.matchAll(/\{([^{}]*)\}|\{([^{}]*)|\}/g)].map(([whole, inside, broken]) =>
    inside === undefined
      ? { tag: (broken ?? whole).trim().slice(0, SHOWN), isWhole: false }
      : { tag: inside.trim(), isWhole: true },
  );
}

const shorten = (text: string) => (text.length > SHOWN ? `${text.slice(0, SHOWN).trimEnd()}…` : text);

const WHERE: Record<Locale, Record<Fault['part'], (page: number | null) => string>> = {
  fr: { body: (page) => `page ${page}`, header: () => 'en-tête', footer: () => 'pied de page' },
  en: { body: (page) => `page ${page}`, header: () => 'header', footer: () => 'footer' },
};

const SAYS: Record<Locale, Record<Fault['kind'], (fault: Fault) => string>> = {
  fr: {
    unknown: ({ tag, suggestion }) =>
      `{${tag}} n’existe pas${suggestion ? ` ; vouliez-vous dire {${suggestion}} ?` : ''}`,
    'not-closed': ({ tag }) => `{${tag}} n’est pas refermé par {/${tag.slice(1)}}`,
    'not-opened': ({ tag }) => `{${tag}} referme une liste qui n’est pas ouverte`,
    brace: ({ tag }) => `une accolade est seule près de « ${tag} »`,
    name: ({ tag }) => `{${tag}} n’est pas un nom de champ : lettres, chiffres et _ seulement`,
    'not-a-list': ({ tag }) => `{${tag}} est une liste : écrivez {#${tag}} … {/${tag}}`,
  },
  en: {
    unknown: ({ tag, suggestion }) => `{${tag}} does not exist${suggestion ? `; did you mean {${suggestion}}?` : ''}`,
    'not-closed': ({ tag }) => `{${tag}} is not closed by {/${tag.slice(1)}}`,
    'not-opened': ({ tag }) => `{${tag}} closes a list that is not open`,
    brace: ({ tag }) => `a brace stands alone near “${tag}”`,
    name: ({ tag }) => `{${tag}} is no name of a placeholder: letters, digits and _ only`,
    'not-a-list': ({ tag }) => `{${tag}} is a list: write {#${tag}} … {/${tag}}`,
  },
};

/** All faults as sentences, each with its place. */
export function faultsInWords(faults: Fault[], locale: Locale): string {
  const lines = faults.map((fault) => {
    const where = WHERE[locale][fault.part](fault.page);
    const quoted = locale === 'fr' ? `« ${fault.paragraph} »` : `“${fault.paragraph}”`;
    return `${where}, ${quoted} : ${SAYS[locale][fault.kind](fault)}.`;
  });
  return lines.map((line, place) => `${place + 1}. ${line}`).join(' ');
}
