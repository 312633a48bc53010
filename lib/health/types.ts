import type { Locale } from '../errors';

/** The same in every language, so that one look serves readers of both. */
export type Said = Record<Locale, string>;

/** `ok` is green; `warning` and a part that is not needed are amber; a needed part that is missing or broken is red. */
export type State = 'ok' | 'warning' | 'missing' | 'problem';

export interface Check<Text = string> {
  id: string;
  state: State;
  /** False for parts that Vivier does without. */
  needed: boolean;
  what: Text;
  /** What to do; null when all is well. */
  advice: Text | null;
}

export type Colour = 'green' | 'amber' | 'red';

export function colourOf({ state, needed }: Pick<Check, 'state' | 'needed'>): Colour {
  if (state === 'ok') return 'green';
  return needed && state !== 'warning' ? 'red' : 'amber';
}

/** The worst of them. */
export function overall(checks: Pick<Check, 'state' | 'needed'>[]): Colour {
  const colours = checks.map(colourOf);
  return colours.find((one) => one === 'red') ?? colours.find((one) => one === 'amber') ?? 'green';
}

export function inLanguage(check: Check<Said>, locale: Locale): Check {
  return { ...check, what: check.what[locale], advice: check.advice?.[locale] ?? null };
}
