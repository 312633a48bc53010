import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { extend } from '../../../shared';
import { applicationIdProperty, byProperty, type OperationCall, textOf } from '../../operation';

export const option = {
  name: 'Assign',
  value: 'assign',
  action: 'Assign an application to someone',
  description: 'Who takes care of it; empty: nobody',
};

export const properties: INodeProperties[] = [
  applicationIdProperty,
  { displayName: 'To', name: 'to', type: 'string', default: '', placeholder: 'e.g. B. Martin' },
  byProperty,
];

/** Any item -> the same item with `assignedTo`. */
export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const to = textOf(call, 'to') || null;
  await call.pool.applications.assign({ id: textOf(call, 'applicationId'), to, by: textOf(call, 'by') });
  return [extend(call.item, call.index, { assignedTo: to })];
}
