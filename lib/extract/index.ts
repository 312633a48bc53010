export { extractDocument } from './extract';
export type { SourceFile } from './reader';
export { closeExtractors } from './ocr';
export * from './types';
