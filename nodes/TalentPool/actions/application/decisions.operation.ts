import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { type OperationCall, pagingProperties, readPages, toItem } from '../../operation';

export const option = {
  name: 'Get Decisions',
  value: 'decisions',
  action: 'Get what people decided on ranked applications',
  description:
    'Newest first, without the candidates’ data: who moved which place of a ranking on or out. For CV Score › Check Oversight.',
};

export const withoutPeople = true;

export const properties: INodeProperties[] = [...pagingProperties];

export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const rows = await readPages(call, (page) => call.pool.applications.decisions(page));
  return rows.map((row) => toItem(row, call.index));
}
