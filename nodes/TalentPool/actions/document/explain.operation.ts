import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { extend } from '../../../shared';
import { candidateIdProperty, locatorProperty, type OperationCall, textOf } from '../../operation';

export const option = {
  name: 'Explain',
  value: 'explain',
  action: 'Explain how a document was made',
  description: 'From which version of the profile, template and offer, with which options, and whether a model helped',
};

export const properties: INodeProperties[] = [
  candidateIdProperty,
  locatorProperty('Document', 'documentId', '$json.record?.recordId ?? $json.recordId', 'searchDocuments'),
];

/** Any item -> the same item with `explanation`. */
export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const explanation = await call.pool.records.explain(textOf(call, 'documentId'));
  return [extend(call.item, call.index, { explanation })];
}
