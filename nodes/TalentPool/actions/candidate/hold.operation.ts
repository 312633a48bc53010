import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { extend } from '../../../shared';
import { byProperty, candidateIdProperty, type OperationCall, reasonProperty, textOf } from '../../operation';

export const option = {
  name: 'Hold',
  value: 'hold',
  action: 'Place or lift a legal hold',
  description: 'Keeps the data of a dispute from being erased or purged',
};

export const properties: INodeProperties[] = [
  candidateIdProperty,
  {
    displayName: 'Lift the Hold',
    name: 'lift',
    type: 'boolean',
    default: false,
    description: 'Whether to end the hold instead of placing it',
  },
  byProperty,
  {
    ...reasonProperty('e.g. labour court, case 26/123', 'Kept with the person’s data'),
    displayOptions: { show: { lift: [false] } },
  },
];

/** Any item -> the same item with `hold`. */
export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const { pool, item, index } = call;
  const id = textOf(call, 'candidateId');
  const by = textOf(call, 'by');
  const hold = call.ctx.getNodeParameter('lift', index, false)
    ? await pool.candidates.liftHold(id, { by })
    : await pool.candidates.hold(id, { by, reason: textOf(call, 'reason') });
  return [extend(item, index, { hold })];
}
