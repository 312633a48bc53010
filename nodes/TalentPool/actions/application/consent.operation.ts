import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { extend } from '../../../shared';
import { applicationIdProperty, byProperty, type OperationCall, textOf } from '../../operation';

export const option = {
  name: 'Record Consent',
  value: 'consent',
  action: 'Record what a person agreed to',
  description: 'To be considered for this offer alone, or to be kept for others too',
};

export const properties: INodeProperties[] = [
  applicationIdProperty,
  {
    displayName: 'Agreed To',
    name: 'scope',
    type: 'options',
    options: [
      { name: 'This Application Alone', value: 'application' },
      { name: 'To Be Kept for Other Offers', value: 'pool' },
    ],
    default: 'application',
  },
  { displayName: 'On', name: 'at', type: 'dateTime', default: '', description: 'Empty: now' },
  byProperty,
];

/** Any item -> the same item with `consent`. */
export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const consent = {
    id: textOf(call, 'applicationId'),
    scope: call.ctx.getNodeParameter('scope', call.index) as 'application' | 'pool',
    at: textOf(call, 'at') || undefined,
    by: textOf(call, 'by'),
  };
  await call.pool.applications.consent(consent);
  const { scope, at, by } = consent;
  return [extend(call.item, call.index, { consent: { scope, at: at ?? new Date().toISOString(), by } })];
}
