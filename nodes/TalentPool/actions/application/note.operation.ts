import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { extend } from '../../../shared';
import { applicationIdProperty, byProperty, type OperationCall, textOf } from '../../operation';

export const option = {
  name: 'Add a Note',
  value: 'note',
  action: 'Add a note to an application',
  description: 'The person may ask to read it',
};

export const properties: INodeProperties[] = [
  applicationIdProperty,
  { displayName: 'Note', name: 'text', type: 'string', typeOptions: { rows: 4 }, default: '', required: true },
  byProperty,
];

/** Any item -> the same item with `note`. */
export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const [id, text, by] = [textOf(call, 'applicationId'), textOf(call, 'text'), textOf(call, 'by')];
  return [extend(call.item, call.index, { note: await call.pool.applications.note({ id, text, by }) })];
}
