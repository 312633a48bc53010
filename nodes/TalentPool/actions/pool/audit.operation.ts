import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { AuditFilter } from '../../../../lib/pool';
import { type OperationCall, pagingProperties, readPages, toItem } from '../../operation';

export const option = {
  name: 'Read the Decision Log',
  value: 'audit',
  action: 'Read the decision log',
  description: 'Who did what, when; newest first',
};

export const withoutPeople = true;

export const properties: INodeProperties[] = [
  ...pagingProperties,
  {
    displayName: 'Filters',
    name: 'filters',
    type: 'collection',
    placeholder: 'Add filter',
    default: {},
    options: [
      { displayName: 'Action', name: 'action', type: 'string', default: '', placeholder: 'e.g. candidate.erased' },
      { displayName: 'By', name: 'by', type: 'string', default: '' },
      {
        displayName: 'Former Log',
        name: 'formerLog',
        type: 'string',
        default: '',
        description: 'Of a pool that a restore replaced: “formerLog” in the details of the entry “pool.restored”',
      },
      { displayName: 'From', name: 'from', type: 'dateTime', default: '' },
      { displayName: 'Subject ID', name: 'subjectId', type: 'string', default: '' },
      { displayName: 'To', name: 'to', type: 'dateTime', default: '' },
    ],
  },
];

export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const filters = call.ctx.getNodeParameter('filters', call.index, {}) as AuditFilter;
  const rows = await readPages(call, (page) => call.pool.audit.list({ ...filters, ...page }));
  return rows.map((row) => toItem(row, call.index));
}
