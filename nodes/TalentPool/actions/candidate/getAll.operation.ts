import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { listInputOf, listProperties, type OperationCall, readPages, toItem } from '../../operation';

export const option = {
  name: 'Get Many',
  value: 'getAll',
  action: 'Get many candidates',
  description: 'The most recently changed first, unless sorted',
};

export const properties: INodeProperties[] = listProperties({
  consentUntil: 'Consent Until',
  createdAt: 'Created',
  lastContactAt: 'Last Contact',
  profileVersion: 'Profile Version',
  source: 'Source',
  updatedAt: 'Updated',
});

export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const input = listInputOf(call);
  const rows = await readPages(call, (page) => call.pool.candidates.list({ ...input, ...page }));
  return rows.map((row) => toItem(row, call.index));
}
