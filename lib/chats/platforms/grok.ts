import { attachments, firstText, isObject, list, moment, own, roleOf, text } from '../read-json';
import type { Chat, ChatMessage, Json } from '../types';

/** One of `conversations` in xAI's export: `{conversation, responses: [{response}]}`. */
export const isGrok = (value: Json): boolean =>
  isObject(own(value, 'conversation')) && Array.isArray(own(value, 'responses'));

export function grok(value: Json): Chat {
  const head = own(value, 'conversation');
  const said = list(own(value, 'responses')).map((entry) => own(entry, 'response') ?? entry);
  return {
    platform: 'grok',
    title: firstText(head, 'title', 'name'),
    startedAt: moment(own(head, 'create_time')),
    updatedAt: moment(own(head, 'modify_time')),
    messages: said.flatMap((response): ChatMessage[] => {
      const role = roleOf(own(response, 'sender'));
      const words = firstText(response, 'message', 'query');
      return role && words.trim() ? [{ role, at: moment(own(response, 'create_time')), text: words }] : [];
    }),
    attachments: attachments(
      said.flatMap((response) => [...list(own(response, 'file_attachments')), ...list(own(response, 'attachments'))]),
    ).filter(({ name }) => text(name)),
  };
}
