import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { imapServer } from './imapServer';

/** A mailbox where one signs in with the provider (Microsoft 365, Google). Tested by the CV Mailbox Trigger. */
export class VivierImapOAuth2Api implements ICredentialType {
  name = 'vivierImapOAuth2Api';

  extends = ['oAuth2Api'];

  displayName = 'Vivier Mailbox OAuth2 API';

  documentationUrl = 'https://www.rfc-editor.org/rfc/rfc7628';

  icon = { light: 'file:vivier.svg', dark: 'file:vivier.dark.svg' } as const;

  properties: INodeProperties[] = [
    { displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'authorizationCode' },
    {
      displayName: 'Authorization URL',
      name: 'authUrl',
      type: 'string',
      default: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
      required: true,
      description: 'Google: https://accounts.google.com/o/oauth2/v2/auth',
    },
    {
      displayName: 'Access Token URL',
      name: 'accessTokenUrl',
      // eslint-disable-next-line n8n-nodes-base/node-param-type-options-password-missing -- an address, not a token
      type: 'string',
      default: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
      required: true,
      description: 'Google: https://oauth2.googleapis.com/token',
    },
    {
      displayName: 'Scope',
      name: 'scope',
      type: 'string',
      default: 'https://outlook.office.com/IMAP.AccessAsUser.All offline_access',
      description: 'Google: https://mail.google.com/',
    },
    {
      displayName: 'Auth URI Query Parameters',
      name: 'authQueryParameters',
      type: 'string',
      default: '',
      description: 'Google: access_type=offline&prompt=consent',
    },
    { displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
    {
      displayName: 'User',
      name: 'user',
      type: 'string',
      default: '',
      required: true,
      placeholder: 'e.g. rh@entreprise.fr',
    },
    ...imapServer,
  ];
}
