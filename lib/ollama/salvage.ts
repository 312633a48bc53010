import type { z } from 'zod/v4';

/** One a list of the answer's: each may lack, and the one that was being written may end in half an entry. */
const MOST_MENDINGS = 12;

/**
 * What an answer had said before it was cut off or began to repeat itself: its whole entries, in the shape that was asked for. Half an entry is left out, as
 * half a value may be a wrong one; lists that the answer did not come to are empty.
 * @returns undefined when there is nothing of that shape.
 */
export async function salvage<T>(text: string, schema: z.ZodType<T>): Promise<T | undefined> {
  const whole = text.slice(0, text.lastIndexOf('}') + 1);
  if (whole === '') return undefined;
  const { jsonrepair } = await import('jsonrepair');
  let json: unknown;
  try {
    json = JSON.parse(jsonrepair(whole));
  } catch {
    return undefined;
  }
  for (let mending = 0; mending < MOST_MENDINGS; mending++) {
    const checked = schema.safeParse(json);
    if (checked.success) return checked.data;
    if (!mend(json, checked.error.issues[0])) return undefined;
  }
  return undefined;
}

/** @returns whether anything could be done about the first thing that does not fit. */
function mend(json: unknown, issue: z.core.$ZodIssue | undefined): boolean {
  const [name, index] = issue?.path ?? [];
  if (typeof json !== 'object' || json === null || typeof name !== 'string') return false;
  const answer = json as Record<string, unknown>;
  const list = answer[name];
  if (list === undefined && issue?.code === 'invalid_type' && issue.expected === 'array') {
    answer[name] = [];
    return true;
  }
  if (!Array.isArray(list) || index !== list.length - 1) return false;
  list.pop();
  return true;
}
