import type { Locale } from '../../errors';
import { renderReport, type ReportFormat } from '../report';
import { dataExportReport } from './report';
import type { DataExport } from './types';

export type { DataExport, ExportedApplication } from './types';

/**
 * The answer to a person who asks for their data: `json` for programs (UTF-8), the others to read, in their language. The same data gives the same
 * bytes.
 */
export async function renderDataExport(
  data: DataExport,
  format: ReportFormat | 'json',
  locale: Locale,
): Promise<Buffer> {
  if (format === 'json') return Buffer.from(`${JSON.stringify(data, null, 1)}\n`);
  return await renderReport(dataExportReport(data, locale), format);
}
