import type { ChatAttachment, ChatMessage, Json, JsonObject } from './types';

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const own = (value: Json | undefined, key: string): Json | undefined =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
export const list = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);
export const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
export const firstText = (value: Json | undefined, ...keys: string[]): string =>
  keys.map((key) => text(own(value, key))).find((found) => found !== '') ?? '';

const SECONDS = 1e11;

/** ISO 8601 of a text, of seconds or milliseconds since 1970, or of MongoDB's `{"$date": {"$numberLong": "…"}}`; null for anything else. */
export function moment(value: Json | undefined): string | null {
  if (isObject(value)) return moment(own(value, '$date') ?? numberOf(own(value, '$numberLong')));
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const date = new Date(typeof value === 'number' && Math.abs(value) < SECONDS ? value * 1000 : value);
  return Number.isNaN(date.getTime()) || value === '' ? null : date.toISOString();
}

const numberOf = (value: Json | undefined): Json | undefined => (typeof value === 'string' ? Number(value) : value);

const ROLES: Record<string, ChatMessage['role']> = {
  ...{ user: 'user', human: 'user', you: 'user' },
  ...{ assistant: 'assistant', ai: 'assistant', model: 'assistant', bot: 'assistant', grok: 'assistant' },
  ...{ system: 'system', developer: 'system', tool: 'tool', function: 'tool' },
};

/** Null for a role that no version of the formats had. */
export const roleOf = (value: Json | undefined): ChatMessage['role'] | null => {
  const name = text(value).toLowerCase();
  return Object.hasOwn(ROLES, name) ? ROLES[name] : null;
};

/** A file that an export names, under one of the keys that its versions used. */
export function attachmentOf(value: Json): ChatAttachment | null {
  const name =
    typeof value === 'string' ? value : firstText(value, 'name', 'file_name', 'fileName', 'filename', 'title', 'id');
  if (!name) return null;
  const size = ['size', 'file_size', 'fileSize', 'size_bytes']
    .map((key) => own(value, key))
    .find((one) => typeof one === 'number');
  return {
    name,
    mimeType: firstText(value, 'mimeType', 'mime_type', 'file_type', 'fileMimeType', 'type') || null,
    bytes: typeof size === 'number' ? size : null,
  };
}

export const attachments = (values: Json[]): ChatAttachment[] =>
  values.map(attachmentOf).filter((found): found is ChatAttachment => found !== null);
