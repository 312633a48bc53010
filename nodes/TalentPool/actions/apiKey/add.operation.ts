import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { ApiRole } from '../../../../lib/pool';
import { byProperty, type OperationCall, textOf, toItem } from '../../operation';

export const option = {
  name: 'Add',
  value: 'add',
  action: 'Add an API key',
  description: 'Makes a key for another program. It is shown this once: the pool keeps its hash alone.',
};

export const withoutPeople = true;

export const properties: INodeProperties[] = [
  {
    displayName:
      'The key stands in this run’s output, once. Hand it over, then delete the run under “Executions”: who has the key can do what its role allows.',
    name: 'addKeyNotice',
    type: 'notice',
    default: '',
  },
  {
    displayName: 'Name',
    name: 'name',
    type: 'string',
    default: '',
    required: true,
    placeholder: 'e.g. careers site',
    description: 'What the key is for',
  },
  {
    displayName: 'Role',
    name: 'role',
    type: 'options',
    options: [
      { name: 'Administrator', value: 'administrator', description: 'Everything, and erase' },
      { name: 'Auditor', value: 'auditor', description: 'State and figures; sees nobody' },
      { name: 'Intake', value: 'intake', description: 'Hands in CVs; sees nobody' },
      { name: 'Recruiter', value: 'recruiter', description: 'Candidates, offers, matching, documents' },
    ],
    default: 'intake',
  },
  byProperty,
  {
    displayName: 'Until',
    name: 'expiresAt',
    type: 'dateTime',
    default: '',
    description: 'Without it, until it is withdrawn',
  },
];

export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const added = await call.pool.apiKeys.add({
    name: textOf(call, 'name'),
    role: textOf(call, 'role') as ApiRole,
    by: textOf(call, 'by'),
    expiresAt: textOf(call, 'expiresAt') || undefined,
  });
  return [toItem(added, call.index)];
}
