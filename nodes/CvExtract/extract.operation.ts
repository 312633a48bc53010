import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { VivierError } from '../../lib/errors';
import { extractDocument, type ExtractLimits, type ExtractOptions } from '../../lib/extract';
import { extend, failItem, forEachItem } from '../shared';

/** Two files side by side: reading is quick, and recognising scans fills two cores. */
const CONCURRENCY = 2;

interface NodeOptions {
  fileMegabytes?: number;
  characters?: number;
  pages?: number;
  password?: string;
  ocr?: ExtractOptions['ocr'];
  seconds?: number;
}

/** Item with files -> one item per file, with `cv`; the file itself stays on the item under its field's name. */
export async function extract(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
  return await forEachItem(
    ctx,
    async (index, item) => {
      const options = readOptions(ctx, index);
      const results: INodeExecutionData[] = [];
      for (const field of fieldsOf(ctx, index, item)) results.push(await readFile(ctx, index, item, field, options));
      return results;
    },
    CONCURRENCY,
  );
}

async function readFile(
  ctx: IExecuteFunctions,
  index: number,
  item: INodeExecutionData,
  field: string,
  options: ExtractOptions,
): Promise<INodeExecutionData> {
  const binary = ctx.helpers.assertBinaryData(index, field);
  const fileName = binary.fileName ?? field;
  const own: INodeExecutionData = { ...item, binary: { [field]: binary } };
  try {
    const data = await ctx.helpers.getBinaryDataBuffer(index, field);
    const cv = await extractDocument({ data, fileName, mimeType: binary.mimeType }, options);
    return extend(own, index, { cv });
  } catch (error) {
    return failItem(ctx, error, index, { ...own, json: { ...item.json, fileName } });
  }
}

function fieldsOf(ctx: IExecuteFunctions, index: number, item: INodeExecutionData): string[] {
  if (ctx.getNodeParameter('files', index) === 'field')
    return [ctx.getNodeParameter('binaryPropertyName', index) as string];
  const fields = Object.keys(item.binary ?? {});
  if (!fields.length) throw new VivierError('no-file');
  return fields;
}

function readOptions(ctx: IExecuteFunctions, index: number): ExtractOptions {
  const chosen = ctx.getNodeParameter('options', index, {}) as NodeOptions;
  const limits: Partial<ExtractLimits> = {};
  if (chosen.fileMegabytes) limits.fileBytes = chosen.fileMegabytes * 1024 * 1024;
  if (chosen.characters) limits.characters = chosen.characters;
  if (chosen.pages) limits.pages = chosen.pages;
  if (chosen.seconds) limits.timeMs = chosen.seconds * 1000;
  return {
    password: chosen.password || undefined,
    ocr: chosen.ocr ?? 'auto',
    limits,
    signal: ctx.getExecutionCancelSignal(),
  };
}
