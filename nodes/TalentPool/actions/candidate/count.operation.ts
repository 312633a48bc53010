import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { type OperationCall, textOf, toItem } from '../../operation';
import { filtersProperty, readFilters } from '../../searchFilters';

export const option = {
  name: 'Count',
  value: 'count',
  action: 'Count candidates',
  description: 'How many match, and how their skills, languages, degrees, years, stages and sources are spread',
};

export const properties: INodeProperties[] = [
  { displayName: 'Words', name: 'query', type: 'string', default: '', placeholder: 'e.g. comptable' },
  filtersProperty,
];

export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const { total, totalIsExact, mode, facets } = await call.pool.candidates.search({
    query: textOf(call, 'query') || undefined,
    filters: readFilters(call),
    facets: true,
    limit: 1,
  });
  return [toItem({ total, totalIsExact, mode, facets }, call.index)];
}
