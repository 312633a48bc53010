export { listDecisions } from './decisions';
export { getApplication, listRefusals, workOn } from './read';
export { moveStage } from './stages';
export { listApplications, upsertApplication } from './upsert';
export { addNote, assignApplication, inviteToTest, overrideScore, recordConsent, updateTest } from './work';
