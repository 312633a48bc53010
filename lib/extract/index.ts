export { closeExtractors, extractDocument } from './extract';
export { wordToPdf } from './convert';
export {
  extractDocuments,
  findDuplicates,
  receivedDay,
  type DocumentOutcome,
  type DocumentsOptions,
  type ReadBefore,
} from './documents';
export { cropBox, renderPages, type PageImage, type PageOptions } from './pages';
export { withTextFiles } from './containers/eml';
export type { SourceFile } from './reader';
export * from './types';
export * from './sections';
export { findInstructions, type InstructionLike } from './suspicion';
export { fold, isUpperCase, key, words } from './text/fold';
export { terms } from './text/terms';
