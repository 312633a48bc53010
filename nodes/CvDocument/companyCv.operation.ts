import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { renderCompanyCv } from '../../lib/documents';
import { documentLocale, extend, forEachItem, profileOf } from '../shared';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Item with `profile` -> the same item with a Word file beside the files it had. */
export async function makeCompanyCv(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
  return await forEachItem(ctx, async (index, item) => {
    const profile = profileOf(item);
    const { colour, companyName } = ctx.getNodeParameter('options', index, {}) as {
      colour?: string;
      companyName?: string;
    };
    const anonymous = ctx.getNodeParameter('anonymous', index, false) as boolean;
    const data = await renderCompanyCv(profile, {
      locale: documentLocale(ctx, index, profile.meta.language),
      anonymous,
      colour: colour || undefined,
      companyName: companyName || undefined,
    });
    const field = ctx.getNodeParameter('binaryPropertyName', index) as string;
    const file = await ctx.helpers.prepareBinaryData(
      data,
      `${fileStem(profile.meta.fileName, index)}-vivier.docx`,
      DOCX,
    );
    return [{ ...extend(item, index, {}), binary: { ...item.binary, [field]: file } }];
  });
}

/** The source file's name without ending: the document carries no name that the candidate did not put there. */
const fileStem = (fileName: string | null, index: number) => fileName?.replace(/\.[^.]+$/, '') || `cv-${index + 1}`;
