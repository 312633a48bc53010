import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { toVivierError } from '../../lib/errors';
import { extractDocument } from '../../lib/extract';
import { answerPage, pageLimits, type PageAnswer, type PageRequest } from '../../lib/pages';
import type { StoredDocument } from '../../lib/pool';
import { chosenPool, drawPages } from '../shared';
import { keptPool } from './kept-pool';

/** Sharp enough to read on a large screen. */
const PAGE_WIDTH = 1000;

/** Of this process: with several webhook processes each counts for itself. */
const limits = pageLimits();

/**
 * Answers a request by itself: n8n would put every answer of a webhook into a sandbox without an origin, where a browser keeps cookies back from forms. The pages
 * bring a policy of their own, which allows their one script by its hash and nothing else. No run of the workflow is recorded: what people looked for would be in it.
 */
export async function answerRequest(ctx: IWebhookFunctions): Promise<void> {
  const request = readRequest(ctx);
  const response = ctx.getResponseObject();
  let answer: PageAnswer;
  try {
    const pool = await keptPool(await chosenPool(ctx, ctx.getNodeParameter('authentication')));
    answer = await answerPage(request, { pool, readOriginal, limits });
  } catch (error) {
    ctx.logger.warn(`Talent Pool Pages: ${toVivierError(error).message}`);
    answer = { status: 503, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: 'Vivier: 503' };
  }
  response.status(answer.status);
  for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
  response.end(answer.body);
}

function readRequest(ctx: IWebhookFunctions): PageRequest {
  const { method, ip, socket, headers } = ctx.getRequestObject();
  const address = ctx.getNodeWebhookUrl('default') ?? '';
  return {
    method,
    path: URL.canParse(address) ? new URL(address).pathname : '/',
    query: texts(ctx.getQueryData() as IDataObject),
    form: texts(ctx.getBodyData()),
    headers: texts(headers as IDataObject),
    address: ip ?? socket.remoteAddress ?? 'unknown',
    secure: address.startsWith('https:'),
  };
}

/** One text for each name; lists and objects, which no form of ours sends, are left out. */
function texts(data: IDataObject): Record<string, string> {
  const given = Object.entries(data ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(given);
}

async function readOriginal({ data, fileName, mimeType }: StoredDocument) {
  const document = await extractDocument({ data, fileName, mimeType });
  return { document, pictures: await drawPages(data, document, { width: PAGE_WIDTH }) };
}
