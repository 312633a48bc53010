import { conceptOf, mentions } from './concepts';
import { lintText, type CriterionRisk } from './lint';
import type { CriterionText, JobOffer } from './types';

/** What an offer asks for that the law forbids or that is risky; quotes of listed criteria and of the text alike. */
export function risksOf({ title, text, criteria, language }: JobOffer): CriterionRisk[] {
  const listed = [...(criteria?.mustHave ?? []), ...(criteria?.niceToHave ?? []), ...(criteria?.questions ?? [])];
  const parts = [title, ...listed.map(textOf), text];
  return lintText(parts.join('\n'), language ? { locale: language.toLowerCase().startsWith('fr') ? 'fr' : 'en' } : {});
}

export const textOf = (item: CriterionText) => (typeof item === 'string' ? item : item.text);

/**
 * A text without what may not be scored. Names of jobs stay (« femme de chambre » is badly worded, but it says which job it is), and so do wordings
 * that are only risky: those are warned of.
 */
export function lawfulText(text: string): string {
  return lintText(text)
    .filter(({ severity, quote }) => severity === 'forbidden' && !namesJob(quote))
    .reduce((kept, { start, end }) => kept.slice(0, start) + ' '.repeat(end - start) + kept.slice(end), text);
}

const namesJob = (quote: string) => mentions(quote).some(({ concept }) => !conceptOf(concept)?.transversal);

/** A listed criterion is scored whole or, when the law forbids a part of it, not at all. */
export const isScored = (item: CriterionText) => lawfulText(textOf(item)) === textOf(item);
