export { applyTombstones, eraseCandidate, listTombstones } from './erase';
export { getCandidate, listCandidates, listVersions, readDocument } from './read';
export { searchCandidates } from './search';
export { upsertCandidate } from './upsert';
