export { exportCandidate } from './export';
export { liftHold, placeHold } from './hold';
export { mergeCandidates } from './merge';
export { rectifyCandidate } from './rectify';
export { listDue, listRenewals, purge, renewConsent } from './retention';
