export { endWorkers } from './pool';
