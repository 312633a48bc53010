import type { Evidence } from '../profile';
import type { AnonymousProfile } from './anonymize';
import { mentions } from './concepts';
import { isPractice, spanOf, type Job, type Span } from './experience';
import { fold, sentences, stems } from './text';

export type Source =
  'title' | 'description' | 'skill' | 'education' | 'certification' | 'licence' | 'project' | 'headline' | 'summary';

/** How much a mention proves, by where it stands: a title or a diploma more than a list of skills, and both more than what one says of oneself. */
const TRUST: Record<Source, number> = {
  title: 1,
  certification: 1,
  licence: 1,
  education: 0.9,
  description: 0.9,
  skill: 0.75,
  project: 0.7,
  headline: 0.6,
  summary: 0.5,
};

/** Seen or done in training only. */
const TRAINEE_TRUST = 0.6;

/** One sentence, line or entry of the profile, ready to be searched. */
export interface Fact {
  source: Source;
  text: string;
  trust: number;
  concepts: string[];
  stems: Set<string>;
  job: JobFacts | null;
  evidence: Evidence | null;
}

export interface JobFacts {
  job: Job;
  span: Span | null;
  practice: boolean;
  facts: Fact[];
}

export interface Facts {
  profile: AnonymousProfile;
  jobs: JobFacts[];
  all: Fact[];
}

/** Sentences about what someone wants, lacks or only begins prove nothing. */
const WISH =
  /\b(?:souhait\w*|desir\w*|aimerais|voudrais|envie de|ambition\w*|a la recherche|en recherche|cherche (?:un|une|a)|recherche (?:un|une)|mon objectif|projet d'|en cours d'apprentissage|souhaiterais|prochaine etape|would like|looking (?:for|to)|hop(?:e|ing) to|want(?:s|ing)? to|wish(?:es|ing)? to|keen to|eager to|aspir\w*|seeking|interested in|learning to|currently learning|next step|mochte|busco|deseo|jamais|pas encore|not yet|no experience|never)\b/;

/** The profile as searchable facts. Interests are left out: a hobby is not a qualification. */
export function factsOf(profile: AnonymousProfile): Facts {
  const jobs = profile.experiences.map((job) => jobFacts(job, profile.referenceDate));
  const all = [
    ...jobs.flatMap((job) => job.facts),
    ...profile.education.flatMap((entry) =>
      facts('education', [entry.degree, entry.field, entry.institution].filter(Boolean).join(', '), entry.evidence, [
        'degree',
        'field',
        'institution',
      ]),
    ),
    ...profile.skills.flatMap((skill) => facts('skill', skill.name, skill.evidence, ['name'])),
    ...profile.certifications.flatMap((entry) => facts('certification', entry.name, entry.evidence, ['name'])),
    ...profile.drivingLicences.flatMap((entry) =>
      facts('licence', `permis ${entry.category}`, entry.evidence, ['category']),
    ),
    ...profile.projects.flatMap((entry) =>
      lines(entry.name, entry.description).flatMap((line) =>
        facts('project', line, entry.evidence, ['description', 'name']),
      ),
    ),
    ...facts('headline', profile.headline ?? '', profile.evidence, ['headline']),
    ...lines(profile.summary).flatMap((line) => facts('summary', line, profile.evidence, ['summary'])),
  ];
  return { profile, jobs, all };
}

function jobFacts(job: Job, referenceDate: string): JobFacts {
  const result: JobFacts = { job, span: spanOf(job, referenceDate), practice: isPractice(job), facts: [] };
  result.facts = [
    ...facts('title', job.title ?? '', job.evidence, ['title']),
    ...lines(job.description).flatMap((line) => facts('description', line, job.evidence, ['description'])),
  ].map((fact) => ({ ...fact, job: result, trust: result.practice ? fact.trust : fact.trust * TRAINEE_TRUST }));
  return result;
}

function facts(source: Source, text: string, evidence: Record<string, Evidence>, fields: string[]): Fact[] {
  const trimmed = text.trim();
  if (trimmed === '' || (source !== 'title' && WISH.test(fold(trimmed)))) return [];
  const concepts = [...new Set(mentions(trimmed).map((mention) => mention.concept))];
  const proof = fields.map((field) => evidence[field]).find((found) => found !== undefined) ?? null;
  const quoted = proof && { ...proof, quote: quoteFor(source, trimmed, proof.quote) };
  return [
    {
      source,
      text: trimmed,
      trust: TRUST[source],
      concepts,
      stems: new Set(stems(trimmed)),
      job: null,
      evidence: quoted,
    },
  ];
}

/** A description's evidence covers many lines: quote the one that counts. */
function quoteFor(source: Source, text: string, quote: string): string {
  return (source === 'description' || source === 'summary') && quote.length > text.length ? text : quote;
}

function lines(...texts: (string | null)[]): string[] {
  return texts.flatMap((text) => sentences(text ?? ''));
}
