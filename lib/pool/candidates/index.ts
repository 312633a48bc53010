export { applyTombstones, eraseCandidate, listTombstones } from './erase';
export { knownFile } from './known';
export { getCandidate, listCandidates, listVersions, readDocument } from './read';
export { listRuns } from './runs';
export { addTraces } from './traces';
export { upsertCandidate } from './upsert';
export { upsertCandidates } from './upsert-many';
