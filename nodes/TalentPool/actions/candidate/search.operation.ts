import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { FoundCandidate, SearchInput } from '../../../../lib/pool';
import { type OperationCall, pagingProperties, textOf, toItem } from '../../operation';
import { embedderOf, embeddingModelProperty, filtersProperty, meaningProperty, readFilters } from '../../searchFilters';

export const option = {
  name: 'Search',
  value: 'search',
  action: 'Search candidates',
  description:
    'By words, meaning, skills, years, degree, languages, place, stage, offer or dates; without any, the most recently changed ones',
};

export const properties: INodeProperties[] = [
  {
    displayName: 'Words',
    name: 'query',
    type: 'string',
    default: '',
    placeholder: 'e.g. comptable "clôture mensuelle" -stage',
    description:
      'Accents, endings and small typing errors don’t matter; infirm* finds what begins so. A name, an e-mail address or a phone number finds its owner.',
  },
  meaningProperty,
  { ...embeddingModelProperty, displayOptions: { show: { meaning: [true] } } },
  ...pagingProperties,
  {
    displayName: 'One Item for the Page',
    name: 'asPage',
    type: 'boolean',
    default: false,
    description: 'Whether to give one item with all candidates of a page, how many match, and “next” for the next page',
    displayOptions: { show: { returnAll: [false] } },
  },
  {
    displayName: 'Page After',
    name: 'after',
    type: 'string',
    default: '',
    description: '“next” of the page before; the first page without it',
    displayOptions: { show: { returnAll: [false], asPage: [true] } },
  },
  filtersProperty,
  {
    displayName: 'Passages',
    name: 'highlights',
    type: 'boolean',
    default: false,
    description: 'Whether to add the passages of the CV in which the words were found',
  },
];

const PAGE = 200;

/** For programs that turn pages: what the pool found, with where the next page begins. */
async function onePage({ ctx, index, pool }: OperationCall, input: SearchInput): Promise<INodeExecutionData[]> {
  const limit = ctx.getNodeParameter('limit', index, 50) as number;
  const after = (ctx.getNodeParameter('after', index, '') as string) || undefined;
  return [toItem(await pool.candidates.search({ ...input, after, limit }), index)];
}

/** One item per candidate found, or one for the page. */
export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const { ctx, index, pool } = call;
  const all = ctx.getNodeParameter('returnAll', index, false) as boolean;
  const wanted = all ? Number.POSITIVE_INFINITY : (ctx.getNodeParameter('limit', index, 50) as number);
  const input = {
    query: textOf(call, 'query') || undefined,
    filters: readFilters(call),
    meaning: await embedderOf(call),
    highlights: ctx.getNodeParameter('highlights', index, false) as boolean,
  };
  if (ctx.getNodeParameter('asPage', index, false) === true) return await onePage(call, input);
  const rows: FoundCandidate[] = [];
  let after: string | undefined;
  do {
    const page = await pool.candidates.search({ ...input, after, limit: Math.min(PAGE, wanted - rows.length) });
    rows.push(...page.candidates);
    after = page.next ?? undefined;
  } while (after && rows.length < wanted);
  return rows.map((row) => toItem(row, index));
}
