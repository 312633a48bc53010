import type { Locale } from '../../errors';
import { dataExportPdf } from './pdf';
import type { DataExport } from './types';

export type { DataExport, ExportedApplication } from './types';

/**
 * The answer to a person who asks for their data: `pdf` to read (A4, in their language), `json` for programs (UTF-8). The same data gives the same
 * bytes.
 */
export async function renderDataExport(data: DataExport, format: 'pdf' | 'json', locale: Locale): Promise<Buffer> {
  return format === 'json' ? Buffer.from(`${JSON.stringify(data, null, 1)}\n`) : await dataExportPdf(data, locale);
}
