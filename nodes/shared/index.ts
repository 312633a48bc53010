export { ollamaConfig, n8nOllamaConfig, poolConfig, n8nPostgresConfig, sharedOllama, withPool } from './credentials';
export { failItem, toItemError, toNodeError, type ItemError } from './errors';
export { extend, forEachItem, profileOf, required } from './items';
export { documentLocale, localeParameter } from './locale';
