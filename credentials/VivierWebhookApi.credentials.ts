import type { ICredentialType, INodeProperties } from 'n8n-workflow';

/** Who is told what happens, and the secret that both sides share. Tested by the node Vivier API. */
export class VivierWebhookApi implements ICredentialType {
  name = 'vivierWebhookApi';

  displayName = 'Vivier Webhook';

  documentationUrl = 'https://www.standardwebhooks.com';

  icon = { light: 'file:vivier.svg', dark: 'file:vivier.dark.svg' } as const;

  properties: INodeProperties[] = [
    {
      displayName: 'Address',
      name: 'url',
      type: 'string',
      default: '',
      required: true,
      placeholder: 'e.g. https://intranet.example.org/vivier',
      description: 'Where events are sent to',
    },
    {
      displayName: 'Secret',
      name: 'secret',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      required: true,
      placeholder: 'whsec_…',
      description:
        'The same here and at the receiver: whsec_ and at least 24 random bytes in Base64, for example from <code>openssl rand -base64 32</code>',
    },
  ];
}
