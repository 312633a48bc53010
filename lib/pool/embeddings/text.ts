import { anonymize } from '../../match';
import type { Profile } from '../../profile';

/** About 1,500 tokens: what embedding models take without cutting. */
const LONGEST = 5_000;
const LONGEST_DESCRIPTION = 600;

/** What a candidate's vector is made of: the anonymised profile in words, most telling first. No name, contact, age or dates. */
export function embeddedText(profile: Profile): string {
  const { headline, summary, experiences, education, skills, languages, certifications, projects } = anonymize(profile);
  const lines = [
    headline,
    ...experiences.slice(0, 10).map(({ title, employer }) => joined(title, employer)),
    skills.map(({ name }) => name).join(', '),
    ...education.map(({ degree, field, institution }) => joined(degree, field, institution)),
    certifications.map(({ name }) => name).join(', '),
    languages.map(({ name, level }) => (level ? `${name} ${level}` : name)).join(', '),
    summary,
    ...experiences.slice(0, 6).map(({ description }) => description?.slice(0, LONGEST_DESCRIPTION) ?? null),
    ...projects.map(({ name, description }) => joined(name, description)),
  ];
  return lines
    .filter((line): line is string => Boolean(line?.trim()))
    .join('\n')
    .slice(0, LONGEST);
}

const joined = (...parts: (string | null)[]) => parts.filter(Boolean).join(', ');
