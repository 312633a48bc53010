import { DOMAINS } from './domains';
import type { Education, Experience, Profile } from './schema';

/** A year alone stands for its middle: « 2015-2018 » is three years; one year alone counts half a year. */
const MIDDLE = 6;

interface Span {
  /** Months since year 0; `to` is exclusive. */
  from: number;
  to: number;
}

function monthOf(date: string, isEnd: boolean): number {
  const [year, month] = date.split('-').map(Number);
  return month === undefined ? year * 12 + MIDDLE : year * 12 + month - (isEnd ? 0 : 1);
}

function spanOf(experience: Experience, referenceDate: string): Span | null {
  const end = experience.current ? referenceDate.slice(0, 7) : experience.end;
  if (!experience.start || !end) return null;
  const from = monthOf(experience.start, false);
  const least = experience.start.length === 4 ? MIDDLE : 1;
  return { from, to: Math.max(monthOf(end, true), from + (experience.current ? 0 : least)) };
}

/** Months worked from all dated posts but voluntary ones, overlapping ones counted once; null when none is dated. */
export function experienceMonths(experiences: readonly Experience[], referenceDate: string): number | null {
  const spans = experiences
    .filter((experience) => experience.kind !== 'volunteer')
    .flatMap((experience) => spanOf(experience, referenceDate) ?? [])
    .sort((a, b) => a.from - b.from);
  if (spans.length === 0) return null;
  let total = 0;
  let reached = -Infinity;
  for (const span of spans) {
    total += Math.max(0, span.to - Math.max(span.from, reached));
    reached = Math.max(reached, span.to);
  }
  return total;
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}

/** The field of work that most months (and, less, the headline and skills) speak for; null when nothing does. Names: `domains.ts`. */
export function mainDomain(
  profile: Pick<Profile, 'headline' | 'experiences' | 'skills'>,
  referenceDate: string,
): string | null {
  const points = new Map<string, number>();
  const count = (text: string | null, weight: number) => {
    const words = fold(text ?? '').split(/[^a-z-]+/);
    for (const [domain, stems] of Object.entries(DOMAINS)) {
      const hits = stems.split(' ').filter((stem) => words.some((word) => word.startsWith(stem))).length;
      if (hits > 0) points.set(domain, (points.get(domain) ?? 0) + hits * weight);
    }
  };
  count(profile.headline, 24);
  for (const experience of profile.experiences)
    count(experience.title, experienceMonths([experience], referenceDate) ?? 6);
  for (const skill of profile.skills) count(skill.name, 2);
  return [...points].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

const yearOf = (education: Education): number | null =>
  (education.end ?? education.start) ? Number((education.end ?? education.start ?? '').slice(0, 4)) : null;

function highestDegree(education: readonly Education[]): Profile['derived']['highestDegree'] {
  const best = [...education]
    .filter((one) => one.degree !== null)
    .sort((a, b) => (b.level ?? 0) - (a.level ?? 0) || (yearOf(b) ?? 0) - (yearOf(a) ?? 0))[0];
  if (!best) return null;
  return { degree: [best.degree, best.field].filter(Boolean).join(' '), level: best.level, year: yearOf(best) };
}

function completeness(profile: Profile): number {
  const expected = [
    profile.identity.fullName,
    profile.contact.email,
    profile.contact.phone,
    profile.contact.city,
    profile.headline,
    profile.experiences.length > 0,
    profile.experiences.some((one) => one.title && one.employer && one.start),
    profile.education.length > 0,
    profile.skills.length >= 3,
    profile.languages.length > 0,
  ];
  return expected.filter(Boolean).length / expected.length;
}

/**
 * What follows from the rest of a profile by arithmetic alone.
 * @param referenceDate `YYYY-MM-DD`: the day up to which current jobs count.
 */
export function derive(profile: Profile, referenceDate: string): Profile['derived'] {
  return {
    experienceMonths: experienceMonths(profile.experiences, referenceDate),
    mainDomain: mainDomain(profile, referenceDate),
    highestDegree: highestDegree(profile.education),
    completeness: completeness(profile),
  };
}
