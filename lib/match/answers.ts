import type { Measure } from './measures';
import type { Criterion, PersonAnswer } from './types';

const FULFILMENT: Record<PersonAnswer['answer'], Measure> = {
  yes: { status: 'met', fulfilment: 1 },
  partly: { status: 'partly', fulfilment: 0.5 },
  no: { status: 'missing', fulfilment: 0 },
};

export const measureOfAnswer = ({ answer }: PersonAnswer) => FULFILMENT[answer];

/** The latest answer that a person gave to a criterion, by its id or its label. */
export function answerTo({ id, label }: Criterion, answers: readonly PersonAnswer[]): PersonAnswer | undefined {
  return answers.findLast(({ criterion }) => criterion === id || criterion === label);
}
