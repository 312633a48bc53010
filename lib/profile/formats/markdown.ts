import type { Locale } from '../../errors';
import type { Evidence, Profile } from '../schema';
import { availabilityText } from './availability';
import { formatWords, type FormatWords } from './words';

export interface MarkdownOptions {
  locale: Locale;
  /** Below each entry, where it stands in the CV and in which words. */
  evidence?: boolean;
}

/** What a candidate wrote never becomes a heading, a link, a picture or HTML (CommonMark 2.4: any ASCII punctuation may be escaped). */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/[\r\n\t]+/g, ' ')
      .replace(/[\\`*_[\]<>#|~&!$]/g, '\\$&')
      .replace(/^(\s*)([-+=:])/, '$1\\$2')
      .replace(/^(\s*\d+)([.)])/, '$1\\$2')
      // Renderers make links of bare addresses.
      .replace(/(?<=https?|ftp|javascript|data)(?=:)/gi, '\\')
      .replace(/\b(www)\./gi, '$1\\.')
  );
}

const md = escapeMarkdown;
const list = (values: readonly (string | null)[], by: string) => values.filter(Boolean).join(by);

/** A link only where it is surely one. */
const address = (url: string) => (/^https?:\/\/[^\s<>"\\]+$/i.test(url) ? `<${url}>` : md(url));

interface Writer {
  words: FormatWords;
  quotes: (evidence: Record<string, Evidence>, ...fields: string[]) => string[];
}

function span(one: { start: string | null; end: string | null; current?: boolean }, words: FormatWords): string | null {
  const end = one.current ? words.current : one.end;
  return list([one.start, end], ' – ') || null;
}

const section = (title: string, lines: readonly string[]) =>
  lines.length > 0 ? ['', `## ${title}`, '', ...lines] : [];

function contactLines({ contact, identity }: Profile, { words, quotes }: Writer): string[] {
  const where = list([contact.address, list([contact.postalCode, contact.city], ' '), contact.countryCode], ', ');
  const rows: [string, string][] = [
    [words.email, list([contact.email, ...contact.otherEmails], ', ')],
    [words.phone, list([contact.phone, ...contact.otherPhones], ', ')],
    [words.address, where],
    [words.birthDate, identity.birthDate ?? ''],
    [words.nationality, identity.nationality ?? ''],
  ];
  return [
    ...rows.filter(([, value]) => value !== '').map(([label, value]) => `- **${label}**: ${md(value)}`),
    ...(contact.links.length > 0
      ? [`- **${words.links}**: ${contact.links.map((link) => address(link.url)).join(', ')}`]
      : []),
    ...quotes(contact.evidence, 'email', 'phone', 'address', 'city'),
  ];
}

function availabilityLines({ availability }: Profile, locale: Locale, { quotes }: Writer): string[] {
  const text = availabilityText(availability, locale);
  if (text === null || !availability) return [];
  return [`- ${md(text)}`, ...quotes(availability.evidence, 'immediate', 'from', 'notice')];
}

function jobLines(profile: Profile, { words, quotes }: Writer): string[] {
  return profile.experiences.flatMap((one, index) => [
    ...(index > 0 ? [''] : []),
    `### ${md(list([one.title, one.employer], ' – ')) || '–'}`,
    '',
    ...(list([span(one, words), one.place], ', ') ? [`*${md(list([span(one, words), one.place], ', '))}*`, ''] : []),
    ...(one.description?.split('\n') ?? []).map((line) => `- ${md(line)}`),
    ...quotes(one.evidence, 'title', 'employer', 'start'),
  ]);
}

function schoolLines(profile: Profile, { words, quotes }: Writer): string[] {
  return profile.education.flatMap((one) => {
    const degree = md(list([one.degree, one.field], ' '));
    const rest = md(list([one.institution, one.place, span(one, words)], ', '));
    return [`- ${list([degree && `**${degree}**`, rest], ', ')}`, ...quotes(one.evidence, 'degree', 'institution')];
  });
}

function skillLines(profile: Profile, words: FormatWords): string[] {
  const groups = new Map<string | null, string[]>();
  for (const { name, group } of profile.skills) groups.set(group, [...(groups.get(group) ?? []), md(name)]);
  const several = groups.size > 1;
  return [...groups].map(([group, names]) =>
    group !== null || several
      ? `- **${md(group ?? words.otherSkills)}**: ${names.join(', ')}`
      : `- ${names.join(', ')}`,
  );
}

const languageLevel = (one: Profile['languages'][number], words: FormatWords) =>
  one.levelText ?? (one.level === 'native' ? words.nativeLanguage : one.level);

/** A profile as a page that one reads, in Markdown (CommonMark). What is not in the profile has no line. */
export function toMarkdown(profile: Profile, { locale, evidence = false }: MarkdownOptions): string {
  const words = formatWords[locale];
  const quotes: Writer['quotes'] = (backed, ...fields) => {
    const found = evidence ? fields.flatMap((field) => backed[field] ?? []) : [];
    const once = new Map(found.map((one) => [`${one.page}:${one.lines.join('-')}`, one]));
    const told = [...once.values()].map((one) => `  > ${where(one, words)}: ${md(one.quote)}`);
    // A backslash at the end keeps the lines apart.
    return told.map((line, index) => (index < told.length - 1 ? `${line}\\` : line));
  };
  const writer: Writer = { words, quotes };
  const lines = [
    `# ${profile.identity.fullName === null ? `*${words.unnamed}*` : md(profile.identity.fullName)}`,
    ...(profile.headline === null ? [] : ['', `**${md(profile.headline)}**`]),
    ...quotes({ ...profile.identity.evidence, ...profile.evidence }, 'fullName', 'headline'),
    ...section(words.contact, contactLines(profile, writer)),
    ...section(words.availability, availabilityLines(profile, locale, writer)),
    ...section(words.summary, profile.summary === null ? [] : [md(profile.summary)]),
    ...section(words.experiences, jobLines(profile, writer)),
    ...section(words.education, schoolLines(profile, writer)),
    ...section(words.skills, skillLines(profile, words)),
    ...section(
      words.languages,
      profile.languages.map((one) => `- ${md(list([one.name, languageLevel(one, words)], ' – '))}`),
    ),
    ...section(
      words.certifications,
      profile.certifications.map((one) => `- ${md(list([one.name, one.issuer, one.date], ', '))}`),
    ),
    ...section(
      words.projects,
      profile.projects.map(
        (one) =>
          `- ${list([`**${md(one.name)}**`, one.description && md(one.description), one.url && address(one.url)], ': ')}`,
      ),
    ),
    ...section(
      words.drivingLicences,
      profile.drivingLicences.length > 0
        ? [
            `- ${md(
              list(
                profile.drivingLicences.map((one) => one.category),
                ', ',
              ),
            )}`,
          ]
        : [],
    ),
    ...section(
      words.interests,
      profile.interests.length > 0
        ? [
            `- ${md(
              list(
                profile.interests.map((one) => one.name),
                ', ',
              ),
            )}`,
          ]
        : [],
    ),
  ];
  return `${lines.join('\n')}\n`;
}

const where = ({ page, lines: [first, last] }: Evidence, words: FormatWords) =>
  first === last
    ? `${words.page} ${page}, ${words.line} ${first}`
    : `${words.page} ${page}, ${words.lines} ${first}–${last}`;
