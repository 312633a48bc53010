import { z } from 'zod/v4';
import type { Task } from './task';

const schema = z.object({
  education: z
    .array(
      z.object({
        line: z.number().int(),
        degree: z.string(),
        field: z.string(),
        institutionLine: z.number().int(),
        institution: z.string(),
        place: z.string(),
        start: z.string(),
        end: z.string(),
      }),
    )
    .max(20),
});

export type EducationAnswer = z.infer<typeof schema>;
export type EducationClaim = EducationAnswer['education'][number];

export const educationTask: Task<EducationAnswer> = {
  name: 'education',
  schema,
  maxTokens: 900,
  instructions: `Task: list every degree, diploma and course of study of the CV, in the CV's order. No jobs.
- line: the line where the degree stands. degree: its name. field: its subject, when it is written apart from the degree's name.
- institution: the school or university, without its city; institutionLine: the line where it stands.
- place: city or country.
- start, end: as written; when there is only one date it is the end.`,
};
