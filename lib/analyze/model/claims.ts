import { emptyProfile, type Cefr, type Education, type Evidence, type Experience, type Profile } from '../../profile';
import { key } from '../text';
import type { Found, Verifier } from '../verify';
import type {
  EducationAnswer,
  EducationClaim,
  ExperienceClaim,
  ExperiencesAnswer,
  IdentityAnswer,
  SkillsAnswer,
} from './prompts';

/** How the rules read words that the model found; the model itself gives no codes and no levels. */
export interface Readers {
  degreeLevel: (degree: string) => number | null;
  languageCode: (name: string) => string | null;
  cefr: (levelText: string) => Cefr | null;
}

export interface Answers {
  identity: IdentityAnswer[];
  experiences: ExperiencesAnswer[];
  education: EducationAnswer[];
  skills: SkillsAnswer[];
}

/** What a claim is checked with, and where the names of fields that failed go. */
interface Check {
  verifier: Verifier;
  readers: Readers;
  dropped: Map<string, number>;
}

/** Words in a value that is a name of something rather than a sentence. */
const MOST_WORDS = 14;
const MOST_SKILL_WORDS = 7;
/** A sentence in which a person presents themselves. */
const FEWEST_SUMMARY_WORDS = 6;
const BULLET = /^[\s•▪◦●■‣·*–—-]+/u;

const wordCount = (text: string) => key(text).split(' ').length;

function drop(check: Check, field: string): null {
  check.dropped.set(field, (check.dropped.get(field) ?? 0) + 1);
  return null;
}

/** A claim that is empty claims nothing; one that is not found, or is a whole sentence, is dropped and counted. */
function found(
  check: Check,
  field: string,
  value: string,
  from: number,
  to = from,
  mostWords = MOST_WORDS,
): Found | null {
  if (value.trim() === '') return null;
  const hit = /\p{L}/u.test(value) ? check.verifier.text(value, from, to) : null;
  return hit && wordCount(hit.value) <= mostWords ? hit : drop(check, field);
}

type Fields<K extends string> = { values: Record<K, string | null>; evidence: Record<string, Evidence> };

function collect<K extends string>(fields: Record<K, Found | null>): Fields<K> {
  const values = {} as Record<K, string | null>;
  const evidence: Record<string, Evidence> = {};
  for (const name of Object.keys(fields) as K[]) {
    const hit = fields[name];
    values[name] = hit?.value ?? null;
    if (hit) evidence[name] = hit.evidence;
  }
  return { values, evidence };
}

/** Lines from the first to the last that an entry's head cites; a far-off pair of numbers is two places, not a range. */
function headOf(line: number, other: number): [number, number] {
  if (other <= 0 || Math.abs(other - line) > 6) return [line, line];
  return [Math.min(line, other), Math.max(line, other)];
}

function identityOf(answer: IdentityAnswer, check: Check, profile: Profile): void {
  const first = found(check, 'identity.firstName', answer.firstName, answer.nameLine);
  const last = found(check, 'identity.lastName', answer.lastName, answer.nameLine);
  const both = [answer.firstName, answer.lastName].map((part) => part.trim());
  // As the CV orders them: « Camille MARTIN » as well as « MARTIN Camille ».
  const orders = first && last ? [both.join(' '), both.reverse().join(' ')] : [];
  const full = orders.map((name) => check.verifier.text(name, answer.nameLine)).find((hit) => hit !== null) ?? null;
  const { values, evidence } = collect({ firstName: first, lastName: last, fullName: full });
  profile.identity = { ...profile.identity, ...values, evidence };

  const city = found(check, 'contact.city', answer.city, answer.cityLine);
  if (city) profile.contact = { ...profile.contact, city: city.value, evidence: { city: city.evidence } };

  const headline = found(check, 'headline', answer.headline, answer.headlineLine, answer.headlineLine, 20);
  const summary = summaryOf(answer, check);
  const own = collect({ headline, summary });
  profile.headline = own.values.headline;
  profile.summary = own.values.summary?.replace(/\n/g, ' ') ?? null;
  profile.evidence = own.evidence;
}

/** Whole lines always stand in the CV; a name or a heading alone is no summary all the same. */
function summaryOf({ summaryFrom, summaryTo }: IdentityAnswer, check: Check): Found | null {
  if (summaryFrom <= 0) return null;
  const hit = check.verifier.range(summaryFrom, summaryTo);
  return hit && wordCount(hit.value) >= FEWEST_SUMMARY_WORDS ? hit : drop(check, 'summary');
}

function descriptionOf(claim: ExperienceClaim, check: Check): Found | null {
  if (claim.detailsFrom <= 0 || claim.detailsFrom <= Math.min(claim.line, claim.employerLine)) return null;
  const hit = check.verifier.range(claim.detailsFrom, claim.detailsTo);
  if (!hit) return null;
  return {
    ...hit,
    value: hit.value
      .split('\n')
      .map((line) => line.replace(BULLET, ''))
      .join('\n'),
  };
}

function experienceOf(claim: ExperienceClaim, check: Check): Experience | null {
  const [from, to] = headOf(claim.line, claim.employerLine);
  const title = found(check, 'experiences.title', claim.title, claim.line);
  const employer = found(check, 'experiences.employer', claim.employer, claim.employerLine || claim.line);
  const dates = check.verifier.dates(claim, from, to);
  if (!dates && (claim.start || claim.end)) drop(check, 'experiences.dates');
  // Two of the three make an entry; one alone is as likely a heading or a bullet.
  if ([title, employer, dates].filter(Boolean).length < 2) return null;
  const place = found(check, 'experiences.place', claim.place, from, to);
  const { values, evidence } = collect({ title, employer, place, description: descriptionOf(claim, check) });
  if (dates?.start) evidence.start = dates.evidence;
  if (dates?.end) evidence.end = dates.evidence;
  return {
    ...values,
    start: dates?.start ?? null,
    end: dates?.end ?? null,
    current: dates?.current ?? false,
    kind: null,
    evidence,
  };
}

function educationOf(claim: EducationClaim, check: Check): Education | null {
  const [from, to] = headOf(claim.line, claim.institutionLine);
  const degree = found(check, 'education.degree', claim.degree, claim.line, claim.line, 20);
  const institution = found(check, 'education.institution', claim.institution, claim.institutionLine || claim.line);
  const dates = check.verifier.dates(claim, from, to);
  if (!dates && (claim.start || claim.end)) drop(check, 'education.dates');
  if ([degree, institution, dates].filter(Boolean).length < 2) return null;
  const field = found(check, 'education.field', claim.field, from, to);
  const place = found(check, 'education.place', claim.place, from, to);
  const { values, evidence } = collect({ degree, institution, field, place });
  if (dates?.start) evidence.start = dates.evidence;
  if (dates?.end) evidence.end = dates.evidence;
  const level = degree ? check.readers.degreeLevel(degree.value) : null;
  return { ...values, level, start: dates?.start ?? null, end: dates?.end ?? null, evidence };
}

const isThere = <T>(value: T | null): value is T => value !== null;

function namesOf(check: Check, field: string, claims: { line: number; name: string }[], mostWords = MOST_WORDS) {
  const hits = claims
    .map((claim) => found(check, field, claim.name, claim.line, claim.line, mostWords))
    .filter(isThere);
  return hits.map(({ value, evidence }) => ({ name: value, evidence: { name: evidence } }));
}

function restOf(answer: SkillsAnswer, check: Check, profile: Profile): void {
  const skills = answer.skills.flatMap(({ line, names }) => names.map((name) => ({ line, name })));
  for (const hit of namesOf(check, 'skills', skills, MOST_SKILL_WORDS)) {
    profile.skills.push({ ...hit, group: null, code: null });
  }
  for (const claim of answer.languages) {
    const name = found(check, 'languages.name', claim.name, claim.line);
    if (!name) continue;
    const level = found(check, 'languages.level', claim.level, claim.line);
    const { evidence } = collect({ name, level });
    profile.languages.push({
      code: check.readers.languageCode(name.value),
      name: name.value,
      level: level ? check.readers.cefr(level.value) : null,
      levelText: level?.value ?? null,
      evidence,
    });
  }
  for (const claim of answer.certifications) {
    const name = found(check, 'certifications.name', claim.name, claim.line);
    if (!name) continue;
    const dates = claim.date ? check.verifier.dates({ start: '', end: claim.date }, claim.line) : null;
    if (claim.date && !dates) drop(check, 'certifications.date');
    const evidence: Record<string, Evidence> = { name: name.evidence };
    if (dates?.end) evidence.date = dates.evidence;
    profile.certifications.push({ name: name.value, issuer: null, date: dates?.end ?? null, evidence });
  }
  for (const hit of namesOf(check, 'projects', answer.projects)) {
    profile.projects.push({ ...hit, description: null, url: null });
  }
  profile.interests.push(...namesOf(check, 'interests', answer.interests));
}

/** Small models repeat themselves, and parts of a long CV may be read twice. */
function unique<T>(entries: T[], identify: (entry: T) => (string | null)[]): T[] {
  const seen = new Set<string>();
  return entries.filter((entry) => {
    const id = identify(entry)
      .map((part) => key(part ?? ''))
      .join('|');
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

/**
 * The model's claims as a profile that holds nothing but what was found in the lines cited.
 * @returns the profile, and how often a value of which field was dropped.
 */
export function verifyClaims(
  answers: Answers,
  verifier: Verifier,
  readers: Readers,
  referenceDate: string,
): { profile: Profile; dropped: Map<string, number> } {
  const profile = emptyProfile(referenceDate);
  profile.meta.engine = 'model';
  const check: Check = { verifier, readers, dropped: new Map() };
  for (const answer of answers.identity) identityOf(answer, check, profile);
  const jobs = answers.experiences.flatMap(({ experiences }) => experiences);
  const studies = answers.education.flatMap(({ education }) => education);
  profile.experiences = unique(
    jobs.map((claim) => experienceOf(claim, check)).filter(isThere),
    ({ employer, title, start }) => [employer, title, start],
  );
  profile.education = unique(
    studies.map((claim) => educationOf(claim, check)).filter(isThere),
    ({ institution, degree, end }) => [institution, degree, end],
  );
  for (const answer of answers.skills) restOf(answer, check, profile);
  profile.skills = unique(profile.skills, ({ name }) => [name]);
  profile.languages = unique(profile.languages, ({ code, name }) => [code ?? name]);
  profile.certifications = unique(profile.certifications, ({ name }) => [name]);
  profile.projects = unique(profile.projects, ({ name }) => [name]);
  profile.interests = unique(profile.interests, ({ name }) => [name]);
  return { profile, dropped: check.dropped };
}
