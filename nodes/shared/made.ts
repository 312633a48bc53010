import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { listed, type DocumentInputs } from '../../lib/documents';
import type { Score } from '../../lib/match';
import type { Profile } from '../../lib/profile';

/** Who an item is about in the talent pool, when Talent Pool stands before this node. */
export function candidateOf({ json }: INodeExecutionData): string | undefined {
  const candidate = json.candidate as { candidateId?: unknown } | undefined;
  const id = candidate?.candidateId ?? json.candidateId;
  return typeof id === 'string' ? id : undefined;
}

/**
 * What Talent Pool: Save List takes: what the document was made from, and references to the people in it. Without the latter when one of them is not
 * in the pool: the list can't be kept then, because they could not be erased from it.
 */
export function madeList(
  made: DocumentInputs,
  people: { profile: Profile; score: Score }[],
  items: INodeExecutionData[],
): IDataObject {
  const references = listed(
    people.map(({ profile, score }, index) => ({ candidateId: candidateOf(items[index]), profile, score })),
  );
  return { made, ...(references ? { people: references } : {}) } as unknown as IDataObject;
}
