export * from './types';
export { anonymize, isAnonymous, type AnonymousProfile } from './anonymize';
export { criteriaOf } from './criteria';
export { cefrIn, cefrRank, languageCode, languageName, languagesIn } from './languages';
export { parseOffer, parseOffers } from './parse-offer';
export { prepareOffer, type PreparedOffer } from './prepare';
export { compareScores, FORMULA, rank, readCandidate, scoreProfile, type ReadCandidate } from './score';
export { degreeLevelIn, degreeLevelName } from './degrees';
export {
  areCurrent,
  CandidateIndex,
  factsVersion,
  prepareCandidate,
  QuickScorer,
  type CandidateFacts,
  type QuickScore,
} from './quick';
export { lintText, type CriterionRisk, type LintOptions, type RiskCategory, type RiskSeverity } from './lint';
export { scrubberOf, type Scrub } from './scrub';
export { durationsIn, type Duration } from './years';
export { rankScores, type OrderChange, type RankedCandidate, type Scored } from './ranking';
export { compareCandidates, type ComparedCriterion, type Comparison } from './comparison';
export { offersFor } from './offers-for';
export {
  auditBias,
  selectionRates,
  variantsOf,
  type AuditOptions,
  type BiasAudit,
  type CounterfactualResult,
  type GroupRate,
} from './audit';
export { calibrate, type Calibration, type KindWeight, type PastDecision } from './calibrate';
export { passagesOf, passagesOfOffer, similaritiesTo, type Embed, type Similarity } from './meaning';
export {
  parseOfferWithModel,
  readOfferByRules,
  type DroppedClaim,
  type ReadCriterion,
  type ReadOffer,
} from './read-offer';
export {
  oversightOf,
  type Oversight,
  type OversightHint,
  type OversightOptions,
  type ReviewedDecision,
} from './oversight';
export { scoreMany, type ScoreManyOptions } from './score-many';
export { mentions, type Mention } from './concepts';
export { fold, stem } from './text';
