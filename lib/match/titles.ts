import type { JobFacts } from './facts';
import type { PreparedOffer } from './prepare';
import { supportOf } from './support';
import { fold } from './text';

/** Not yet, or not quite, the job that follows the word. */
const LESSER =
  /\b(?:assistante?s?|adjointe?s?|aides?|junior|apprentie?s?|stagiaires?|alternante?s?|deputy|trainee|intern|helper|apprentice|junior)\b/;

export const isLesserTitle = (title: string) => LESSER.test(fold(title));

/** True when a job's title is the offer's, by the same words, a synonym or a translation, or a kind of it. */
export function saysTitle(job: JobFacts, { titleWants, offer }: PreparedOffer): boolean {
  const title = job.facts.find((fact) => fact.source === 'title');
  if (!title || titleWants.length === 0) return false;
  if (isLesserTitle(title.text) && !isLesserTitle(offer.title)) return false;
  const known = titleWants.filter(({ senses }) => senses.length > 0);
  return (known.length > 0 ? known : titleWants).every((want) => supportOf(title, want)?.same);
}
