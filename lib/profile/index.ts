export * from './schema';
export { emptyProfile } from './empty';
