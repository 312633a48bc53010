export { splitHosts } from './address';
export { createChatModel, type ChatModelConfig, type ForeignChatModel } from './chat-model';
export { createOllama, DEFAULT_CONTEXT_TOKENS, DEFAULT_EMBED_MODEL, DEFAULT_MODEL, type OllamaParts } from './client';
export { HostRegistry, type BreakerTimes } from './hosts';
export { toPlainSchema } from './schema';
export { asUrgent } from './urgent';
export { estimateTokens } from './tokens';
export type {
  ChatAnswer,
  ChatRequest,
  ChatUsage,
  EmbedAnswer,
  EmbedRequest,
  HealthRequest,
  HostHealth,
  ModelClient,
  ModelId,
  OllamaClient,
  OllamaConfig,
  OllamaHealth,
  PullProgress,
  PullRequest,
  WarmUp,
} from './types';
export { createDeadline, orAborted, type Deadline } from './deadline';
