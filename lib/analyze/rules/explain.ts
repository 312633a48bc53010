import { evidenceOf } from '../evidence';
import type { Row } from './rows';
import type { Feature } from './score';
import type { Unit } from './slots';

/** A piece of the CV that was weighed for a field, with every feature that spoke for or against it. */
export interface ExplainedCandidate {
  text: string;
  /** The line it begins on (1-based, over the whole document). */
  line: number;
  score: number;
  features: { name: string; points: number }[];
}

/** How one field was found. Holds text of the CV: for the person's own eyes, never for a log. */
export interface ExplainedField {
  /** `identity.fullName`, `headline`, `experiences.title`, `experiences.employer`, `education.degree`, `education.institution`. */
  field: string;
  chosen: string | null;
  /** What decided: the best score, a label in the CV, or how the entries of the section are laid out. */
  decidedBy: 'score' | 'label' | 'layout' | 'nothing';
  /** Best first. */
  candidates: ExplainedCandidate[];
}

export type ExplanationSink = (field: ExplainedField) => unknown;

let sink: ExplanationSink | undefined;

/** The rules run in one go without waiting for anything, so one sink at a time is enough, and no function needs a parameter for it. */
export function explaining<T>(to: ExplanationSink | undefined, run: () => T): T {
  sink = to;
  try {
    return run();
  } finally {
    sink = undefined;
  }
}

/** Nothing is computed unless somebody asked. */
export function explain(make: () => ExplainedField): void {
  if (sink) sink(make());
}

export function candidateOf<T>(
  features: readonly Feature<T>[],
  item: T,
  text: string,
  rows: readonly Row[],
): ExplainedCandidate {
  const spoken = features.filter(([, test]) => test(item)).map(([name, , points]) => ({ name, points }));
  const score = spoken.reduce((sum, { points }) => sum + points, 0);
  return { text, line: evidenceOf(rows, text).lines[0], score: Math.round(score * 100) / 100, features: spoken };
}

export const bestFirst = (candidates: readonly ExplainedCandidate[]): ExplainedCandidate[] =>
  [...candidates].sort((a, b) => b.score - a.score);

/** Which statement of an entry's head was taken for a field; `slot` is where the section's entries mostly have it. */
export function explainPick(
  field: string,
  units: readonly Unit[],
  chosen: Unit | null,
  slot: string | undefined,
  features: readonly Feature<Unit>[],
): void {
  explain(() => ({
    field,
    chosen: chosen?.text ?? null,
    decidedBy: chosen === null ? 'nothing' : chosen.slot === slot ? 'layout' : 'score',
    candidates: bestFirst(units.map((unit) => candidateOf(features, unit, unit.text, [unit.row]))),
  }));
}
