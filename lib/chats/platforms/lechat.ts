import { attachments, firstText, isObject, list, moment, own, roleOf, text } from '../read-json';
import type { Chat, ChatMessage, Json } from '../types';

const isMessage = (value: Json | undefined) =>
  isObject(value) && roleOf(own(value, 'role')) !== null && ('content' in value || 'contentChunks' in value);

/** A conversation of Mistral's export: a list of messages with their `chatId`, one file a chat, or an object that holds such a list. */
export const isLeChat = (value: Json): boolean => isMessage(messagesOf(value)[0]);

const messagesOf = (value: Json): Json[] => (Array.isArray(value) ? value : list(own(value, 'messages')));

/** @param fileName the title of exports that give none */
export function leChat(value: Json, fileName: string): Chat {
  const said = [...messagesOf(value)].sort((a, b) => Number(own(a, 'version') ?? 0) - Number(own(b, 'version') ?? 0));
  const messages = inOrder(
    said.flatMap((message): ChatMessage[] => {
      const role = roleOf(own(message, 'role'));
      const words = text(own(message, 'content')) || chunksOf(message);
      return role && words.trim()
        ? [{ role, at: moment(own(message, 'createdAt') ?? own(message, 'created_at')), text: words }]
        : [];
    }),
  );
  return {
    platform: 'lechat',
    title: firstText(value, 'title', 'name') || fileName.replace(/\.json$/i, ''),
    startedAt: moment(own(value, 'createdAt')) ?? messages[0]?.at ?? null,
    updatedAt: moment(own(value, 'updatedAt')) ?? messages.at(-1)?.at ?? null,
    messages,
    attachments: attachments(
      said.flatMap((message) => [...list(own(message, 'files')), ...list(own(message, 'attachments'))]),
    ),
  };
}

const chunksOf = (message: Json): string =>
  list(own(message, 'contentChunks') ?? own(message, 'content'))
    .map((chunk) => firstText(chunk, 'text', 'content'))
    .filter(Boolean)
    .join('\n');

/** By their moments, where all have one. */
const inOrder = (messages: ChatMessage[]) =>
  messages.every(({ at }) => at !== null)
    ? [...messages].sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : 1))
    : messages;
