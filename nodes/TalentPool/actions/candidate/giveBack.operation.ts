import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { extend } from '../../../shared';
import { candidateIdProperty, type OperationCall, textOf } from '../../operation';

export const option = {
  name: 'Give Back Who Waits for the Model',
  value: 'giveBack',
  action: 'Give back a CV that the model could not read',
  description: 'Make room for the next at once; this one comes again later',
};

export const properties: INodeProperties[] = [candidateIdProperty];

/** Item with `candidate` -> the same item with `waits`: false when the candidate has left the line meanwhile. */
export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const waits = await call.pool.waiting.giveBack(textOf(call, 'candidateId'));
  return [extend(call.item, call.index, { waits })];
}
