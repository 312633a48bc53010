import type { ScoreBand } from '../../match';
import { STAGES, type Stage, type StageStep } from '../types';
import { invalid, requiredText } from '../validate';

/** Reached from anywhere, and never part of an order. */
const ENDS: readonly Stage[] = ['rejected', 'withdrawn'];
const MOST_STAGES = 20;

/** Not every offer has a test. */
export const USUAL_STEPS: readonly StageStep[] = STAGES.filter((name) => !ENDS.includes(name)).map((name) => ({
  name,
  optional: name === 'test',
}));

/** The stages that an offer was given, checked. Null: the usual ones. */
export function readSteps(stages: unknown): StageStep[] | null {
  if (stages === undefined || stages === null) return null;
  if (!Array.isArray(stages) || stages.length < 2 || stages.length > MOST_STAGES) {
    throw invalid('stages', `a list of 2 to ${MOST_STAGES} stages`, `une liste de 2 à ${MOST_STAGES} étapes`);
  }
  const steps = (stages as unknown[]).map((stage) => {
    const { name, optional } = typeof stage === 'string' ? { name: stage, optional: false } : (stage as StageStep);
    return { name: requiredText(name, 'stages', 60), optional: optional === true };
  });
  const names = steps.map(({ name }) => name);
  if (new Set(names).size !== names.length || names.some((name) => ENDS.includes(name))) {
    throw invalid(
      'stages',
      `each once, without ${ENDS.join(' and ')}, which every offer has`,
      `chacune une fois, sans ${ENDS.join(' ni ')}, que toute offre possède`,
    );
  }
  return steps;
}

export const stepsOf = (stored: unknown): StageStep[] => (stored as StageStep[] | null) ?? [...USUAL_STEPS];

/** @throws VivierError `invalid-input` when the offer has no such stage. */
export function readStage(stage: unknown, steps: readonly StageStep[]): Stage {
  const names = [...steps.map(({ name }) => name), ...ENDS];
  const known = names.find((name) => name === stage);
  if (known) return known;
  throw invalid('stage', `one of ${names.join(', ')}`, `l’une de : ${names.join(', ')}`);
}

/** Going back, coming back from an end, and passing over a stage that is not optional have to be explained. */
export function needsReason(steps: readonly StageStep[], from: Stage, to: Stage): boolean {
  if (to === 'withdrawn') return false;
  if (ENDS.includes(from) || to === 'rejected') return true;
  const start = steps.findIndex(({ name }) => name === from);
  const end = steps.findIndex(({ name }) => name === to);
  // The offer's stages were changed since: there is no order to check.
  if (start === -1) return false;
  return end < start || steps.slice(start + 1, end).some(({ optional }) => !optional);
}

/** A person turns down what the score puts high, or goes on with what it puts lowest. */
export function isAgainst(band: ScoreBand, steps: readonly StageStep[], to: Stage): boolean {
  if (to === 'rejected') return band === 'strong' || band === 'good';
  return band === 'weak' && steps.findIndex(({ name }) => name === to) > 0;
}
