import { z } from 'zod/v4';
import type { Task } from './task';

const schema = z.object({
  experiences: z
    .array(
      z.object({
        line: z.number().int(),
        title: z.string(),
        employerLine: z.number().int(),
        employer: z.string(),
        place: z.string(),
        start: z.string(),
        end: z.string(),
        detailsFrom: z.number().int(),
        detailsTo: z.number().int(),
      }),
    )
    .max(30),
});

export type ExperiencesAnswer = z.infer<typeof schema>;
export type ExperienceClaim = ExperiencesAnswer['experiences'][number];

export const experiencesTask: Task<ExperiencesAnswer> = {
  name: 'experiences',
  schema,
  maxTokens: 1800,
  instructions: `Task: list every job, internship, apprenticeship, mission and volunteer work of the CV, in the CV's order. No studies.
- line: the line where the job's title stands. title: the job held.
- employer: the company or organisation, without its city; employerLine: the line where it stands.
- place: city or country of the job.
- start, end: as written; for a job still held, end is the CV's own word for it.
- detailsFrom, detailsTo: first and last line of the text that describes the job; 0 when there is none.`,
};
