import type { INodeExecutionData } from 'n8n-workflow';
import type { PersonAnswer } from '../../lib/match';

/** Answers of people that an earlier node left on the item: `{criterion, answer, by}` each. Anything else in there is passed over. */
export function answersOf(item: INodeExecutionData): PersonAnswer[] {
  const { answers } = item.json;
  return Array.isArray(answers) ? answers.filter(isAnswer) : [];
}

function isAnswer(value: unknown): value is PersonAnswer {
  if (typeof value !== 'object' || value === null) return false;
  const { criterion, answer, by } = value as Partial<PersonAnswer>;
  return typeof criterion === 'string' && typeof by === 'string' && ['yes', 'partly', 'no'].includes(String(answer));
}
