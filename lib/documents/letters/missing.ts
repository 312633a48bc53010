import type { Locale } from '../../errors';
import type { Profile } from '../../profile';
import { letterWords } from './words';

/** More questions than these are not answered. */
const MOST = 8;

/** What a recruiter needs and the profile lacks, as things to ask for. Never asks for what the law forbids asking (age, nationality, family…). */
export function missingFrom(profile: Profile, locale: Locale): string[] {
  const w = letterWords[locale].missing;
  const { contact, experiences, education, languages, skills } = profile;
  const asked = [
    ...(contact.email || contact.otherEmails.length > 0 ? [] : [w.email]),
    ...(contact.phone || contact.otherPhones.length > 0 ? [] : [w.phone]),
    ...(contact.city || contact.postalCode || contact.address ? [] : [w.city]),
    ...(experiences.length === 0 ? [w.jobs] : []),
    ...experiences.flatMap(({ title, employer, start, end, current }) => [
      ...(!title && employer ? [w.jobTitle(employer)] : []),
      ...((!start || (!end && !current)) && title ? [w.jobDates(title)] : []),
    ]),
    ...(education.length === 0 ? [w.education] : []),
    ...education.flatMap(({ degree, start, end }) => (degree && !start && !end ? [w.degreeYear(degree)] : [])),
    ...(skills.length === 0 ? [w.skills] : []),
    ...(languages.length === 0 ? [w.languages] : []),
    ...languages.flatMap(({ name, level, levelText }) => (level || levelText ? [] : [w.languageLevel(name)])),
  ];
  return asked.slice(0, MOST);
}
