import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { applicationIdProperty, type OperationCall, textOf, toItem } from '../../operation';

export const option = {
  name: 'Get',
  value: 'get',
  action: 'Get an application',
  description: 'With its history, notes, tests and every version of the score',
};

export const properties: INodeProperties[] = [applicationIdProperty];

export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  return [toItem(await call.pool.applications.get(textOf(call, 'applicationId')), call.index)];
}
