export { areCurrent, compactFacts, factsVersion, prepareCandidate, type CandidateFacts } from './candidate';
export { CandidateIndex } from './candidate-index';
export { QuickScorer, type QuickScore } from './quick-score';
