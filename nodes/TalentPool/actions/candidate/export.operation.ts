import type { IBinaryKeyData, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { MIME, renderDataExport, type ReportFormat } from '../../../../lib/documents';
import { VivierError } from '../../../../lib/errors';
import { documentLocale, extend, localeParameter, reportFormats } from '../../../shared';
import { byProperty, candidateIdProperty, type OperationCall, textOf } from '../../operation';

export const option = {
  name: 'Export Data',
  value: 'export',
  action: 'Export the data of a candidate',
  description:
    'All that is kept about the person, as JSON and as a readable PDF, to be given to them (GDPR, article 15)',
};

export const properties: INodeProperties[] = [
  candidateIdProperty,
  byProperty,
  localeParameter,
  {
    displayName: 'Also As',
    name: 'alsoAs',
    type: 'multiOptions',
    options: reportFormats.filter(({ value }) => value !== 'pdf'),
    default: [],
    description:
      'Files beside PDF and JSON, each in a field named after its format, such as <code>dataExportHtml</code>',
  },
];

/** Any item -> the same item with `dataExport`, and the files `dataExportPdf` and `dataExportJson`. */
export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const { ctx, pool, item, index } = call;
  const formats = ctx.getNodeParameter('alsoAs', index, []) as ReportFormat[];
  // Before the export is noted in the log: an expression may give anything.
  if (!formats.every((format) => Object.hasOwn(MIME, format)))
    throw new VivierError('invalid-input', { what: 'Also As' });
  const data = await pool.candidates.export(textOf(call, 'candidateId'), { by: textOf(call, 'by') });
  const locale = documentLocale(ctx, index, data.profile.meta.language);
  const pdf = await renderDataExport(data, 'pdf', locale);
  const json = await renderDataExport(data, 'json', locale);
  const name = locale === 'fr' ? 'vos-donnees' : 'your-data';
  const dataExportPdf = await ctx.helpers.prepareBinaryData(pdf, `${name}.pdf`, 'application/pdf');
  const dataExportJson = await ctx.helpers.prepareBinaryData(json, `${name}.json`, 'application/json');
  const more: IBinaryKeyData = {};
  for (const format of formats) {
    const bytes = await renderDataExport(data, format, locale);
    const field = `dataExport${format[0].toUpperCase()}${format.slice(1)}`;
    more[field] = await ctx.helpers.prepareBinaryData(bytes, `${name}.${format}`, MIME[format]);
  }
  const binary = { ...item.binary, dataExportPdf, dataExportJson, ...more };
  return [{ ...extend(item, index, { dataExport: data }), binary }];
}
