import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { VivierError } from '../../../../lib/errors';
import { type OperationCall, toItem } from '../../operation';
import { embedderOf, embeddingModelProperty } from '../../searchFilters';

export const option = {
  name: 'Update Embeddings',
  value: 'updateEmbeddings',
  action: 'Update embeddings',
  description: 'Makes the vectors that search by meaning needs, of new and changed profiles without their identity',
};

export const properties: INodeProperties[] = [
  { displayName: 'By Meaning', name: 'meaning', type: 'hidden', default: true },
  embeddingModelProperty,
  {
    displayName: 'Most Candidates',
    name: 'most',
    type: 'number',
    typeOptions: { minValue: 1 },
    default: 1000,
    description: 'How many to do in this run; the next run goes on',
  },
];

export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const embedder = await embedderOf(call);
  if (!embedder) throw new VivierError('invalid-input', { what: 'Vivier Ollama' });
  const limit = call.ctx.getNodeParameter('most', call.index, 1000) as number;
  return [toItem(await call.pool.embeddings.update(embedder, { limit }), call.index)];
}
