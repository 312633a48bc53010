import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { WaitingCv } from '../../../../lib/pool';
import { failItem } from '../../../shared';
import { type OperationCall, outputFieldProperty, textOf, toItem } from '../../operation';

export const option = {
  name: 'Take Who Waits for the Model',
  value: 'takeWaiting',
  action: 'Take CVs that wait for the model',
  description:
    'CVs that CV Analyze left to the model for later, with their files: somebody waiting first, then the oldest',
};

export const properties: INodeProperties[] = [
  {
    displayName: 'At Once',
    name: 'atOnce',
    type: 'number',
    typeOptions: { minValue: 1, maxValue: 1000 },
    default: 10,
    description:
      'So many may be read at the same time, those taken before and not saved yet included: this is what keeps the flow from outrunning the model',
  },
  {
    displayName: 'Give Back After (Minutes)',
    name: 'minutes',
    type: 'number',
    typeOptions: { minValue: 1, maxValue: 1440 },
    default: 60,
    description:
      'A CV that was not saved by then may be taken again, so that none is lost when n8n stops. Each further time it rests twice as long, a day at most.',
  },
  outputFieldProperty,
];

/** Any item -> one item per CV, with `candidate`, `waiting` and the file. */
export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const { ctx, pool, index } = call;
  const [atOnce, minutes] = ['atOnce', 'minutes'].map((name) => ctx.getNodeParameter(name, index) as number);
  const taken = await pool.waiting.take({ atOnce, minutes });
  const items: INodeExecutionData[] = [];
  for (const cv of taken) items.push(await itemOf(call, cv));
  return items;
}

/** A file that can't be opened fails alone: the others that were taken with it go on, where the node is set to continue. */
async function itemOf(call: OperationCall, { candidateId, ...waiting }: WaitingCv): Promise<INodeExecutionData> {
  const { ctx, pool, index } = call;
  const item = toItem({ candidate: { candidateId }, waiting }, index);
  try {
    const { data, fileName, mimeType } = await pool.candidates.document(candidateId, waiting.documentId);
    const file = await ctx.helpers.prepareBinaryData(data, fileName, mimeType);
    return { ...item, binary: { [textOf(call, 'binaryPropertyName')]: file } };
  } catch (error) {
    return failItem(ctx, error, index, item);
  }
}
