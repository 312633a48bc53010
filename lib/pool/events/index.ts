export { latestEvent, listEvents } from './list';
export { listenToPool, type PoolListener } from './listen';
