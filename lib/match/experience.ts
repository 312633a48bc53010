import type { AnonymousProfile } from './anonymize';
import { fold } from './text';

export type Job = AnonymousProfile['experiences'][number];

/** First and last month of a job as months since year 0, the last one excluded. */
export interface Span {
  from: number;
  to: number;
}

/** « Conductrice en formation », "Student Nurse Placement": not years of practice, whatever the extractor called them. */
const TRAINEE =
  /\b(?:stage|stagiaire|intern|internship|placement|trainee|en formation|apprenti|apprentie|apprentice|apprenticeship|apprentissage|alternance|alternant|alternante|student|etudiant|etudiante|contrat pro|praktikum|praktikant|praktikantin|werkstudent|practicas|becario|becaria|stagiair|benevole|volunteer)\b/;

/** True for a job that counts as years of practice: neither internship, apprenticeship nor volunteering. */
export function isPractice(job: Job): boolean {
  if (job.kind === 'internship' || job.kind === 'apprenticeship' || job.kind === 'volunteer') return false;
  return !TRAINEE.test(fold(job.title ?? ''));
}

/** Null when the job has no start. A year alone runs from January; as an end it runs to the year's middle, neither the best nor the worst reading. */
export function spanOf(job: Job, referenceDate: string): Span | null {
  const from = monthIndex(job.start, 0);
  if (from === null) return null;
  const now = nowOf(referenceDate) ?? from + 1;
  const end = monthIndex(job.end, 5);
  const to = end !== null ? end + 1 : job.current ? now : from + 1;
  return { from, to: Math.max(from + 1, Math.min(to, now)) };
}

function monthIndex(date: string | null, monthWhenUnknown: number): number | null {
  const parts = /^(\d{4})(?:-(\d{2}))?/.exec(date ?? '');
  if (!parts) return null;
  return Number(parts[1]) * 12 + (parts[2] ? Number(parts[2]) - 1 : monthWhenUnknown);
}

/** Months covered by the spans, overlaps counted once. */
export function monthsCovered(spans: Span[]): number {
  let months = 0;
  let reached = -Infinity;
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    months += Math.max(0, span.to - Math.max(span.from, reached));
    reached = Math.max(reached, span.to);
  }
  return months;
}

/** The month of a date as months since year 0, that month included; null for no date. */
export function nowOf(referenceDate: string): number | null {
  const month = monthIndex(referenceDate.slice(0, 7), 0);
  return month === null ? null : month + 1;
}

/** Months covered by the spans, overlaps counted once; those before `cutoff` count half. */
export function monthsWeighed(spans: Span[], cutoff: number | null): number {
  const all = monthsCovered(spans);
  if (cutoff === null) return all;
  const before = spans.flatMap(({ from, to }) => (from < cutoff ? [{ from, to: Math.min(to, cutoff) }] : []));
  return all - monthsCovered(before) / 2;
}

/** Years since a job ended; 0 while it lasts. */
export function yearsSince(span: Span, referenceDate: string): number {
  const now = nowOf(referenceDate) ?? span.to + 1;
  return Math.max(0, now - span.to) / 12;
}
