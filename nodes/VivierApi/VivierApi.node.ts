import {
  type ICredentialDataDecryptedObject,
  type ICredentialsDecrypted,
  type ICredentialTestFunctions,
  type IExecuteFunctions,
  type INodeCredentialTestResult,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
  NodeConnectionTypes,
} from 'n8n-workflow';
import { answer, answerProperties } from './answer.operation';
import { sendWebhooks, testWebhook, webhookProperties } from './sendWebhook.operation';

const OPERATIONS: Record<string, (ctx: IExecuteFunctions) => Promise<INodeExecutionData[]>> = {
  answer,
  sendWebhook: sendWebhooks,
};

export class VivierApi implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Vivier API',
    name: 'vivierApi',
    icon: { light: 'file:vivierApi.svg', dark: 'file:vivierApi.dark.svg' },
    group: ['output'],
    version: 1,
    subtitle: '={{ ({ answer: "Answer", sendWebhook: "Send webhook" })[$parameter["operation"]] }}',
    description: 'Answers programs that call the HTTP API, and tells other programs what happened',
    defaults: { name: 'Vivier API' },
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    usableAsTool: true,
    credentials: [
      {
        name: 'vivierWebhookApi',
        required: true,
        testedBy: 'vivierWebhookTest',
        displayOptions: { show: { operation: ['sendWebhook'] } },
      },
    ],
    properties: [
      {
        displayName: 'Operation',
        name: 'operation',
        type: 'options',
        noDataExpression: true,
        options: [
          {
            name: 'Answer',
            value: 'answer',
            action: 'Answer a request',
            description: 'Sends the answer to a request that came through Vivier API Trigger, errors in one shape',
          },
          {
            name: 'Send Webhook',
            value: 'sendWebhook',
            action: 'Send a webhook',
            description: 'Tells another program what happened, signed so that it can trust it',
          },
        ],
        default: 'answer',
      },
      ...answerProperties,
      ...webhookProperties,
    ],
  };

  methods = {
    credentialTest: {
      vivierWebhookTest(
        this: ICredentialTestFunctions,
        credential: ICredentialsDecrypted<ICredentialDataDecryptedObject>,
      ): Promise<INodeCredentialTestResult> {
        return Promise.resolve(testWebhook(credential.data ?? {}));
      },
    },
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return [await OPERATIONS[this.getNodeParameter('operation', 0) as string](this)];
  }
}
