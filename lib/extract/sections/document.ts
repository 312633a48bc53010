import { key } from '../text/fold';
import type { ExtractedDocument, Section, SectionKind } from '../types';
import { besideMargins } from './beside';
import { rowsOf } from './rows';
import { sectionsOf, type RowSection } from './split';

/** The recogniser's kinds under JSON Resume's names. Contact and civil status belong to `basics`, as what stands before the first heading does. */
const KINDS: Record<RowSection['kind'], SectionKind> = {
  header: 'basics',
  contact: 'basics',
  personal: 'basics',
  summary: 'summary',
  experience: 'work',
  education: 'education',
  skills: 'skills',
  languages: 'languages',
  certifications: 'certificates',
  projects: 'projects',
  interests: 'interests',
  volunteer: 'volunteer',
  other: 'other',
};

/** Headings whose content is not read, but which have a name of their own. */
const NAMED_OTHERS: readonly (readonly [pattern: RegExp, kind: SectionKind])[] = [
  [/\brefere(?:nc|nz|nt)|\breferees?\b|\brecomm[ae]ndations?\b/, 'references'],
  [/\bpub(?:lica|lika|blica)/, 'publications'],
  [
    /\bawards?\b|\bhono(?:u)?rs?\b|\bdistinctions?\b|\bprix\b|\brecompenses\b|auszeichnung|\bpremios?\b|\bpremi\b|\bprijzen\b/,
    'awards',
  ],
];

function kindOf(section: RowSection): SectionKind {
  if (section.kind !== 'other' || !section.heading) return KINDS[section.kind];
  const title = key(section.heading.text);
  return NAMED_OTHERS.find(([pattern]) => pattern.test(title))?.[1] ?? 'other';
}

/** The heading without what stands beside it on its line: « Langues » of « Langues : français, anglais ». */
function titleOf({ heading, rows }: RowSection): string | null {
  if (!heading) return null;
  const [first] = rows;
  const shares = first?.number === heading.number && heading.text.endsWith(first.text);
  const title = shares ? heading.text.slice(0, -first.text.length) : heading.text;
  return title.replace(/\t/g, ' ').replace(/\s*:?\s*$/, '');
}

/** Which section each line's number belongs to. Lines that the recogniser passed over (a rule, a wrapped heading) follow the line above. */
function ownersOf(sections: readonly RowSection[], lines: number): (RowSection | undefined)[] {
  const owners: (RowSection | undefined)[] = Array.from({ length: lines + 1 });
  for (const section of sections) {
    for (const row of section.rows) owners[row.number] ??= section;
    if (section.heading) owners[section.heading.number] = section;
  }
  for (let number = 1; number <= lines; number++) owners[number] ??= owners[number - 1];
  return owners;
}

/**
 * The document's sections as ranges of line numbers that cover every line once, in reading order. A section that goes on elsewhere (in the same column of
 * the next page) stands there again under the same title.
 */
export function documentSections(document: Pick<ExtractedDocument, 'lines' | 'text'>): Section[] {
  const sections = sectionsOf(rowsOf(document));
  const owners = ownersOf(sections, document.lines.length);
  besideMargins(document.lines, sections, owners);
  const out: Section[] = [];
  let open: RowSection | undefined;
  for (const { number } of document.lines) {
    const owner = owners[number] ?? open;
    const last = out.at(-1);
    if (last && owner === open) last.lines[1] = number;
    else if (owner)
      out.push({
        kind: kindOf(owner),
        title: titleOf(owner),
        lines: [number, number],
      });
    else out.push({ kind: 'basics', title: null, lines: [number, number] });
    open = owner;
  }
  return out;
}
