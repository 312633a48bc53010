import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { Stage } from '../../../../lib/pool';
import { extend } from '../../../shared';
import { applicationIdProperty, byProperty, type OperationCall, textOf } from '../../operation';

export const option = {
  name: 'Move Stage',
  value: 'moveStage',
  action: 'Move an application to another stage',
  description: 'Rejecting needs a person’s name and a reason',
};

export const properties: INodeProperties[] = [
  {
    displayName: 'A person moves an application, never a score: “Rejected” needs a name and a reason.',
    name: 'stageNotice',
    type: 'notice',
    default: '',
  },
  applicationIdProperty,
  {
    displayName: 'Stage Name or ID',
    name: 'stage',
    type: 'options',
    typeOptions: { loadOptionsMethod: 'getStages', loadOptionsDependsOn: ['applicationId.value'] },
    default: '',
    required: true,
    description:
      'The offer’s own stages, in its order. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
  },
  byProperty,
  {
    displayName: 'Reason',
    name: 'reason',
    type: 'string',
    default: '',
    description: 'Needed for “Rejected”, for going back and for passing over a stage. Goes into the decision log.',
  },
];

/** Any item -> the same item with `move`. */
export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const move = await call.pool.applications.moveStage({
    id: textOf(call, 'applicationId'),
    stage: call.ctx.getNodeParameter('stage', call.index) as Stage,
    by: textOf(call, 'by'),
    reason: textOf(call, 'reason') || undefined,
  });
  return [extend(call.item, call.index, { move })];
}
