export { answersInMemory, type KeepAnswers } from './answers';
export {
  chosenPool,
  n8nOllamaConfig,
  ollamaConfig,
  poolConfig,
  sharedOllama,
  usePool,
  withAnswers,
  withPool,
} from './credentials';
export { credentialTest, ollamaProblems, vivierOllamaTest, vivierTalentPoolTest } from './credential-tests';
export { poolAuthentication, poolCredentials } from './pool-parameters';
export { failItem, toItemError, toNodeError, type ItemError } from './errors';
export { extend, forEachItem, profileOf, required } from './items';
export { drawPages } from './pages';
export { isLetter, withoutLetters } from './letters';
export { documentLocale, localeParameter } from './locale';
export { candidateOf, madeList } from './made';
export { reportFormats, textFormats } from './formats';
export { reportTrouble, runFlow, startFlow, toJson } from './runs';
