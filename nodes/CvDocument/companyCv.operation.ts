import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { companyCvInputs, type CompanyCvOptions, renderCompanyCv } from '../../lib/documents';
import type { JobOffer } from '../../lib/match';
import type { Profile } from '../../lib/profile';
import { extend, forEachItem, profileOf } from '../shared';
import { chosenOptions } from './companyCvOptions';

/** Item with `profile` -> the same item with the document as a file, and `document`: what was made, and what was left out. */
export async function makeCompanyCv(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
  return await forEachItem(ctx, async (index, item) => [await withCompanyCv(ctx, index, item)]);
}

/** `tailoredTo` is what the CV for an offer has besides. */
export async function withCompanyCv(
  ctx: IExecuteFunctions,
  index: number,
  item: INodeExecutionData,
  tailoredTo?: CompanyCvOptions['tailoredTo'],
): Promise<INodeExecutionData> {
  const profile = profileOf(item);
  const options = { ...(await chosenOptions(ctx, index, profile)), tailoredTo };
  const cv = await renderCompanyCv(profile, options);
  const { data, mimeType, format, style, pages, leftOut, warnings } = cv;
  const fileName = `${fileStem(profile, options.identity, index)}-vivier.${format}`;
  const field = ctx.getNodeParameter('binaryPropertyName', index) as string;
  const file = await ctx.helpers.prepareBinaryData(data, fileName, mimeType);
  const document = { kind: tailoredTo ? 'tailoredCv' : 'companyCv', fileName, format, style, pages, leftOut, warnings };
  const made = companyCvInputs(profile, options, cv, tailoredTo ? (item.json.offer as Partial<JobOffer>) : {});
  return { ...extend(item, index, { document, made }), binary: { ...item.binary, [field]: file } };
}

/**
 * The source file's name without ending: the document carries no name that the candidate did not put there. A document without the person's name has the
 * beginning of the CV's hash instead, because people give their files their names.
 */
export function fileStem({ meta }: Profile, identity: CompanyCvOptions['identity'], index: number): string {
  const number = `cv-${index + 1}`;
  if ((identity ?? 'name') !== 'name') return meta.sha256 ? `cv-${meta.sha256.slice(0, 6)}` : number;
  return meta.fileName?.replace(/\.[^.]+$/, '') || number;
}
