import type { INodePropertyOptions } from 'n8n-workflow';
import type { ReportFormat } from '../../lib/documents';

/** What a document may be made as, and what each is called in a mail or a browser. */
export const MIME: Record<ReportFormat, string> = {
  pdf: 'application/pdf',
  html: 'text/html',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The choice of a format, alphabetical. */
export const reportFormats: INodePropertyOptions[] = [
  { name: 'Excel (XLSX)', value: 'xlsx', description: 'Tables with real numbers, to sort and filter' },
  { name: 'Markdown', value: 'md', description: 'Plain text with headings and tables' },
  { name: 'PDF', value: 'pdf', description: 'To print or send' },
  { name: 'Web Page (HTML)', value: 'html', description: 'One file that opens in any browser, even offline' },
  { name: 'Word (DOCX)', value: 'docx', description: 'To edit in Word or LibreOffice' },
];
