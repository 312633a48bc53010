import { createHash } from 'node:crypto';
import { toPlainSchema } from '../../../ollama';
import { educationTask } from './education';
import { experiencesTask } from './experiences';
import { identityTask } from './identity';
import { PREAMBLE, SHORT_PREAMBLE } from './preamble';
import { skillsTask } from './skills';

/** Raised with every change of a prompt or of an answer's shape; kept in each profile's `meta.model`. */
export const PROMPT_VERSION = '2';

export { educationTask, type EducationAnswer, type EducationClaim } from './education';
export { experiencesTask, type ExperienceClaim, type ExperiencesAnswer } from './experiences';
export { identityTask, type IdentityAnswer } from './identity';
export { ENGLISH, FRENCH, type PromptExample } from './examples';
export { preambleFor } from './preamble';
export { skillsTask, type SkillsAnswer } from './skills';
export type { Task } from './task';

/** Everything that the model is told beside the CV, as one SHA-256: tells apart prompts that bear the same version by mistake. */
export const PROMPT_SHA256 = createHash('sha256')
  .update(
    JSON.stringify([
      PREAMBLE,
      SHORT_PREAMBLE,
      ...[identityTask, experiencesTask, educationTask, skillsTask].map(({ instructions, schema, maxTokens }) => [
        instructions,
        toPlainSchema(schema),
        maxTokens,
      ]),
    ]),
  )
  .digest('hex');
