import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { PROBLEM_TYPE, problemOf, type Problem } from '../../lib/api';
import { toVivierError, VivierError } from '../../lib/errors';

const show = { operation: ['answer'] };

export const answerProperties: INodeProperties[] = [
  {
    displayName: 'Answer With',
    name: 'answerWith',
    type: 'options',
    options: [
      { name: 'A File', value: 'file', description: 'The file of the first item' },
      { name: 'A List', value: 'list', description: 'One entry for each item; failures stand apart, in “problems”' },
      { name: 'One Object', value: 'object', description: 'What the first item holds' },
      { name: 'Text', value: 'text' },
    ],
    default: 'object',
    displayOptions: { show },
  },
  {
    displayName: 'Body',
    name: 'body',
    type: 'json',
    default: '={{ $json }}',
    required: true,
    description: 'For a list: of one entry. With an “error” in it, the answer is that error.',
    displayOptions: { show: { ...show, answerWith: ['list', 'object'] } },
  },
  {
    displayName: 'Text',
    name: 'text',
    type: 'string',
    default: '={{ $json.text }}',
    displayOptions: { show: { ...show, answerWith: ['text'] } },
  },
  {
    displayName: 'Name of the List',
    name: 'listName',
    type: 'string',
    default: 'items',
    required: true,
    displayOptions: { show: { ...show, answerWith: ['list'] } },
  },
  {
    displayName: 'Paging',
    name: 'paging',
    type: 'json',
    default: '{}',
    description:
      'The “limit” and “offset” of the request, where a list has pages: “next” then tells where the next one begins',
    displayOptions: { show: { ...show, answerWith: ['list'] } },
  },
  {
    displayName: 'Input Binary Field',
    name: 'fileField',
    type: 'string',
    default: 'document',
    required: true,
    hint: 'The name of the input field that holds the file',
    displayOptions: { show: { ...show, answerWith: ['file'] } },
  },
  {
    displayName: 'Status',
    name: 'status',
    type: 'number',
    default: 200,
    description: 'Of an answer that is no error',
    displayOptions: { show },
  },
];

interface Response {
  status: number;
  headers: Record<string, string>;
  body: Buffer | IDataObject;
}

/** Any items -> the same; the request that started the flow has its answer. Whatever fails here is answered too. */
export async function answer(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
  const { status, headers, body } = await responseOf(ctx).catch((error: unknown) => refusal(toVivierError(error)));
  await ctx.sendResponse({ statusCode: status, headers: { 'cache-control': 'no-store', ...headers }, body });
  return ctx.getInputData();
}

async function responseOf(ctx: IExecuteFunctions): Promise<Response> {
  const kind = ctx.getNodeParameter('answerWith', 0) as 'file' | 'list' | 'object' | 'text';
  const status = ctx.getNodeParameter('status', 0, 200) as number;
  if (kind === 'list') return listOf(ctx, status);
  const [item] = ctx.getInputData();
  const failed = problemIn(item.json);
  if (failed) return withProblem(failed);
  if (kind === 'file') return await fileOf(ctx, status);
  if (kind === 'text') {
    const text = Buffer.from(ctx.getNodeParameter('text', 0) as string);
    return { status, headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }, body: text };
  }
  const body = bodyOf(ctx, 0);
  const told = problemIn(body);
  return told ? withProblem(told) : { status, headers: {}, body };
}

function listOf(ctx: IExecuteFunctions, status: number): Response {
  const name = ctx.getNodeParameter('listName', 0) as string;
  const entries: IDataObject[] = [];
  const problems: Problem[] = [];
  for (const [index, { json }] of ctx.getInputData().entries()) {
    const failed = problemIn(json);
    if (failed) problems.push(failed);
    // A node that found nothing hands on one empty item, or the flow would end unanswered.
    else if (Object.keys(json).length > 0) entries.push(bodyOf(ctx, index));
  }
  const { limit, offset } = asObject(ctx.getNodeParameter('paging', 0, {})) as { limit?: number; offset?: number };
  if (entries.length === 0 && problems.length > 0) return withProblem(problems[0]);
  if (limit === undefined) return { status, headers: {}, body: { [name]: entries, problems: problems as never } };
  const next = entries.length < limit ? null : (offset ?? 0) + limit;
  return { status, headers: {}, body: { [name]: entries, next } };
}

async function fileOf(ctx: IExecuteFunctions, status: number): Promise<Response> {
  const field = ctx.getNodeParameter('fileField', 0) as string;
  const { fileName = field, mimeType } = ctx.helpers.assertBinaryData(0, field);
  const body = await ctx.helpers.getBinaryDataBuffer(0, field);
  // RFC 6266; the name in ASCII, for clients that know no other.
  const plain = fileName.replace(/[^\w.-]/g, '_');
  const disposition = `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
  return { status, headers: { 'content-type': mimeType, 'content-disposition': disposition }, body };
}

const bodyOf = (ctx: IExecuteFunctions, index: number): IDataObject => asObject(ctx.getNodeParameter('body', index));

function asObject(value: unknown): IDataObject {
  const parsed: unknown = typeof value === 'string' ? JSON.parse(value) : value;
  if (parsed !== null && typeof parsed === 'object' && !Array.isArray(parsed)) return parsed as IDataObject;
  throw new VivierError('invalid-input', { what: 'Body' });
}

/** What a node of ours left of a failure, or n8n of one of its own, whose words could hold anything. */
function problemIn({ error }: IDataObject): Problem | null {
  if (error === undefined || error === null) return null;
  const { code, message, hint, fileName } = error as Record<string, unknown>;
  if (typeof code !== 'string' || typeof message !== 'string' || typeof hint !== 'string') {
    return problemOf(new VivierError('internal', { reason: 'flow' }));
  }
  return problemOf({ code, message, hint, fileName: typeof fileName === 'string' ? fileName : null });
}

const withProblem = (problem: Problem): Response => ({
  status: problem.status,
  headers: { 'content-type': PROBLEM_TYPE, ...(problem.status === 503 ? { 'retry-after': '30' } : {}) },
  body: Buffer.from(JSON.stringify(problem)),
});

const refusal = (error: VivierError) => withProblem(problemOf(error));
