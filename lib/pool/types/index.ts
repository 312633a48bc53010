export * from './config';
export * from './candidate';
export * from './application';
export * from './record';
export * from './rights';
export * from './pool';
export * from './search';
