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
  auditBias,
  calibrate,
  compareCandidates,
  criteriaOf,
  lintText,
  offersFor,
  oversightOf,
  parseOffer,
  parseOfferWithModel,
  prepareOffer,
  rank,
  rankScores,
  readOfferByRules,
  scoreMany,
  scoreProfile,
  similaritiesTo,
  type BiasAudit,
  type Calibration,
  type Comparison,
  type CriterionRisk,
  type Embed,
  type JobOffer,
  type Oversight,
  type PastDecision,
  type PersonAnswer,
  type RankedCandidate,
  type ReadOffer,
  type ReviewedDecision,
  type Score,
  type Similarity,
} from './match';
export { renderBiasAudit, renderCompanyCv, renderComparison, renderProfileHtml, renderShortlist } from './documents';
export { openPool, type PoolConfig, type TalentPool } from './pool';
