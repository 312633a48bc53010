export { createOllama, DEFAULT_CONTEXT_TOKENS, DEFAULT_EMBED_MODEL, DEFAULT_MODEL, type OllamaParts } from './client';
export { HostRegistry, type BreakerTimes } from './hosts';
export { toPlainSchema } from './schema';
export { estimateTokens } from './tokens';
export type {
  ChatAnswer,
  ChatRequest,
  ChatUsage,
  EmbedAnswer,
  EmbedRequest,
  HostHealth,
  ModelId,
  OllamaClient,
  OllamaConfig,
  OllamaHealth,
} from './types';
export { createDeadline, orAborted, type Deadline } from './deadline';
