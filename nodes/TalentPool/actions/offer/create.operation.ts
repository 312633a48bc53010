import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { VivierError } from '../../../../lib/errors';
import { extractDocuments } from '../../../../lib/extract';
import {
  parseOffer,
  parseOfferWithModel,
  readOfferByRules,
  type JobOffer,
  type ReadOffer,
} from '../../../../lib/match';
import { extend, ollamaConfig, sharedOllama } from '../../../shared';
import { type OperationCall, textOf } from '../../operation';

export const option = {
  name: 'Create From Text or File',
  value: 'create',
  action: 'Create an offer from a text or a file',
  description: 'Reads the criteria from the advertisement. They stay unconfirmed until a person confirms them.',
};

export const properties: INodeProperties[] = [
  {
    displayName:
      'The criteria are read from the offer’s own words and marked unconfirmed. Look at them, change them where needed, then use “Confirm Criteria”.',
    name: 'createNotice',
    type: 'notice',
    default: '',
  },
  {
    displayName: 'From',
    name: 'from',
    type: 'options',
    options: [
      { name: 'File', value: 'file' },
      { name: 'Text', value: 'text' },
    ],
    default: 'text',
  },
  {
    displayName: 'Text',
    name: 'text',
    type: 'string',
    typeOptions: { rows: 8 },
    default: '',
    required: true,
    description: 'First line: the title',
    displayOptions: { show: { from: ['text'] } },
  },
  {
    displayName: 'Input Binary Field',
    name: 'inputBinaryField',
    type: 'string',
    default: 'data',
    required: true,
    hint: 'The name of the input binary field with the offer (PDF, Word, text…)',
    displayOptions: { show: { from: ['file'] } },
  },
  {
    displayName: 'Read With the Model Too',
    name: 'meaning',
    type: 'boolean',
    default: false,
    description: 'Whether the model looks for what rules don’t find; what the offer does not say is dropped',
  },
  {
    displayName: 'Title',
    name: 'title',
    type: 'string',
    default: '',
    description: 'Empty: the first line',
  },
];

/** Any item -> the same item with `savedOffer`, and `readOffer`: the line that each criterion was read from. */
export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const { pool, item, index } = call;
  const { offer, found, dropped, model, fallback } = await read(call, await offerOf(call));
  const savedOffer = await pool.offers.upsert(offer);
  return [extend(item, index, { savedOffer, readOffer: { found, dropped, model, fallback } })];
}

async function offerOf(call: OperationCall): Promise<JobOffer> {
  const fromFile = call.ctx.getNodeParameter('from', call.index) === 'file';
  const offer = parseOffer(fromFile ? await textOfFile(call) : textOf(call, 'text'), 'offer');
  const title = textOf(call, 'title');
  return title ? { ...offer, title } : offer;
}

async function textOfFile(call: OperationCall): Promise<string> {
  const { ctx, index } = call;
  const field = textOf(call, 'inputBinaryField');
  const { fileName } = ctx.helpers.assertBinaryData(index, field);
  const data = await ctx.helpers.getBinaryDataBuffer(index, field);
  const [found, ...others] = await extractDocuments({ data, fileName: fileName ?? field });
  if (others.length > 0) throw new VivierError('invalid-input', { fileName, what: field, reason: 'one offer a file' });
  if (!found?.document) throw found?.error ?? new VivierError('empty', { fileName });
  return found.document.text;
}

async function read({ ctx, index }: OperationCall, offer: JobOffer): Promise<ReadOffer> {
  if (!ctx.getNodeParameter('meaning', index, false)) return readOfferByRules(offer);
  const client = sharedOllama(ollamaConfig(await ctx.getCredentials('vivierOllamaApi', index)));
  return await parseOfferWithModel(offer, client, ctx.getExecutionCancelSignal());
}
