import { randomUUID } from 'node:crypto';
import type {
  ICredentialDataDecryptedObject,
  IDataObject,
  IExecuteFunctions,
  INodeCredentialTestResult,
  INodeExecutionData,
  INodeProperties,
} from 'n8n-workflow';
import { signedHeaders } from '../../lib/api';
import { toVivierError, VivierError } from '../../lib/errors';
import { extend, forEachItem } from '../shared';

const show = { operation: ['sendWebhook'] };
const TIMEOUT_MS = 15_000;

export const webhookProperties: INodeProperties[] = [
  {
    displayName: 'Type',
    name: 'type',
    type: 'string',
    default: '={{ $json.event }}',
    required: true,
    description: 'What happened, for example candidate-added',
    displayOptions: { show },
  },
  {
    displayName: 'Message ID',
    name: 'messageId',
    type: 'string',
    default: '={{ $json.eventId }}',
    description: 'The same whenever the same event is sent again, so that the receiver can tell; without it, a new one',
    displayOptions: { show },
  },
  {
    displayName: 'Data',
    name: 'data',
    type: 'json',
    default: '={{ $json }}',
    required: true,
    description: 'IDs rather than people’s data: the receiver asks for these with its key',
    displayOptions: { show },
  },
];

/** Item -> the same item with `webhook`: when it was taken, and how the receiver answered. One try; the flow around it tries again. */
export async function sendWebhooks(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
  const { url, secret } = await ctx.getCredentials('vivierWebhookApi');
  return await forEachItem(ctx, async (index, item) => {
    const timestamp = Math.floor(Date.now() / 1000);
    const given = String(ctx.getNodeParameter('messageId', index, ''));
    const id = given || `msg_${randomUUID()}`;
    const body = JSON.stringify({
      type: ctx.getNodeParameter('type', index),
      timestamp: new Date(timestamp * 1000).toISOString(),
      data: dataOf(ctx.getNodeParameter('data', index)),
    });
    const headers = signedHeaders(String(secret), { id, timestamp, body });
    const status = await post(ctx, addressOf(url), headers, body);
    return [extend(item, index, { webhook: { id, status, sentAt: new Date().toISOString() } })];
  });
}

const dataOf = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : value);

function addressOf(value: unknown): string {
  const address = String(value).trim();
  if (/^https?:\/\//i.test(address) && URL.canParse(address)) return address;
  throw new VivierError('invalid-input', { what: 'Vivier Webhook: Address' });
}

/** A receiver takes a message by answering 2xx; a redirection is no answer (Standard Webhooks, “Reference Implementations”). */
async function post(ctx: IExecuteFunctions, url: string, headers: Record<string, string>, body: string) {
  const answered = (await ctx.helpers
    .httpRequest({
      ...{ method: 'POST', url, body, timeout: TIMEOUT_MS, disableFollowRedirect: true },
      headers: { 'content-type': 'application/json', ...headers },
      ...{ returnFullResponse: true, ignoreHttpStatusErrors: true, json: false },
    })
    .catch((error: unknown) => {
      const { code } = error as { code?: unknown };
      throw new VivierError(
        'webhook-failed',
        { reason: typeof code === 'string' ? code : undefined },
        { cause: error },
      );
    })) as IDataObject;
  const status = Number(answered.statusCode);
  if (status < 200 || status > 299) throw new VivierError('webhook-failed', { reason: `HTTP ${status}` });
  return status;
}

/** The credential's test button: nothing is sent, for a receiver would take it for an event. */
export function testWebhook({ url, secret }: ICredentialDataDecryptedObject): INodeCredentialTestResult {
  try {
    addressOf(url);
    signedHeaders(String(secret), { id: 'msg_test', timestamp: 0, body: '{}' });
    return { status: 'OK', message: 'HMAC-SHA256 ✓' };
  } catch (error) {
    const { message, hint } = toVivierError(error);
    return { status: 'Error', message: `${message} ${hint}` };
  }
}
