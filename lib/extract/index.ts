export { closeExtractors, extractDocument } from './extract';
export type { SourceFile } from './reader';
export * from './types';
