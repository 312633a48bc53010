import type { AnonymousProfile } from '../anonymize';
import { lawfulText, textOf } from '../lawful';
import type { JobOffer } from '../types';

/** Characters of one passage: well under 1,500 tokens in any language that CVs here are written in. */
const LONGEST = 3000;
const LETTER = /\p{L}/u;

/**
 * What of a profile is turned into vectors: the work itself, in passages. Made from the anonymised profile alone, without employers, schools and dates, and
 * without what `anonymize` leaves where a name or an address stood, so that two people who differ in nothing else have the same passages to the byte.
 */
export function passagesOf(profile: AnonymousProfile): string[] {
  const list = (names: (string | null)[]) => names.filter(Boolean).join(', ');
  return packed([
    profile.headline ?? '',
    ...profile.experiences.map(({ title, description }) => [title, description].filter(Boolean).join('\n')),
    ...profile.education.map(({ degree, field }) => list([degree, field])),
    list(profile.skills.map(({ name }) => name)),
    list(profile.languages.map(({ name, level }) => [name, level].filter(Boolean).join(' '))),
    list(profile.certifications.map(({ name }) => name)),
    ...profile.projects.map(({ name, description }) => [name, description].filter(Boolean).join('\n')),
    profile.summary ?? '',
  ]);
}

/** What of an offer is turned into vectors, without what the law forbids to ask. */
export function passagesOfOffer({ title, text, criteria }: JobOffer): string[] {
  const listed = [...(criteria?.mustHave ?? []), ...(criteria?.niceToHave ?? [])].map(textOf);
  return packed([title, ...listed, text].map(lawfulText));
}

/** Lines that say something, in as few passages as their length allows. */
function packed(parts: string[]): string[] {
  const lines = parts.flatMap((part) => part.split('\n')).flatMap((line) => pieces(withoutGaps(line)));
  const passages: string[] = [];
  let current = '';
  for (const line of lines) {
    if (current !== '' && current.length + line.length + 1 > LONGEST) {
      passages.push(current);
      current = '';
    }
    current += current === '' ? line : `\n${line}`;
  }
  return current === '' ? passages : [...passages, current];
}

/** `anonymize` puts a dash where a name or an address stood. */
function withoutGaps(line: string): string {
  const plain = line.replace(/—/g, ' ').replace(/\s+/g, ' ').trim();
  return LETTER.test(plain) ? plain : '';
}

function pieces(line: string): string[] {
  return Array.from({ length: Math.ceil(line.length / LONGEST) }, (_, at) =>
    line.slice(at * LONGEST, (at + 1) * LONGEST),
  );
}
