import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { extend } from '../../../shared';
import { applicationIdProperty, byProperty, type OperationCall, reasonProperty, textOf } from '../../operation';

export const option = {
  name: 'Override the Score',
  value: 'override',
  action: 'Record that a person judges otherwise than the score',
  description: 'With the reason; how often it happens is shown in the statistics',
};

export const properties: INodeProperties[] = [
  applicationIdProperty,
  {
    displayName: 'Decision',
    name: 'decision',
    type: 'string',
    default: '',
    required: true,
    placeholder: 'e.g. The diploma counts although it is foreign',
  },
  {
    displayName: 'Criterion ID',
    name: 'criterionId',
    type: 'string',
    default: '',
    description: 'Empty: the whole score',
  },
  byProperty,
  reasonProperty('e.g. recognised by the ENIC-NARIC centre', 'Kept with the person’s data'),
];

/** Any item -> the same item with `override`. */
export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const override = await call.pool.applications.override({
    id: textOf(call, 'applicationId'),
    decision: textOf(call, 'decision'),
    criterionId: textOf(call, 'criterionId') || undefined,
    by: textOf(call, 'by'),
    reason: textOf(call, 'reason'),
  });
  return [extend(call.item, call.index, { override })];
}
