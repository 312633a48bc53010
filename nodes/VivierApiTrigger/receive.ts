import { randomUUID } from 'node:crypto';
import type { IDataObject, INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import {
  checkRequest,
  type CheckedRequest,
  endpointOf,
  type EndpointName,
  keyIn,
  perMinute,
  PROBLEM_TYPE,
  problemOf,
  RateLimit,
  requireRole,
} from '../../lib/api';
import { toVivierError, VivierError } from '../../lib/errors';
import { countRequest } from '../../lib/metrics';
import type { ApiKey } from '../../lib/pool';
import { chosenPool, usePool } from '../shared';

/** Requests without a valid key, from one address: enough for a mistake, too few to search. */
const UNKNOWN_PER_MINUTE = 30;
/** One for the whole process: a key's pace counts over all endpoints. */
const limits = new RateLimit(perMinute(UNKNOWN_PER_MINUTE));
const MB = 1_000_000;

class TooSoon extends VivierError {
  constructor(
    readonly seconds: number,
    most: number,
  ) {
    super('too-many-requests', { actual: seconds, limit: most });
  }
}

/** Starts the flow with a request that is whole, allowed and checked; answers any other one itself, so that it leaves no run behind. */
export async function receive(ctx: IWebhookFunctions): Promise<IWebhookResponseData> {
  const name = ctx.getNodeParameter('endpoint') as EndpointName;
  const endpoint = endpointOf(name);
  try {
    const caller = await callerOf(ctx);
    requireRole(caller, endpoint);
    const limit = (ctx.getNodeParameter('megabytes') as number) * MB;
    const checked = await checkRequest(endpoint, ctx.getRequestObject(), limit);
    const item = await itemOf(ctx, caller, checked);
    await countRequest(endpoint.id, 'started');
    return { workflowData: [[item]] };
  } catch (error) {
    const known = toVivierError(error);
    refuse(ctx, known);
    await countRequest(endpoint.id, known.code);
    return { noWebhookResponse: true };
  }
}

/** @throws VivierError `key-refused`, `too-many-requests`, or why the pool can't be asked. */
async function callerOf(ctx: IWebhookFunctions): Promise<ApiKey> {
  const request = ctx.getRequestObject();
  const stranger = `address ${request.ip ?? ''}`;
  const given = keyIn(request);
  const config = await chosenPool(ctx, ctx.getNodeParameter('authentication'));
  const key = given === null ? null : await usePool(config, (pool) => pool.apiKeys.check(given));
  const most = ctx.getNodeParameter('perMinute') as number;
  if (!key) {
    pace(stranger, UNKNOWN_PER_MINUTE);
    throw new VivierError('key-refused');
  }
  pace(key.keyId, most);
  return key;
}

function pace(caller: string, most: number): void {
  const seconds = limits.take(caller, perMinute(most));
  if (seconds > 0) throw new TooSoon(seconds, most);
}

async function itemOf(
  ctx: IWebhookFunctions,
  { keyId, name, role }: ApiKey,
  { input, file }: CheckedRequest,
): Promise<INodeExecutionData> {
  const json: IDataObject = {
    input: input as IDataObject,
    // Not “caller”: n8n's expressions refuse that word.
    client: { keyId, name, role },
    requestId: randomUUID(),
    // A file that comes by a form is of that day: CV Analyze reads “present” from it.
    submittedAt: new Date().toISOString(),
  };
  if (!file) return { json };
  const data = await ctx.helpers.prepareBinaryData(file.data, file.fileName, file.mimeType || undefined);
  return { json, binary: { data } };
}

function refuse(ctx: IWebhookFunctions, error: VivierError): void {
  const problem = problemOf(error);
  const response = ctx.getResponseObject();
  response.status(problem.status).setHeader('content-type', PROBLEM_TYPE);
  if (error instanceof TooSoon) response.setHeader('retry-after', String(error.seconds));
  if (problem.status === 401) response.setHeader('www-authenticate', 'Bearer realm="vivier"');
  if (problem.status === 503) response.setHeader('retry-after', '30');
  response.end(JSON.stringify(problem));
}
