export * from './schema';
export { emptyProfile } from './empty';
export { derive } from './derive';
export { fromJsonResume, toJsonResume, type JsonResume } from './json-resume';
