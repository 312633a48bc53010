import type { IDataObject, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { ExtractedDocument } from '../../../../lib/extract';
import type { JobOffer, Score } from '../../../../lib/match';
import type { NewDocument } from '../../../../lib/pool';
import { extend, profileOf } from '../../../shared';
import { type OperationCall, textOf } from '../../operation';

export const option = {
  name: 'Save',
  value: 'upsert',
  action: 'Save a candidate',
  description: 'Create a candidate, or update the one with the same e-mail, phone or file (upsert)',
};

export const properties: INodeProperties[] = [
  {
    displayName: 'Save the Application Too',
    name: 'withApplication',
    type: 'boolean',
    default: true,
    description: 'Whether to save the offer and the score of the item as an application, when the item has them',
  },
  {
    displayName: 'Source',
    name: 'source',
    type: 'string',
    default: '',
    placeholder: 'e.g. e-mail',
    description: 'Where the CV came from',
  },
];

/** As many files are in memory at once. */
export const together = 25;

/** Item with `profile` (and its file, `cv`, `offer`, `score`) -> the same item with `candidate`. */
export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const { pool, item, index } = call;
  const source = textOf(call, 'source') || undefined;
  const saved = await pool.candidates.upsert({
    profile: profileOf(item),
    document: await documentOf(call),
    source,
    modelLater: laterOf(item.json.modelLater),
    ...readingOf(item.json),
  });
  const application = await call.inTurn(() => saveApplication(call, saved.candidateId, source));
  return [extend(item, index, { candidate: { ...saved, ...application } })];
}

/** What CV Analyze with the engine “Rules Now, Model Later” left on the item. */
const laterOf = (value: unknown) => (value === 'person' || value === 'batch' ? value : undefined);

/** What Take Who Waits left on the item: whose file, and which. Who was erased meanwhile is not made anew. */
function readingOf({ candidate, waiting }: IDataObject): { candidateId?: string; readingOf?: string } {
  const { documentId } = (waiting ?? {}) as { documentId?: unknown };
  const { candidateId } = (candidate ?? {}) as { candidateId?: unknown };
  if (typeof documentId !== 'string' || typeof candidateId !== 'string') return {};
  return { candidateId, readingOf: documentId };
}

/** The original file, recognised by the hash that CV Extract took: an item may carry other files too. */
async function documentOf({ ctx, item, index }: OperationCall): Promise<NewDocument | undefined> {
  const cv = item.json.cv as unknown as ExtractedDocument | undefined;
  for (const [field, binary] of Object.entries(item.binary ?? {})) {
    if (cv && binary.fileName && binary.fileName !== cv.fileName) continue;
    const data = await ctx.helpers.getBinaryDataBuffer(index, field);
    return {
      fileName: cv?.fileName ?? binary.fileName ?? field,
      mimeType: cv?.mimeType ?? binary.mimeType,
      data,
      sha256: cv?.sha256,
      text: cv?.text,
      textSha256: cv?.textSha256,
    };
  }
  return undefined;
}

async function saveApplication(call: OperationCall, candidateId: string, source: string | undefined) {
  const { ctx, pool, item, index } = call;
  const offer = item.json.offer as unknown as JobOffer | undefined;
  if (!offer || !ctx.getNodeParameter('withApplication', index, true)) return {};
  const { offerId } = await pool.offers.upsert({ ...offer, id: undefined });
  const score = item.json.score as unknown as Score | undefined;
  const { applicationId, stage } = await pool.applications.upsert({ candidateId, offerId, score, source });
  return { offerId, applicationId, stage };
}
