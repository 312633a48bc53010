import { attachments, firstText, list, moment, own, roleOf, text } from '../read-json';
import type { Chat, ChatMessage, Json } from '../types';

/** A conversation of Anthropic's export. Earlier versions have `text` alone, later ones `content` with blocks beside it. */
export const isClaude = (value: Json): boolean => Array.isArray(own(value, 'chat_messages'));

export function claude(value: Json): Chat {
  const said = list(own(value, 'chat_messages'));
  return {
    platform: 'claude',
    title: firstText(value, 'name', 'title'),
    startedAt: moment(own(value, 'created_at')),
    updatedAt: moment(own(value, 'updated_at')),
    messages: said.flatMap((message): ChatMessage[] => {
      const role = roleOf(own(message, 'sender') ?? own(message, 'role'));
      const blocks = list(own(message, 'content')).filter((block) => text(own(block, 'type')) === 'text');
      const words =
        blocks
          .map((block) => text(own(block, 'text')))
          .filter(Boolean)
          .join('\n') || text(own(message, 'text'));
      return role && words.trim() ? [{ role, at: moment(own(message, 'created_at')), text: words }] : [];
    }),
    attachments: attachments(
      said.flatMap((message) => [...list(own(message, 'attachments')), ...list(own(message, 'files'))]),
    ),
  };
}
