import type { Locale } from '../errors';
import type { Job } from './experience';
import type { Fact } from './facts';
import { words } from './words';

const LONGEST_QUOTE = 110;

/** « Cadre de santé, Clinique des Ormeaux (2022 – aujourd’hui) »: a job as a recruiter would name it. */
export function describeJob(job: Job, locale: Locale): string {
  const name = [job.title, job.employer].filter(Boolean).join(', ');
  const end = job.current ? words[locale].today : yearOf(job.end);
  const dates = [yearOf(job.start), end].filter(Boolean).join(' – ');
  return shorten(name) + (dates ? ` (${dates})` : '');
}

/** A job by its name, anything else by its own words in quotes. */
export function describeFact(fact: Fact, locale: Locale): string {
  if (fact.source === 'title' && fact.job) return describeJob(fact.job.job, locale);
  const quote = shorten(fact.text.replace(/[.;,\s]+$/, ''));
  return locale === 'fr' ? `« ${quote} »` : `“${quote}”`;
}

function yearOf(date: string | null): string {
  return date?.slice(0, 4) ?? '';
}

function shorten(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= LONGEST_QUOTE) return flat;
  const cut = flat.slice(0, LONGEST_QUOTE);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_QUOTE - 30))}…`;
}
