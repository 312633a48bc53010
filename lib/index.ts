/** What programs outside n8n may use: one line per folder, in the order in which data flows. */
export { VivierError } from './errors';
export {
  emptyProfile,
  fromJsonResume,
  profileSchema,
  toCsv,
  toEuropassXml,
  toFlatFrench,
  toJsonResume,
  toMarkdown,
  type CsvRow,
  type FlatFrench,
  type Profile,
} from './profile';
export {
  closeExtractors,
  extractDocument,
  extractDocuments,
  findDuplicates,
  receivedDay,
  type DocumentOutcome,
  type ExtractedDocument,
  type ExtractOptions,
} from './extract';
export { createOllama, type OllamaClient, type OllamaConfig } from './ollama';
export { loadTaxonomy, withCodes, type Taxonomy } from './taxonomy';
export {
  analyze,
  ask,
  createMemoryCache,
  letterOf,
  referenceDay,
  reviewReasons,
  type AnalysisCache,
  type AnalyzeOptions,
  type AskOptions,
  type CvAnswer,
} from './analyze';
export {
  anonymize,
  criteriaOf,
  parseOffer,
  prepareOffer,
  rank,
  scoreProfile,
  type JobOffer,
  type Score,
} from './match';
export { renderCompanyCv, renderProfileHtml, renderShortlist } from './documents';
export { openPool, type PoolConfig, type TalentPool } from './pool';
