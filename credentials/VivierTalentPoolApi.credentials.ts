import type { ICredentialType, INodeProperties } from 'n8n-workflow';

const forPostgres = { show: { backend: ['postgres'] } };

/** Where candidates are kept: a folder of this machine, or a PostgreSQL server. Tested by the Talent Pool node. */
export class VivierTalentPoolApi implements ICredentialType {
  name = 'vivierTalentPoolApi';

  displayName = 'Vivier Talent Pool';

  documentationUrl = 'https://www.postgresql.org/docs/current/';

  icon = { light: 'file:vivier.svg', dark: 'file:vivier.dark.svg' } as const;

  properties: INodeProperties[] = [
    {
      displayName: 'Where',
      name: 'backend',
      type: 'options',
      options: [
        { name: 'In a Folder of This Machine', value: 'embedded', description: 'Nothing to install. For one n8n.' },
        {
          name: 'On a PostgreSQL Server',
          value: 'postgres',
          description: 'For several n8n workers or many users. Version 15 or newer.',
        },
      ],
      default: 'embedded',
    },
    {
      displayName: 'Folder',
      name: 'folder',
      type: 'string',
      default: '~/.n8n/vivier-pool',
      required: true,
      displayOptions: { show: { backend: ['embedded'] } },
      description: 'Made at first use. Include it in your backups.',
    },
    { displayName: 'Host', name: 'host', type: 'string', default: 'localhost', displayOptions: forPostgres },
    { displayName: 'Port', name: 'port', type: 'number', default: 5432, displayOptions: forPostgres },
    { displayName: 'Database', name: 'database', type: 'string', default: 'vivier', displayOptions: forPostgres },
    { displayName: 'User', name: 'user', type: 'string', default: 'vivier', displayOptions: forPostgres },
    {
      displayName: 'Password',
      name: 'password',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      displayOptions: forPostgres,
    },
    {
      displayName: 'Encrypted Connection (TLS)',
      name: 'ssl',
      type: 'boolean',
      default: false,
      displayOptions: forPostgres,
    },
    {
      displayName: 'Ignore SSL Issues (Insecure)',
      name: 'allowUnauthorizedCerts',
      type: 'boolean',
      default: false,
      displayOptions: { show: { backend: ['postgres'], ssl: [true] } },
      description: 'Whether to connect even if SSL certificate validation is not possible',
    },
    {
      displayName: 'Encryption Key',
      name: 'encryptionKey',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      description:
        'Original CVs and contact details are stored encrypted with it. Keep a copy in a safe place: without it they can’t be read again. Empty: they are stored unencrypted.',
    },
  ];
}
