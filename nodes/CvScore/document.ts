import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { MIME, type ReportFormat } from '../../lib/documents';
import type { Locale } from '../../lib/errors';
import { documentLocale, failItem } from '../shared';

interface Made {
  json: object;
  fileName: string;
  render: (format: ReportFormat, locale: Locale, generatedAt: string) => Promise<Buffer>;
  /** What Talent Pool: Save List takes. */
  inputs: (format: ReportFormat, locale: Locale, generatedAt: string, data: Buffer) => IDataObject;
}

/** All items -> one item with a document as a file and its content as data. */
export async function oneDocument(
  ctx: IExecuteFunctions,
  make: () => Promise<Made & { language?: string }>,
): Promise<INodeExecutionData[]> {
  const items = ctx.getInputData();
  if (!items.length) return [];
  try {
    const { json, fileName, language, render, inputs } = await make();
    const format = ctx.getNodeParameter('format', 0) as ReportFormat;
    const locale = documentLocale(ctx, 0, language);
    const generatedAt = new Date().toISOString();
    const data = await render(format, locale, generatedAt);
    const file = await ctx.helpers.prepareBinaryData(data, `${fileName}.${format}`, MIME[format]);
    return [
      {
        json: { ...(json as IDataObject), ...inputs(format, locale, generatedAt, data) },
        binary: { [ctx.getNodeParameter('binaryPropertyName', 0) as string]: file },
        pairedItem: items.map((_, item) => ({ item })),
      },
    ];
  } catch (error) {
    return [failItem(ctx, error, 0)];
  }
}
