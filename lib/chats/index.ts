export { changesFrom } from './accept';
export { readChats, type ReadChatsOptions } from './read';
export { suggestFromChats, type ChatSuggestion } from './suggest';
export { toMarkdown } from './to-markdown';
export { PLATFORMS, type Chat, type ChatAttachment, type ChatMessage, type ChatPlatform } from './types';
