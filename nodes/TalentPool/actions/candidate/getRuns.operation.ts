import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { candidateIdProperty, type OperationCall, textOf, toItem } from '../../operation';

export const option = {
  name: 'Get Analysis Runs',
  value: 'getRuns',
  action: 'Get the analysis runs of a candidate',
  description: 'Which engine, model and prompt read the CV, when, and what it cost; newest first',
};

export const properties: INodeProperties[] = [candidateIdProperty];

export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const rows = await call.pool.candidates.runs(textOf(call, 'candidateId'));
  return rows.map((row) => toItem(row, call.index));
}
