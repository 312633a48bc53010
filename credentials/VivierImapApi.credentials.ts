import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { imapServer } from './imapServer';

/** A mailbox with user name and password. Tested by the CV Mailbox Trigger. */
export class VivierImapApi implements ICredentialType {
  name = 'vivierImapApi';

  displayName = 'Vivier Mailbox';

  documentationUrl = 'https://www.rfc-editor.org/rfc/rfc9051';

  icon = { light: 'file:vivier.svg', dark: 'file:vivier.dark.svg' } as const;

  properties: INodeProperties[] = [
    {
      displayName: 'User',
      name: 'user',
      type: 'string',
      default: '',
      required: true,
      placeholder: 'e.g. rh@entreprise.fr',
    },
    {
      displayName: 'Password',
      name: 'password',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      required: true,
      description: 'Many providers want an app password here, made in the account’s settings',
    },
    ...imapServer,
  ];
}
