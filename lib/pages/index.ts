export { answerPage, pageLimits } from './router';
export type { PageAnswer, PageDeps, PageLimits, PageRequest } from './types';
