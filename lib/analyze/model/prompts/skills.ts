import { z } from 'zod/v4';
import type { Task } from './task';

const onLine = z.object({ line: z.number().int(), name: z.string() });

const schema = z.object({
  languages: z.array(z.object({ line: z.number().int(), name: z.string(), level: z.string() })).max(12),
  certifications: z.array(z.object({ line: z.number().int(), name: z.string(), date: z.string() })).max(20),
  projects: z.array(onLine).max(20),
  interests: z.array(onLine).max(20),
  skills: z.array(z.object({ line: z.number().int(), names: z.array(z.string()).max(25) })).max(30),
});

export type SkillsAnswer = z.infer<typeof schema>;

export const skillsTask: Task<SkillsAnswer> = {
  name: 'skills',
  schema,
  maxTokens: 1400,
  instructions: `Task: languages, certifications, projects, interests and skills.
- languages: spoken languages, with the level in the CV's own words. No programming languages.
- certifications: certificates, licences to practise, habilitations. No degrees, no driving licence.
- projects: names of projects that the CV lists apart from the jobs.
- interests: hobbies and interests.
- skills: tools, software, methods, techniques and personal qualities, line by line: for each line that names some, its number and their names.`,
};
