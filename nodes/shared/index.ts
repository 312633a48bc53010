export { answersInMemory, withAnswers, type KeepAnswers } from './answers';
export { ollamaConfig, n8nOllamaConfig, poolConfig, n8nPostgresConfig, sharedOllama, withPool } from './credentials';
export { failItem, toItemError, toNodeError, type ItemError } from './errors';
export { extend, forEachItem, profileOf, required } from './items';
export { isLetter, withoutLetters } from './letters';
export { documentLocale, localeParameter } from './locale';
