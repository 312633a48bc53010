import type { Cefr, Evidence, Language } from '../profile';
import { degreeLevelIn, degreeLevelName } from './degrees';
import { spanOf, yearsSince } from './experience';
import type { Fact, Facts, JobFacts } from './facts';
import { fieldRecord, type FieldRecord } from './field';
import { cefrIn, cefrRank, languageCode, languageName } from './languages';
import type { PreparedOffer } from './prepare';
import { describeFact, describeJob } from './proof';
import { profileCloseness, type Relevance } from './relevance';
import { isPersonal } from './requirements';
import { searchAlternatives, searchUnits, type Unit } from './search';
import type { Criterion, CriterionStatus } from './types';
import { words } from './words';

/** What a criterion came to: how far it is fulfilled (0 to 1), why, and where the CV says so. */
export interface Finding {
  status: CriterionStatus;
  fulfilment: number;
  reason: string;
  evidence: Evidence[];
}

export interface Case {
  prepared: PreparedOffer;
  facts: Facts;
  relevance: Relevance;
}

/** Status by fulfilment; below PARTLY a finding is worth nothing. */
const MET = 0.7;
const PARTLY = 0.25;
/** Standing in a list of skills (trust .75) is nearly as good as shown in a job (trust .9). */
const FULL_STRENGTH = 0.9;
/** Year-only dates lose some months on average. */
const YEARS_TOLERANCE = 0.9;
/** What an unknown criterion is worth until someone asks: the score's interval tells how much that matters. */
export const UNKNOWN_SHARE = 1 / 3;

export function evaluate(criterion: Criterion, of: Case): Finding {
  switch (criterion.kind) {
    case 'years':
      return evaluateYears(criterion, of);
    case 'language':
      return evaluateLanguage(criterion, of);
    case 'degree':
      return evaluateDegree(criterion, of);
    case 'title':
      return evaluateTitle(of);
    case 'text':
      return evaluateText(of);
    default:
      return evaluateSkill(criterion, of);
  }
}

const wantedUnits = (criterion: Criterion, { prepared }: Case): Unit[][] => prepared.wanted.get(criterion.id) ?? [];
const statusOf = (fulfilment: number): CriterionStatus =>
  fulfilment >= MET ? 'met' : fulfilment >= PARTLY ? 'partly' : 'missing';
const proofs = (facts: Fact[]): Evidence[] => facts.flatMap((fact) => fact.evidence ?? []).slice(0, 3);

function unknown(reason: string): Finding {
  return { status: 'unknown', fulfilment: UNKNOWN_SHARE, reason, evidence: [] };
}

function evaluateSkill(criterion: Criterion, of: Case): Finding {
  const w = words[of.prepared.locale];
  if (isPersonal(criterion.terms ?? [])) return unknown(w.personal(criterion.label));
  const hit = searchAlternatives(of.facts.all, wantedUnits(criterion, of));
  const fulfilment = Math.min(1, hit.strength / FULL_STRENGTH);
  const status = statusOf(fulfilment);
  const shown = hit.facts
    .map((fact) => describeFact(fact, of.prepared.locale))
    .slice(0, 2)
    .join(w.between);
  if (status === 'missing') {
    if (isScant(of.facts)) return unknown(w.notSaid(criterion.label));
    return { status, fulfilment: 0, reason: w.absent(criterion.label), evidence: [] };
  }
  const reason = status === 'met' ? w.shown(criterion.label, shown) : w.partly(criterion.label, shown);
  return { status, fulfilment, reason, evidence: proofs(hit.facts) };
}

/** Too little was read to call anything missing. */
function isScant({ profile }: Facts): boolean {
  return profile.skills.length === 0 && profile.experiences.every((job) => job.description === null);
}

function evaluateYears(criterion: Criterion, of: Case): Finding {
  const { facts, prepared, relevance } = of;
  const w = words[prepared.locale];
  const years = criterion.years ?? 0;
  const wanted = wantedUnits(criterion, of);
  const record = wanted.length === 0 ? relevance.record : fieldRecord(facts, (job) => relevance.toUnits(job, wanted));
  if (facts.jobs.length === 0 || (record.jobs.length > 0 && record.months === 0 && !record.dated))
    return unknown(w.yearsUnknown(years));
  const ratio = record.months / (years * 12);
  const proof = longestJob(record, of);
  const shown = proof ? describeJob(proof.job, prepared.locale) : '';
  const evidence = record.jobs.flatMap(({ facts: job }) => proofs(job.facts.slice(0, 1))).slice(0, 3);
  if (record.months === 0) return { status: 'missing', fulfilment: 0, reason: w.yearsNone(years), evidence: [] };
  if (ratio >= YEARS_TOLERANCE)
    return { status: 'met', fulfilment: 1, reason: w.yearsMet(record.months, years, shown), evidence };
  return {
    status: ratio >= 0.5 ? 'partly' : 'missing',
    fulfilment: ratio,
    reason: w.yearsShort(record.months, years, shown),
    evidence,
  };
}

function longestJob(record: FieldRecord, { facts }: Case): JobFacts | null {
  const months = ({ span }: JobFacts) => (span ? span.to - span.from : 0);
  const best = record.jobs[0]?.relevance ?? 0;
  const close = record.jobs.filter(({ relevance }) => relevance >= best * 0.8).map(({ facts: job }) => job);
  return close.sort((a, b) => months(b) - months(a) || facts.jobs.indexOf(a) - facts.jobs.indexOf(b))[0] ?? null;
}

function evaluateLanguage(criterion: Criterion, { facts, prepared }: Case): Finding {
  const w = words[prepared.locale];
  const code = criterion.languageCode ?? '';
  const name = languageName(code, prepared.locale);
  const { languages, language: ofCv } = facts.profile;
  const spoken = languages.find((entry) => (entry.code ?? languageCode(entry.name)) === code);
  if (!spoken) {
    if (ofCv === code) return { status: 'met', fulfilment: 0.85, reason: w.languageOfCv(name), evidence: [] };
    if (languages.length === 0) return unknown(w.languageUnknown(name));
    return { status: 'missing', fulfilment: 0, reason: w.languageAbsent(name), evidence: [] };
  }
  const evidence = Object.values(spoken.evidence).slice(0, 1);
  const level = levelOf(spoken);
  if (level === null) return { status: 'partly', fulfilment: 0.6, reason: w.languageNoLevel(name), evidence };
  const shown = level === 'native' ? w.nativeSpeaker : level;
  const wanted = (criterion.level ?? 'B1') as Cefr;
  const below = cefrRank(wanted) - cefrRank(level);
  if (below <= 0) return { status: 'met', fulfilment: 1, reason: w.languageMet(name, shown), evidence };
  const fulfilment = below === 1 ? 0.65 : below === 2 ? 0.25 : 0.05;
  return {
    status: below === 1 ? 'partly' : 'missing',
    fulfilment,
    reason: w.languageBelow(name, shown, wanted),
    evidence,
  };
}

function levelOf(language: Language): Cefr | null {
  return language.level ?? (language.levelText === null ? null : cefrIn(language.levelText));
}

function evaluateDegree(criterion: Criterion, of: Case): Finding {
  const { facts, prepared, relevance } = of;
  const w = words[prepared.locale];
  const wanted = Number(criterion.level);
  const units = wantedUnits(criterion, of);
  const inField =
    units.length > 0
      ? searchAlternatives(
          facts.all.filter((fact) => fact.source === 'education'),
          units,
        )
      : null;
  const practised = relevance.record.jobs[0];
  const degrees = facts.profile.education.map((entry) => ({
    entry,
    level: entry.level ?? degreeLevelIn(`${entry.degree ?? ''} ${entry.field ?? ''}`),
  }));
  const best = degrees.reduce<(typeof degrees)[number] | null>(
    (top, next) => (top === null || (next.level ?? 0) > (top.level ?? 0) ? next : top),
    null,
  );
  if (best === null) return unknown(w.degreeUnknown(degreeLevelName(wanted, prepared.locale)));
  const name =
    [best.entry.degree, best.entry.field].filter(Boolean).join(' – ') ||
    degreeLevelName(best.level ?? 0, prepared.locale);
  const evidence = Object.values(best.entry.evidence).slice(0, 1);
  const reached = best.level === null ? 0.5 : best.level >= wanted ? 1 : best.level === wanted - 1 ? 0.6 : 0.2;
  const fulfilment = inField === null ? reached : reached * (0.3 + 0.7 * Math.min(1, inField.strength / FULL_STRENGTH));
  if (fulfilment < MET && inField !== null && practised && practised.relevance >= 0.8 && reached < 1)
    return {
      status: 'partly',
      fulfilment: Math.max(fulfilment, 0.5),
      reason: w.degreeByPractice(describeJob(practised.facts.job, prepared.locale)),
      evidence,
    };
  if (reached < 1)
    return {
      status: statusOf(fulfilment),
      fulfilment,
      reason: w.degreeBelow(name, degreeLevelName(wanted, prepared.locale)),
      evidence,
    };
  return {
    status: statusOf(fulfilment),
    fulfilment,
    reason: fulfilment >= MET ? w.degreeMet(name) : w.degreeOtherField(name),
    evidence,
  };
}

/** Years after which a job weighs its least (7 tenths): trades change, people do not forget them. */
const FADES_OVER_YEARS = 12;

/** The closest job, somewhat less when it is long past or was short. */
function evaluateTitle({ facts, prepared, relevance }: Case): Finding {
  const w = words[prepared.locale];
  if (facts.jobs.length === 0) return unknown(w.titleUnknown);
  const wantedMonths = (prepared.years || 3) * 12;
  const rated = facts.jobs.map((job) => ({
    job,
    value: relevance.toOffer(job) * recency(job, facts) * (job.practice ? 1 : 0.5),
  }));
  const best = rated.reduce((top, next) => (next.value > top.value ? next : top));
  const experienced = 0.6 + 0.4 * Math.min(1, relevance.record.months / wantedMonths);
  const fulfilment = Math.min(1, best.value / 0.8) * experienced;
  const status = statusOf(fulfilment);
  if (status === 'missing') return { status, fulfilment, reason: w.titleFar, evidence: [] };
  const proof = describeJob(best.job.job, prepared.locale);
  return {
    status,
    fulfilment,
    reason: status === 'met' ? w.titleMet(proof) : w.titleNear(proof),
    evidence: proofs(best.job.facts.slice(0, 1)),
  };
}

function recency(job: JobFacts, { profile }: Facts): number {
  const span = job.span ?? spanOf(job.job, profile.referenceDate);
  return span ? 1 - 0.3 * Math.min(1, yearsSince(span, profile.referenceDate) / FADES_OVER_YEARS) : 0.85;
}

/** Half how many of the advertisement's subjects the CV shows, half how alike the two are as a whole. */
function evaluateText({ facts, prepared }: Case): Finding {
  const w = words[prepared.locale];
  if (prepared.textUnits.length === 0) return { status: 'missing', fulfilment: 0, reason: w.textNone, evidence: [] };
  if (isScant(facts) && facts.jobs.length === 0) return unknown(w.textUnknown);
  const hit = searchUnits(facts.all, prepared.textUnits);
  const fulfilment = Math.min(1, (hit.strength + profileCloseness(prepared, facts)) / 2 / 0.7);
  const status = statusOf(fulfilment);
  const shown = hit.facts
    .slice(0, 2)
    .map((fact) => describeFact(fact, prepared.locale))
    .join(w.between);
  const reason = hit.strength === 0 ? w.textNone : w.textShare(Math.round(hit.strength * 100), shown);
  return { status, fulfilment, reason, evidence: proofs(hit.facts) };
}
