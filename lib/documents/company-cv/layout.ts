import type { Profile } from '../../profile';
import { clean } from '../clean';
import { machineKeywords, machineNote } from '../machine-note';
import type { Logo } from '../types';
import { words } from '../words';
import { type ChartColours, matrixOf, type Picture, timelineOf } from './chart';
import type { CvContent, Entry, Item } from './content';
import type { Shown } from './shorten';
import { contentWidth, type CvStyle, SIDEBAR, styleOf } from './styles';
import type { CompanyCvOptions, CvSection } from './types';
import { cvWords } from './words';

export type Block =
  | { kind: 'text'; text: string }
  | { kind: 'entries'; entries: Entry[] }
  | { kind: 'groups'; groups: { group: string; names: Item[] }[] }
  | { kind: 'levels'; levels: { name: string; level: string; filled: number | null }[] }
  | { kind: 'list'; items: string[] }
  | { kind: 'picture'; picture: Picture; caption: string };

export interface Section {
  id: CvSection | 'contact';
  title: string;
  /** `side` stands in the sidebar of the style that has one. */
  place: 'main' | 'side';
  block: Block;
}

/** A company CV as every renderer draws it. */
export interface CvLayout {
  locale: CompanyCvOptions['locale'];
  style: CvStyle;
  /** A font of the company's, by name. */
  ownFont: string | undefined;
  logo: Logo | undefined;
  head: { eyebrow: string; name: string; headline: string; contact: string[] };
  sections: Section[];
  footer: string;
  machineNote: string;
  properties: { title: string; subject: string; keywords: string; author: string };
  /** ISO 8601, the profile's reference date. */
  day: string;
}

/** More than these lines would run off the foot of the sidebar. */
const MOST_SIDE_LINES = 50;
/** Letters that a line of the sidebar holds. */
const SIDE_LETTERS = 30;
const SIDE_SECTIONS: readonly (CvSection | 'contact')[] = [
  ...(['contact', 'languages', 'licences', 'skills', 'certifications', 'interests'] as const),
];

/** Where everything stands, without a renderer's units. Empty sections are not in it. */
export async function layoutOf(
  { content, sections }: Shown,
  meta: Profile['meta'],
  options: CompanyCvOptions,
): Promise<CvLayout> {
  const { locale } = options;
  const style = styleOf(options.style ?? 'banner', options.colour, options.font);
  const w = words[locale];
  const company = clean(options.companyName ?? '').trim();
  const isHidden = (options.identity ?? 'name') !== 'name';
  const offer = options.tailoredTo ? cvWords[locale].tailoredFor(clean(options.tailoredTo.title)) : '';
  const blocks = await Promise.all(
    sections.map(async (id) => ({ id, title: titleOf(id, locale), block: await blockOf(id, content, style, locale) })),
  );
  const filled = blocks.flatMap(({ id, title, block }) => (block ? [{ id, title, block }] : []));
  const contact: Omit<Section, 'place'>[] =
    style.name === 'sidebar' && content.contact.length > 0
      ? [{ id: 'contact', title: w.contact, block: { kind: 'list', items: content.contact } }]
      : [];
  return {
    ...{ locale, style, ownFont: options.font, logo: options.logo },
    head: {
      eyebrow: [company, isHidden ? w.anonymousCv : '', offer].filter(Boolean).join('  ·  '),
      name: content.name,
      headline: content.headline,
      contact: contact.length > 0 ? [] : content.contact,
    },
    sections: placed([...contact, ...filled], style),
    footer: [company, clean(options.footer ?? '').trim(), content.name].filter(Boolean).join('  ·  '),
    machineNote: machineNote(locale, meta.engine, options.machineNote),
    properties: {
      title: `${w.cv} – ${content.name}`,
      subject: machineNote(locale, meta.engine, options.machineNote),
      keywords: machineKeywords(locale),
      author: company || 'Vivier',
    },
    day: meta.referenceDate,
  };
}

function titleOf(id: CvSection, locale: CompanyCvOptions['locale']): string {
  return id === 'timeline' || id === 'matrix' ? cvWords[locale][id] : words[locale][id];
}

async function blockOf(
  id: CvSection,
  content: CvContent,
  style: CvStyle,
  locale: CompanyCvOptions['locale'],
): Promise<Block | null> {
  const chart: ChartColours = style;
  switch (id) {
    case 'summary':
      return content.summary ? { kind: 'text', text: content.summary } : null;
    case 'timeline':
      return pictured(await timelineOf(content, contentWidth(style), chart), '');
    case 'matrix':
      return pictured(await matrixOf(content, contentWidth(style), chart, locale), cvWords[locale].matrixNote);
    case 'skills':
      return content.skills.length > 0 ? { kind: 'groups', groups: content.skills } : null;
    case 'languages':
      return content.languages.length > 0 ? { kind: 'levels', levels: content.languages } : null;
    case 'licences':
    case 'interests':
      return content[id].length > 0 ? { kind: 'list', items: content[id] } : null;
    case 'experiences':
    case 'education':
    case 'certifications':
    case 'projects':
      return content[id].length > 0 ? { kind: 'entries', entries: content[id] } : null;
  }
}

const pictured = (picture: Picture | null, caption: string): Block | null =>
  picture ? { kind: 'picture', picture, caption } : null;

/** The sidebar takes what it has room for on one page; the rest stays in the text. */
function placed(sections: Omit<Section, 'place'>[], { name }: CvStyle): Section[] {
  if (name !== 'sidebar') return sections.map((section) => ({ ...section, place: 'main' }));
  const side = new Set<Section['id']>();
  let left = MOST_SIDE_LINES;
  for (const id of SIDE_SECTIONS) {
    const section = sections.find((one) => one.id === id);
    const lines = section ? linesIn(section.block) + 3 : 0;
    if (!section || lines > left) continue;
    side.add(id);
    left -= lines;
  }
  const inOrder = SIDE_SECTIONS.flatMap((id) => sections.filter((section) => section.id === id && side.has(id)));
  return [
    ...inOrder.map((section) => ({ ...section, place: 'side' as const })),
    ...sections.filter(({ id }) => !side.has(id)).map((section) => ({ ...section, place: 'main' as const })),
  ];
}

const wrapped = (text: string) => Math.ceil(Math.max(1, text.length) / SIDE_LETTERS);

function linesIn(block: Block): number {
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  switch (block.kind) {
    case 'list':
      return sum(block.items.map(wrapped));
    case 'levels':
      return sum(block.levels.map(({ name, level }) => wrapped(`${name} ${level}`) + 1.2));
    case 'groups':
      return sum(
        block.groups.map(({ group, names }) => (group ? 1.6 : 0) + sum(names.map(({ text }) => wrapped(text)))),
      );
    case 'entries':
      return sum(
        block.entries.map(({ aside, title, subtitle, lines }) =>
          sum(
            [aside, title, subtitle, ...lines.map(({ text }) => text)]
              .filter(Boolean)
              .map((text) => wrapped(text) + 0.3),
          ),
        ),
      );
    case 'text':
      return wrapped(block.text);
    case 'picture':
      return Number.POSITIVE_INFINITY;
  }
}

/** Points from the top at which the sidebar's text begins, and how wide it is. */
export const sidebarWidth = ({ aside }: CvStyle): number => aside - 2 * SIDEBAR.padding + 8;
