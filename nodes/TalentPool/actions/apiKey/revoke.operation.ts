import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { byProperty, type OperationCall, textOf, toItem } from '../../operation';

export const option = {
  name: 'Withdraw',
  value: 'revoke',
  action: 'Withdraw an API key',
  description: 'From the next request on it opens nothing',
};

export const withoutPeople = true;

export const properties: INodeProperties[] = [
  // eslint-disable-next-line n8n-nodes-base/cred-class-field-type-options-password-missing -- the number of a key, which opens nothing
  { displayName: 'Key ID', name: 'keyId', type: 'string', default: '={{ $json.keyId }}', required: true },
  byProperty,
];

export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const revoked = await call.pool.apiKeys.revoke(textOf(call, 'keyId'), { by: textOf(call, 'by') });
  return [toItem(revoked, call.index)];
}
