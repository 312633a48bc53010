import { attachments, firstText, isObject, list, moment, own, roleOf, text } from '../read-json';
import type { Chat, ChatMessage, Json } from '../types';

/** A conversation of OpenAI's export: a tree of messages (`mapping`), of which the branch shown last ends at `current_node`. */
export const isChatGpt = (value: Json): boolean => isObject(own(value, 'mapping'));

export function chatGpt(value: Json): Chat {
  const branch = branchOf(value);
  const messages = branch.flatMap((node): ChatMessage[] => {
    const message = own(node, 'message');
    const role = roleOf(own(own(message, 'author'), 'role'));
    const said = partsOf(own(message, 'content'));
    if (!role || role === 'system' || said.trim() === '') return [];
    return [{ role, at: moment(own(message, 'create_time')), text: said }];
  });
  const files = branch.flatMap((node) => list(own(own(own(node, 'message'), 'metadata'), 'attachments')));
  return {
    platform: 'chatgpt',
    title: text(own(value, 'title')),
    startedAt: moment(own(value, 'create_time')),
    updatedAt: moment(own(value, 'update_time')),
    messages,
    attachments: attachments(files),
  };
}

/** From the root to the last message; a tree that goes in circles ends where it meets itself. */
function branchOf(value: Json): Json[] {
  const mapping = own(value, 'mapping');
  const nodes: Json[] = [];
  const seen = new Set<string>();
  const children = new Set(isObject(mapping) ? Object.values(mapping).map((node) => text(own(node, 'parent'))) : []);
  const leaf = isObject(mapping) ? (Object.keys(mapping).findLast((id) => !children.has(id)) ?? '') : '';
  for (let id = text(own(value, 'current_node')) || leaf; id && !seen.has(id);) {
    seen.add(id);
    const node = own(mapping, id);
    if (node === undefined) break;
    nodes.push(node);
    id = text(own(node, 'parent'));
  }
  return nodes.reverse();
}

/** `parts` are texts, or objects for pictures and the like; some kinds of content have `text` instead. */
const partsOf = (content: Json | undefined): string => {
  const parts = list(own(content, 'parts')).map((part) => (typeof part === 'string' ? part : firstText(part, 'text')));
  return parts.filter(Boolean).join('\n') || text(own(content, 'text'));
};
