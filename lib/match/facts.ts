import type { Evidence } from '../profile';
import type { AnonymousProfile } from './anonymize';
import { conceptIndex, mentions, type Mention } from './concepts';
import { isPractice, spanOf, yearsSince, type Job, type Span } from './experience';
import { presenceOf, type Presence, type WeightedText } from './field';
import { root } from './roots';
import { fold, sentences, tokenize, type Token } from './text';

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
  /** `conceptIndex` of each concept that is mentioned, once. */
  conceptsAt: number[];
  mentions: Mention[];
  tokens: Token[];
  stems: Set<string>;
  roots: Set<string>;
  job: JobFacts | null;
  /** Where the CV says so, the most telling field first; empty when the reader kept no evidence. */
  evidence: Evidence[];
}

export interface JobFacts {
  job: Job;
  span: Span | null;
  practice: boolean;
  facts: Fact[];
  /** What the job is about, from its title and all of its description. */
  shows: Presence;
  /** What a job long past keeps of its worth, 0.7 to 1. */
  recency: number;
}

export interface Facts {
  profile: AnonymousProfile;
  jobs: JobFacts[];
  education: { entry: AnonymousProfile['education'][number]; facts: Fact[] }[];
  all: Fact[];
  /** What the practice and the person's own words are about as a whole; lists of skills are left out, as they name more than one does. */
  shows: Presence;
}

/** Sentences about what someone wants, lacks or only begins prove nothing. */
const WISH =
  /\b(?:souhait\w*|desir\w*|aimerais|voudrais|envie de|ambition\w*|a la recherche|en recherche|cherche (?:un|une|a)|recherche (?:un|une)|mon objectif|projet d'|en cours d'apprentissage|souhaiterais|prochaine etape|would like|looking (?:for|to)|hop(?:e|ing) to|want(?:s|ing)? to|wish(?:es|ing)? to|keen to|eager to|aspir\w*|seeking|interested in|learning to|currently learning|next step|mochte|busco|deseo|jamais|pas encore|not yet|no experience|never)\b/;

/** The profile as searchable facts. Interests are left out: a hobby is not a qualification. */
export function factsOf(profile: AnonymousProfile): Facts {
  const jobs = profile.experiences.map((job) => jobFacts(job, profile.referenceDate));
  const education = profile.education.map((entry) => ({
    entry,
    facts: facts(
      'education',
      [entry.degree, entry.field, entry.institution].filter(Boolean).join(', '),
      entry.evidence,
      ['degree', 'field', 'institution'],
    ),
  }));
  const all = [
    ...jobs.flatMap((job) => job.facts),
    ...education.flatMap((one) => one.facts),
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
  return { profile, jobs, education, all, shows: careerOf(jobs, all) };
}

const TITLE_WEIGHT = 3;

function jobTexts({ title, description }: Job): WeightedText[] {
  return [
    { text: title ?? '', weight: TITLE_WEIGHT },
    { text: description ?? '', weight: 1 },
  ];
}

function careerOf(jobs: JobFacts[], all: Fact[]): Presence {
  const others = all.filter((fact) => fact.job === null && fact.source !== 'skill').map((fact) => fact.text);
  return presenceOf([
    ...jobs.filter((job) => job.practice).flatMap(({ job }) => jobTexts(job)),
    { text: others.join('\n'), weight: 1 },
  ]);
}

/** Years after which a job weighs its least: trades change, people do not forget them. */
const FADES_OVER_YEARS = 12;
const UNDATED = 0.85;

function recencyOf(span: Span | null, referenceDate: string): number {
  return span ? 1 - 0.3 * Math.min(1, yearsSince(span, referenceDate) / FADES_OVER_YEARS) : UNDATED;
}

function jobFacts(job: Job, referenceDate: string): JobFacts {
  const span = spanOf(job, referenceDate);
  const result: JobFacts = {
    ...{ job, span, practice: isPractice(job), facts: [] },
    ...{ shows: presenceOf(jobTexts(job)), recency: recencyOf(span, referenceDate) },
  };
  const written = (job.description ?? '').split('\n');
  result.facts = [
    ...facts('title', job.title ?? '', job.evidence, ['title']),
    ...written.flatMap((line, index) => {
      const evidence = { description: lineOf(job.evidence.description, index, written.length) };
      return lines(line).flatMap((part) => facts('description', part, evidence, ['description']));
    }),
  ].map((fact) => ({ ...fact, job: result, trust: result.practice ? fact.trust : fact.trust * TRAINEE_TRUST }));
  return result;
}

/** A description's evidence covers all its lines; where they are as many as the description's own, each has its own. */
function lineOf(evidence: Evidence | undefined, index: number, count: number): Evidence | undefined {
  if (!evidence || evidence.lines[1] - evidence.lines[0] + 1 !== count) return evidence;
  const line = evidence.lines[0] + index;
  return { ...evidence, lines: [line, line] };
}

function facts(source: Source, text: string, evidence: Record<string, Evidence | undefined>, fields: string[]): Fact[] {
  const trimmed = text.trim();
  if (trimmed === '' || (source !== 'title' && WISH.test(fold(trimmed)))) return [];
  const tokens = tokenize(trimmed);
  const found = mentions(trimmed, tokens);
  const proofs = fields.flatMap((field) => evidence[field] ?? []);
  return [
    {
      ...{ source, text: trimmed, trust: TRUST[source], job: null },
      ...{ conceptsAt: [...new Set(found.map(({ concept }) => concept))].map(conceptIndex), mentions: found, tokens },
      stems: new Set(tokens.map((token) => token.stem)),
      roots: new Set(tokens.map((token) => root(token.stem))),
      evidence: proofs.map((proof) => ({ ...proof, quote: quoteFor(source, trimmed, proof.quote) })),
    },
  ];
}

/** Of a text of many lines, quote the one that counts. */
function quoteFor(source: Source, text: string, quote: string): string {
  return (source === 'description' || source === 'summary') && quote.length > text.length ? text : quote;
}

/** The evidence of a fact that shows the wording, else its first: a diploma's field may stand on another line than its name. */
export function evidenceFor(fact: Fact, wording = ''): Evidence | undefined {
  const wanted = fold(wording);
  return fact.evidence.find(({ quote }) => wanted !== '' && fold(quote).includes(wanted)) ?? fact.evidence[0];
}

function lines(...texts: (string | null)[]): string[] {
  return texts.flatMap((text) => sentences(text ?? ''));
}
