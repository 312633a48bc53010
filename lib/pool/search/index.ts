export { askPool, understand } from './ask';
export { candidatesForOffer, offersForCandidate } from './by-score';
export { refreshIndex } from './refresh';
export { searchCandidates } from './search';
