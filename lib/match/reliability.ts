import type { AnonymousProfile } from './anonymize';
import { spanOf } from './experience';
import type { Reliability, ReliabilityPart } from './types';

/** Shares of the parts; published in docs/scoring.md. */
const SHARES = { completeness: 0.4, evidence: 0.25, agreement: 0.15, warnings: 0.1, dates: 0.1 };
/** So many disagreements or warnings leave nothing of their part. */
const MOST_REMARKS = 10;
const PARTLY_READ = 0.8;
/** Months of which nothing is said before they are mentioned; shorter ones are ordinary. */
const GAP_MONTHS = 6;

/**
 * How far the reading of a profile can be relied on: about the CV and its reader, never about the person, and no part of the fit. Gaps between jobs
 * are counted for whoever asks about them and weigh nothing: people raise children, fall ill, learn.
 */
export function reliabilityOf(profile: AnonymousProfile): Reliability {
  const { completeness, warnings, disagreements, partial } = profile.quality;
  const entries = [...profile.experiences, ...profile.education, ...profile.skills, ...profile.languages];
  const backed = entries.filter(({ evidence }) => Object.keys(evidence).length > 0).length;
  const contradictory = profile.experiences.filter(isContradictory(profile.referenceDate)).length;
  const part = (name: keyof typeof SHARES, value: number, count: number): ReliabilityPart => ({
    ...{ name, value: rounded(value), weight: SHARES[name], count },
  });
  const parts = [
    part('completeness', completeness, Math.round(completeness * 6)),
    part('evidence', entries.length === 0 ? 0 : backed / entries.length, entries.length - backed),
    part('agreement', entries.length === 0 ? 0 : 1 - Math.min(1, disagreements / MOST_REMARKS), disagreements),
    part('warnings', entries.length === 0 ? 0 : 1 - Math.min(1, warnings / MOST_REMARKS), warnings),
    part(
      'dates',
      profile.experiences.length === 0 ? Math.min(1, entries.length) : 1 - contradictory / profile.experiences.length,
      contradictory,
    ),
  ];
  const sum = parts.reduce((total, { value, weight }) => total + value * weight, 0);
  return {
    value: rounded(sum * (partial ? PARTLY_READ : 1)),
    parts: [...parts, { name: 'gaps', value: 1, weight: 0, count: gapsOf(profile) }],
  };
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;

type Job = AnonymousProfile['experiences'][number];

/** Ends before it begins, begins after the CV was received, or is both ended and current. */
const isContradictory =
  (referenceDate: string) =>
  ({ start, end, current }: Job): boolean => {
    const comparable = (date: string, like: string) => date.slice(0, Math.min(date.length, like.length));
    if (start !== null && end !== null && comparable(end, start) < comparable(start, end)) return true;
    if (start !== null && comparable(start, referenceDate) > comparable(referenceDate, start)) return true;
    return current && end !== null && comparable(end, referenceDate) < comparable(referenceDate, end);
  };

function gapsOf({ experiences, referenceDate }: AnonymousProfile): number {
  const spans = experiences.flatMap((job) => spanOf(job, referenceDate) ?? []).sort((a, b) => a.from - b.from);
  let reached = spans[0]?.to ?? 0;
  let gaps = 0;
  for (const { from, to } of spans) {
    if (from - reached >= GAP_MONTHS) gaps += 1;
    reached = Math.max(reached, to);
  }
  return gaps;
}
