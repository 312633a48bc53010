import type { ReportFormat } from './report';

/** What each kind of file is called in a mail or a browser. */
export const MIME: Record<ReportFormat, string> = {
  pdf: 'application/pdf',
  html: 'text/html',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
