import type { INodeProperties } from 'n8n-workflow';

/** Where the mail server is, and how the connection is made secure: the same for every way to sign in. */
export const imapServer: INodeProperties[] = [
  {
    displayName: 'Host',
    name: 'host',
    type: 'string',
    default: '',
    required: true,
    placeholder: 'e.g. imap.entreprise.fr',
  },
  { displayName: 'Port', name: 'port', type: 'number', default: 993 },
  {
    displayName: 'Security',
    name: 'security',
    type: 'options',
    options: [
      { name: 'TLS', value: 'tls', description: 'From the start. Usual port: 993.' },
      { name: 'STARTTLS', value: 'starttls', description: 'Before the password is sent. Usual port: 143.' },
      { name: 'None (Insecure)', value: 'none', description: 'Only for a server on this same machine' },
    ],
    default: 'tls',
  },
  {
    displayName: 'Certificate Authority',
    name: 'ca',
    type: 'string',
    typeOptions: { rows: 4 },
    default: '',
    placeholder: '-----BEGIN CERTIFICATE-----',
    description:
      'Only for a server whose certificate your company signed itself: paste its authority’s certificate (PEM)',
  },
  {
    displayName: 'Ignore SSL Issues (Insecure)',
    name: 'allowUnauthorizedCerts',
    type: 'boolean',
    default: false,
    description: 'Whether to connect even if SSL certificate validation is not possible',
  },
];
