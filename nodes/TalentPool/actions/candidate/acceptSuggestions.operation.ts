import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { changesFrom, type ChatSuggestion } from '../../../../lib/chats';
import { extend } from '../../../shared';
import { byProperty, candidateIdProperty, type OperationCall, textOf } from '../../operation';

export const option = {
  name: 'Accept Suggestions',
  value: 'acceptSuggestions',
  action: 'Accept suggestions for the profile of a candidate',
  description: 'Put facts that the person told in chats into the profile, after somebody has looked at each',
};

export const properties: INodeProperties[] = [
  candidateIdProperty,
  {
    displayName: 'Suggestions',
    name: 'suggestions',
    type: 'json',
    default: '={{ ($json.suggestions ?? []).filter((one) => one.accepted === true) }}',
    required: true,
    description: 'Those of Chat Export that a person marked with <code>accepted: true</code>',
  },
  byProperty,
];

/** Any item -> the same item with `rectified`. */
export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const { ctx, pool, item, index } = call;
  const given: unknown = ctx.getNodeParameter('suggestions', index);
  const suggestions = (typeof given === 'string' ? parsed(given) : given) as ChatSuggestion[];
  const candidateId = textOf(call, 'candidateId');
  const { profile } = await pool.candidates.get(candidateId);
  const changes = changesFrom(suggestions, profile);
  const reason = suggestions
    .map(({ label, chat }) => `${label} (${chat?.platform ?? 'chat'})`)
    .join('; ')
    .slice(0, 2_000);
  const rectified = await pool.candidates.rectify(candidateId, { changes, by: textOf(call, 'by'), reason });
  return [extend(item, index, { rectified })];
}

/** What is no JSON becomes no list, which is refused by name. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return [];
  }
}
