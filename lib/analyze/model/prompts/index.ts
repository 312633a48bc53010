/** Raised with every change of a prompt or of an answer's shape; kept in each profile's `meta.model`. */
export const PROMPT_VERSION = '1';

export { educationTask, type EducationAnswer, type EducationClaim } from './education';
export { experiencesTask, type ExperienceClaim, type ExperiencesAnswer } from './experiences';
export { identityTask, type IdentityAnswer } from './identity';
export { PREAMBLE } from './preamble';
export { skillsTask, type SkillsAnswer } from './skills';
export type { Task } from './task';
