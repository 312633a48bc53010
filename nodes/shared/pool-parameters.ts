import type { INodeCredentialDescription, INodeProperties } from 'n8n-workflow';

/** Which of the two credentials names the pool: the same question in every node that opens one. */
export const poolAuthentication: INodeProperties = {
  displayName: 'Authentication',
  name: 'authentication',
  type: 'options',
  options: [
    {
      name: 'Vivier Talent Pool',
      value: 'vivierTalentPoolApi',
      description: 'A folder of this machine, or PostgreSQL with encryption',
    },
    {
      name: 'Postgres (N8n’s Own)',
      value: 'postgres',
      description: 'The credential that n8n’s own Postgres node uses',
    },
  ],
  default: 'vivierTalentPoolApi',
};

export const poolCredentials: INodeCredentialDescription[] = [
  {
    name: 'vivierTalentPoolApi',
    required: true,
    testedBy: 'vivierTalentPoolTest',
    displayOptions: { show: { authentication: ['vivierTalentPoolApi'] } },
  },
  { name: 'postgres', required: true, displayOptions: { show: { authentication: ['postgres'] } } },
];
