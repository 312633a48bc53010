import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { TEST_STATUSES, type TestStatus } from '../../../../lib/pool';
import { extend } from '../../../shared';
import { type OperationCall, textOf } from '../../operation';

export const option = {
  name: 'Update a Test',
  value: 'updateTest',
  action: 'Record the status or result of an external test',
  description: 'As the service that gives the test reports it',
};

export const properties: INodeProperties[] = [
  {
    displayName: 'Test ID',
    name: 'testId',
    type: 'string',
    default: '={{ $json.test?.testId ?? $json.testId }}',
    required: true,
    hint: 'As “Invite to a Test” gave it',
  },
  {
    displayName: 'Status',
    name: 'status',
    type: 'options',
    options: TEST_STATUSES.map((value) => ({ name: value[0].toUpperCase() + value.slice(1), value })),
    default: 'completed',
  },
  {
    displayName: 'Result',
    name: 'result',
    type: 'string',
    default: '',
    description: 'Needed for “Completed”: a text, or an object as the service gives it',
  },
  {
    displayName: 'By',
    name: 'by',
    type: 'string',
    default: '',
    placeholder: 'e.g. the service’s name',
  },
];

/** Any item -> the same item with `test`. */
export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const { ctx, index } = call;
  const test = await call.pool.applications.updateTest({
    testId: textOf(call, 'testId'),
    status: ctx.getNodeParameter('status', index) as TestStatus,
    result: ctx.getNodeParameter('result', index, '') as unknown,
    by: textOf(call, 'by') || undefined,
  });
  return [extend(call.item, index, { test })];
}
