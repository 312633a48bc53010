import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { extend } from '../../../shared';
import { byProperty, candidateIdProperty, type OperationCall, textOf } from '../../operation';

export const option = {
  name: 'Erase',
  value: 'erase',
  action: 'Erase a candidate for good',
  description: 'Removes the person, the files and the applications, and gives a certificate (GDPR, article 17)',
};

export const properties: INodeProperties[] = [
  {
    displayName:
      'Erasing can’t be undone. n8n keeps the data of past executions apart: <code>erasure.executions</code> lists those of this person. Split them out and delete each with n8n’s own node “n8n”, operation “Delete Execution”; this run last.',
    name: 'eraseNotice',
    type: 'notice',
    default: '',
  },
  candidateIdProperty,
  byProperty,
  {
    displayName: 'Reason',
    name: 'reason',
    type: 'string',
    default: '',
    required: true,
    placeholder: 'e.g. request by the person',
    description: 'Goes into the decision log. Name nobody in it.',
  },
];

/** Any item -> the same item with `erasure`, the certificate. */
export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const erasure = await call.pool.candidates.erase(textOf(call, 'candidateId'), {
    by: textOf(call, 'by'),
    reason: textOf(call, 'reason'),
  });
  return [extend(call.item, call.index, { erasure })];
}
