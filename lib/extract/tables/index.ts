export { looksLikeCandidateText } from './csv';
export { openTable } from './open';
