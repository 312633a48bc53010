import type { Certification, Education, Evidence, Experience, Language, Profile, Project, Skill } from '../profile';
import { scrubberOf, type Scrub } from './scrub';

type Evidences = Record<string, Evidence>;

/**
 * What the scorer may see. There is no field for name, gender, birth date or age, address, nationality, photo, mail, phone or the year of a
 * degree, so that none of them can move a score. Employers stay, as evidence of experience; every text is scrubbed of the person's own data.
 */
export interface AnonymousProfile {
  anonymous: true;
  headline: string | null;
  summary: string | null;
  experiences: Pick<
    Experience,
    'employer' | 'title' | 'start' | 'end' | 'current' | 'description' | 'kind' | 'evidence'
  >[];
  education: Pick<Education, 'institution' | 'degree' | 'field' | 'level' | 'evidence'>[];
  skills: Skill[];
  languages: Language[];
  certifications: Pick<Certification, 'name' | 'issuer' | 'evidence'>[];
  projects: Pick<Project, 'name' | 'description' | 'evidence'>[];
  drivingLicences: { category: string; evidence: Evidences }[];
  evidence: Evidences;
  /** ISO 639-1: the language that the CV is written in. */
  language: string | null;
  referenceDate: string;
  /** What `reliability` is computed from. */
  quality: { completeness: number; warnings: number; disagreements: number; partial: boolean };
}

/** The profile without what could tell who the person is. Pure; the profile given is not changed. */
export function anonymize(profile: Profile): AnonymousProfile {
  const scrub = scrubberOf(profile);
  const text = (value: string | null) => (value === null ? null : scrub(value));
  const proof = (evidences: Evidences) => scrubEvidence(evidences, scrub);
  return {
    anonymous: true,
    headline: text(profile.headline),
    summary: text(profile.summary),
    experiences: profile.experiences
      .filter((job) => !isBreak(job.title))
      .map(({ employer, title, start, end, current, description, kind, evidence }) => ({
        ...{ employer: text(employer), title: text(title), start, end, current, kind },
        description: text(description),
        evidence: proof(evidence),
      })),
    education: profile.education.map(({ institution, degree, field, level, evidence }) => ({
      ...{ institution: text(institution), degree: text(degree), field: text(field), level },
      evidence: withoutDates(proof(evidence)),
    })),
    skills: profile.skills.map((skill) => ({
      ...{ ...skill, name: scrub(skill.name), group: text(skill.group) },
      evidence: proof(skill.evidence),
    })),
    languages: profile.languages.map((language) => ({
      ...{ ...language, name: scrub(language.name), levelText: text(language.levelText) },
      evidence: proof(language.evidence),
    })),
    certifications: profile.certifications.map(({ name, issuer, evidence }) => ({
      ...{ name: scrub(name), issuer: text(issuer) },
      evidence: withoutDates(proof(evidence)),
    })),
    projects: profile.projects.map(({ name, description, evidence }) => ({
      ...{ name: scrub(name), description: text(description) },
      evidence: proof(evidence),
    })),
    drivingLicences: profile.drivingLicences.map(({ category, evidence }) => ({
      ...{ category: scrub(category), evidence: proof(evidence) },
    })),
    evidence: proof(profile.evidence),
    language: profile.meta.language,
    referenceDate: profile.meta.referenceDate,
    quality: {
      completeness: workCompleteness(profile),
      warnings: profile.meta.warnings.length,
      disagreements: profile.meta.disagreements.length,
      partial: profile.meta.status === 'partial',
    },
  };
}

/** Times of life that some CVs list among the jobs. They tell of a family or of health, so that the scorer may not see them. */
const BREAK =
  /^\W*(?:en )?(?:cong[ée]s? (?:parental|parentale|maternit[ée]|paternit[ée]|maladie|sabbatique|d['’]adoption|formation)|arr[êe]ts? (?:de travail|maladie)|longue maladie|maladie|ann[ée]e sabbatique|sabbatical(?: year)?|(?:parental|maternity|paternity|sick|medical|family) leave|career break|gap year|recherche d['’]emploi|ch[ôo]mage|job ?seeking|unemployed|mère au foyer|père au foyer|(?:parent|mère|père) au foyer|aidante? familiale?|family carer|stay[- ]at[- ]home (?:mum|mother|dad|father|parent)|[ée]ducation (?:de mes|des) enfants|pause (?:professionnelle|familiale|carri[èe]re)|interruption (?:de carri[èe]re|professionnelle))(?!\p{L})/iu;

const isBreak = (title: string | null) => title !== null && BREAK.test(title);

export function isAnonymous(profile: Profile | AnonymousProfile): profile is AnonymousProfile {
  return 'anonymous' in profile;
}

/** Share of the parts that a score reads and that are filled; `derived.completeness` also counts contact data, which must not matter here. */
function workCompleteness(profile: Profile): number {
  const parts = [
    profile.experiences.length > 0,
    profile.experiences.some((job) => job.start !== null),
    profile.experiences.some((job) => job.description !== null),
    profile.education.length > 0,
    profile.skills.length > 0,
    profile.languages.length > 0,
  ];
  return parts.filter(Boolean).length / parts.length;
}

function scrubEvidence(evidences: Evidences, scrub: Scrub): Evidences {
  return Object.fromEntries(
    Object.entries(evidences).map(([field, proof]) => [field, { ...proof, quote: scrub(proof.quote) }]),
  );
}

/** Years of study tell an age: the quotes of dates go, and years inside the other quotes too. */
function withoutDates({ start: _start, end: _end, date: _date, ...others }: Evidences): Evidences {
  return scrubEvidence(others, (quote) => quote.replace(/\b(?:\d{2}[/.])?(?:19|20)\d{2}\b/g, '—'));
}
