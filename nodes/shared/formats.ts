import type { INodePropertyOptions } from 'n8n-workflow';
import type { ReportFormat } from '../../lib/documents';

/** What a document may be made as, alphabetical. */
export const reportFormats: (INodePropertyOptions & { value: ReportFormat })[] = [
  { name: 'Excel (XLSX)', value: 'xlsx', description: 'Tables with real numbers, to sort and filter' },
  { name: 'Markdown', value: 'md', description: 'Plain text with headings, for other programs' },
  { name: 'PDF', value: 'pdf', description: 'To print or send (PDF/A, fonts included, for screen readers too)' },
  { name: 'Web Page (HTML)', value: 'html', description: 'One file that opens in any browser, even offline' },
  { name: 'Word (DOCX)', value: 'docx', description: 'To edit in Word or LibreOffice' },
];

/** The same without tables alone: for what is read as a text. */
export const textFormats = reportFormats.filter(({ value }) => value !== 'xlsx');
