import {
  type INodeType,
  type INodeTypeDescription,
  type IWebhookFunctions,
  type IWebhookResponseData,
  NodeConnectionTypes,
} from 'n8n-workflow';
import { endpointNames, endpointOf } from '../../lib/api';
import { poolAuthentication, poolCredentials, vivierTalentPoolTest } from '../shared';
import { receive } from './receive';

// eslint-disable-next-line @n8n/community-nodes/webhook-lifecycle-complete -- callers have keys; there is no service to register with
export class VivierApiTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Vivier API Trigger',
    name: 'vivierApiTrigger',
    icon: { light: 'file:vivierApiTrigger.svg', dark: 'file:vivierApiTrigger.dark.svg' },
    group: ['trigger'],
    version: 1,
    subtitle: '={{ $parameter["endpoint"] }}',
    description: 'Starts when another program calls the HTTP API; checks its key, role, pace and request first',
    defaults: { name: 'Vivier API Trigger' },
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    credentials: poolCredentials,
    webhooks: [
      {
        name: 'default',
        httpMethod: '={{ $parameter["endpoint"].split(" ")[0] }}',
        path: '={{ $parameter["endpoint"].split(" /")[1] }}',
        isFullPath: true,
        responseMode: 'responseNode',
      },
    ],
    properties: [
      poolAuthentication,
      {
        displayName:
          'End the flow with the node “Vivier API”, operation “Answer”. Requests that are refused start no run. Keys are made by Talent Pool: API Key, Add.',
        name: 'answerNotice',
        type: 'notice',
        default: '',
      },
      {
        displayName: 'Endpoint',
        name: 'endpoint',
        type: 'options',
        options: endpointNames
          .map((name) => ({ name, value: name, description: endpointOf(name).summary }))
          .sort((a, b) => (a.name < b.name ? -1 : 1)),
        default: 'POST /upload',
        description: 'What it takes and answers stands in the OpenAPI file',
      },
      {
        displayName: 'Requests a Minute',
        name: 'perMinute',
        type: 'number',
        typeOptions: { minValue: 1, maxValue: 100000 },
        default: 120,
        description: 'For each key, over all endpoints. More are answered with 429 and the time to wait.',
      },
      {
        displayName: 'Largest Request (MB)',
        name: 'megabytes',
        type: 'number',
        typeOptions: { minValue: 1, maxValue: 200 },
        default: 25,
        description: 'Larger ones are answered with 413',
      },
      {
        // n8n then leaves the body alone (webhook-helpers, parseRequestBody), so that every refusal has the API's own shape and a large body is not read.
        displayName: 'Options',
        name: 'options',
        type: 'hidden',
        default: { binaryData: true },
      },
    ],
  };

  methods = { credentialTest: { vivierTalentPoolTest } };

  async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
    return await receive(this);
  }
}
