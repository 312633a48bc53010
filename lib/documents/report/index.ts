import { reportDocx } from './docx';
import { reportHtml } from './html';
import { reportMarkdown } from './markdown';
import { reportPdf } from './pdf';
import { reportSheets } from './sheets';
import type { Report, ReportFormat } from './types';

export type { Bar, Report, ReportBlock, ReportCell, ReportFormat, RichCell, Tone } from './types';
export { reportHtml } from './html';

const RENDER: Record<ReportFormat, (report: Report) => Promise<Buffer>> = {
  html: (report) => Promise.resolve(Buffer.from(reportHtml(report), 'utf8')),
  pdf: reportPdf,
  docx: reportDocx,
  md: (report) => Promise.resolve(Buffer.from(reportMarkdown(report), 'utf8')),
  xlsx: reportSheets,
};

/** `html` is one UTF-8 page that loads nothing, `pdf` is A4, `xlsx` a sheet for each table. The same report gives the same bytes. */
export async function renderReport(report: Report, format: ReportFormat): Promise<Buffer> {
  return await RENDER[format](report);
}
