export { closeExtractors, extractDocument } from './extract';
export type { SourceFile } from './reader';
export * from './types';
export * from './sections';
export { fold, isUpperCase, key, words } from './text/fold';
export { terms } from './text/terms';
