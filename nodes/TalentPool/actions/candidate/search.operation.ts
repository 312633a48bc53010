import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { STAGES, type SearchFilters, type Stage } from '../../../../lib/pool';
import { type OperationCall, pagingProperties, readPages, textOf, toItem } from '../../operation';

export const option = {
  name: 'Search',
  value: 'search',
  action: 'Search candidates',
  description: 'By words, skills, years, language, stage or offer; without any, the most recently changed ones',
};

const STAGE_OPTIONS = STAGES.map((value) => ({ name: value[0].toUpperCase() + value.slice(1), value }));

export const properties: INodeProperties[] = [
  {
    displayName: 'Words',
    name: 'query',
    type: 'string',
    default: '',
    placeholder: 'e.g. comptable "clôture mensuelle" -stage',
    description:
      'Accents, endings and small typing errors don’t matter. An e-mail address or a phone number finds its owner.',
  },
  ...pagingProperties,
  {
    displayName: 'Filters',
    name: 'filters',
    type: 'collection',
    placeholder: 'Add filter',
    default: {},
    options: [
      { displayName: 'Language', name: 'language', type: 'string', default: '', placeholder: 'e.g. anglais' },
      {
        displayName: 'Least Years of Experience',
        name: 'minYears',
        type: 'number',
        typeOptions: { minValue: 0 },
        default: 0,
      },
      { displayName: 'Offer ID', name: 'offerId', type: 'string', default: '' },
      {
        displayName: 'Skills',
        name: 'skills',
        type: 'string',
        default: '',
        placeholder: 'e.g. Excel, Sage',
        description: 'All of them, separated by commas',
      },
      { displayName: 'Stage', name: 'stage', type: 'options', options: STAGE_OPTIONS, default: 'screening' },
    ],
  },
];

/** One item per candidate found. */
export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const query = textOf(call, 'query') || undefined;
  const filters = readFilters(call);
  const rows = await readPages(
    call,
    async (page) => (await call.pool.candidates.search({ query, filters, ...page })).candidates,
  );
  return rows.map((row) => toItem(row, call.index));
}

function readFilters({ ctx, index }: OperationCall): SearchFilters {
  const chosen = ctx.getNodeParameter('filters', index, {}) as {
    language?: string;
    minYears?: number;
    offerId?: string;
    skills?: string;
    stage?: Stage;
  };
  const skills = (chosen.skills ?? '')
    .split(/[,;\n]/)
    .map((skill) => skill.trim())
    .filter(Boolean);
  return {
    language: chosen.language?.trim() || undefined,
    minYears: chosen.minYears || undefined,
    offerId: chosen.offerId?.trim() || undefined,
    skills: skills.length ? skills : undefined,
    stage: chosen.stage,
  };
}
