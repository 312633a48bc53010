import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { extend } from '../../../shared';
import { applicationIdProperty, byProperty, type OperationCall, textOf } from '../../operation';

export const option = {
  name: 'Invite to a Test',
  value: 'inviteToTest',
  action: 'Record the invitation to an external test',
  description: 'A test that another service gives; the result is recorded later',
};

export const properties: INodeProperties[] = [
  applicationIdProperty,
  { displayName: 'Test', name: 'name', type: 'string', default: '', required: true, placeholder: 'e.g. Logic' },
  { displayName: 'Valid Until', name: 'expiresAt', type: 'dateTime', default: '' },
  byProperty,
];

/** Any item -> the same item with `test`. */
export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const test = await call.pool.applications.inviteToTest({
    id: textOf(call, 'applicationId'),
    name: textOf(call, 'name'),
    expiresAt: textOf(call, 'expiresAt') || undefined,
    by: textOf(call, 'by'),
  });
  return [extend(call.item, call.index, { test })];
}
