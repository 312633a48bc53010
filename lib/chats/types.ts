export const PLATFORMS = ['chatgpt', 'claude', 'grok', 'lechat', 'markdown'] as const;
export type ChatPlatform = (typeof PLATFORMS)[number];

export interface ChatMessage {
  role: 'user' | 'assistant' | 'system' | 'tool';
  /** ISO 8601; null when the export does not say. */
  at: string | null;
  text: string;
}

export interface ChatAttachment {
  name: string;
  mimeType: string | null;
  /** Null when the export does not say. */
  bytes: number | null;
}

/** One conversation, whichever program it comes from. */
export interface Chat {
  platform: ChatPlatform;
  title: string;
  startedAt: string | null;
  updatedAt: string | null;
  messages: ChatMessage[];
  /** Named by the export; their contents are not in it, or not taken. */
  attachments: ChatAttachment[];
}

/** Anything that was parsed from JSON. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };
