import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { parseOffer } from '../../../../lib/match';
import { extend } from '../../../shared';
import { type OperationCall } from '../../operation';

export const option = {
  name: 'Save',
  value: 'upsert',
  action: 'Save an offer',
  description: 'Create an offer, or update the open one with the same title and text (upsert)',
};

export const properties: INodeProperties[] = [
  {
    displayName: 'Offer',
    name: 'offer',
    type: 'string',
    typeOptions: { rows: 6 },
    default: '={{ $json.offer }}',
    required: true,
    description: 'First line: the title. Or an object with title, text and criteria.',
  },
  {
    displayName: 'Options',
    name: 'options',
    type: 'collection',
    placeholder: 'Add option',
    default: {},
    options: [
      {
        displayName: 'Months That Refusals Are Kept',
        name: 'refusalMonths',
        type: 'number',
        typeOptions: { minValue: 1, maxValue: 120 },
        default: 24,
        description: 'After the refusal, when all of a person’s applications were refused',
      },
      {
        displayName: 'Offer ID',
        name: 'offerId',
        type: 'string',
        default: '',
        description: 'To change an offer that is there',
      },
      { displayName: 'Seniority', name: 'seniority', type: 'string', default: '', placeholder: 'e.g. senior' },
      {
        displayName: 'Stages',
        name: 'stages',
        type: 'string',
        default: '',
        placeholder: 'e.g. tri, essai?, entretien, embauche',
        description:
          'In order, separated by commas; a question mark after one that may be passed over. “rejected” and “withdrawn” always exist.',
      },
    ],
  },
];

interface Options {
  offerId?: string;
  refusalMonths?: number;
  seniority?: string;
  stages?: string;
}

/** Any item -> the same item with `savedOffer`. */
export async function execute({ ctx, pool, item, index }: OperationCall): Promise<INodeExecutionData[]> {
  const value: unknown = ctx.getNodeParameter('offer', index);
  const offer = parseOffer(typeof value === 'string' ? value : JSON.stringify(value), 'offer');
  const { offerId, refusalMonths, seniority, stages } = ctx.getNodeParameter('options', index, {}) as Options;
  const savedOffer = await pool.offers.upsert({
    ...offer,
    id: offerId?.trim() || undefined,
    refusalMonths,
    seniority,
    stages: stages ? stagesOf(stages) : undefined,
  });
  return [extend(item, index, { savedOffer })];
}

const stagesOf = (text: string) =>
  text
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter(Boolean)
    .map((name) => ({ name: name.replace(/\s*\?$/, ''), optional: name.endsWith('?') }));
