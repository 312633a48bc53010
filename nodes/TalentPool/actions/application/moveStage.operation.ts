import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { STAGES, type Stage } from '../../../../lib/pool';
import { extend } from '../../../shared';
import { byProperty, idProperty, type OperationCall, textOf } from '../../operation';

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
  idProperty(
    'Application ID',
    'applicationId',
    '$json.application?.applicationId ?? $json.candidate?.applicationId ?? $json.applicationId',
  ),
  {
    displayName: 'Stage',
    name: 'stage',
    type: 'options',
    options: STAGES.map((value) => ({ name: value[0].toUpperCase() + value.slice(1), value })),
    default: 'interview',
    required: true,
  },
  byProperty,
  {
    displayName: 'Reason',
    name: 'reason',
    type: 'string',
    default: '',
    description: 'Needed for “Rejected”. Goes into the decision log.',
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
