import { z } from 'zod/v4';
import type { Task } from './task';

const schema = z.object({
  nameLine: z.number().int(),
  firstName: z.string(),
  lastName: z.string(),
  headlineLine: z.number().int(),
  headline: z.string(),
  cityLine: z.number().int(),
  city: z.string(),
  summaryFrom: z.number().int(),
  summaryTo: z.number().int(),
});

export type IdentityAnswer = z.infer<typeof schema>;

export const identityTask: Task<IdentityAnswer> = {
  name: 'identity',
  schema,
  maxTokens: 220,
  instructions: `Task: whose CV is it?
- firstName, lastName: of the person whose CV it is; nameLine is the line where the name stands.
- headline: the job or title that the person gives as theirs, usually just below the name.
- city: where the person lives, the city alone, without street or postal code.
- summaryFrom, summaryTo: first and last line of the short text in which the person presents themselves; 0 when there is none.`,
};
