import type { z } from 'zod/v4';

/** One request to the model: what it asks, in which shape, and how long the answer may be. */
export interface Task<T> {
  name: 'identity' | 'experiences' | 'education' | 'skills' | 'question';
  instructions: string;
  schema: z.ZodType<T>;
  /** About twice what a rich CV needs; fewer when the model's context is small. */
  maxTokens: number;
}
