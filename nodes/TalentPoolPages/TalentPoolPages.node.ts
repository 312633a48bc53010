import type { INodeType, INodeTypeDescription, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { poolAuthentication, poolCredentials, vivierTalentPoolTest } from '../shared';
import { answerRequest } from './answer';
import { closeKeptPools } from './kept-pool';

/** n8n itself registers the address when the workflow is published; nothing has to be told to anybody else. */
const LIFECYCLE = {
  checkExists: () => Promise.resolve(true),
  create: () => Promise.resolve(true),
  delete: async () => {
    await closeKeptPools();
    return true;
  },
};

export class TalentPoolPages implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Talent Pool Pages',
    name: 'talentPoolPages',
    icon: { light: 'file:talentPoolPages.svg', dark: 'file:talentPoolPages.dark.svg' },
    group: ['trigger'],
    version: 1,
    subtitle: '={{ "/webhook/" + $parameter["path"] }}',
    description:
      'Serves the talent pool as web pages to people who sign in: search, candidates, offer boards, figures and log',
    eventTriggerDescription: 'Publish the workflow, then open its address in a browser',
    activationMessage: 'The pages are served at the address shown in the node.',
    defaults: { name: 'Talent Pool Pages' },
    inputs: [],
    outputs: [],
    credentials: poolCredentials,
    webhooks: [
      {
        name: 'default',
        httpMethod: 'GET',
        responseMode: 'onReceived',
        path: '={{ $parameter["path"] }}',
        isFullPath: true,
        ndvHideMethod: true,
      },
      {
        name: 'setup',
        httpMethod: 'POST',
        responseMode: 'onReceived',
        path: '={{ $parameter["path"] }}',
        isFullPath: true,
        ndvHideUrl: true,
      },
    ],
    properties: [
      poolAuthentication,
      {
        displayName:
          'People sign in with accounts of the pool’s own. Make the first one on the machine that has the pool: <code>vivier pool user add --login NAME --name "First Last" --role administrator</code>',
        name: 'notice',
        type: 'notice',
        default: '',
      },
      {
        displayName: 'Path',
        name: 'path',
        type: 'string',
        default: 'talent-pool',
        required: true,
        description: 'The last part of the address: letters, digits and hyphens',
      },
    ],
  };

  methods = {
    credentialTest: { vivierTalentPoolTest },
  };

  webhookMethods = { default: LIFECYCLE, setup: LIFECYCLE };

  async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
    await answerRequest(this);
    return { noWebhookResponse: true };
  }
}
