import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { extend } from '../../../shared';
import { byProperty, candidateIdProperty, type OperationCall, textOf } from '../../operation';

export const option = {
  name: 'Renew Consent',
  value: 'renewConsent',
  action: 'Renew the consent of a candidate',
  description: 'The person answered that they want to stay: the clock of retention starts again',
};

export const properties: INodeProperties[] = [
  candidateIdProperty,
  {
    displayName: 'Until',
    name: 'until',
    type: 'dateTime',
    default: '',
    description: 'To which day they agreed to be kept',
  },
  byProperty,
];

/** Any item -> the same item with `retention`. */
export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const retention = await call.pool.retention.renew(textOf(call, 'candidateId'), {
    until: textOf(call, 'until') || undefined,
    by: textOf(call, 'by'),
  });
  return [extend(call.item, call.index, { retention })];
}
