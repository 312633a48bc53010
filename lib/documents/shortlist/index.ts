import { renderReport, type ReportFormat } from '../report';
import type { ShortlistData } from './model';
import { shortlistHtml } from './html';
import { shortlistPdf } from './pdf';
import { shortlistReport } from './report';
import { shortlistSheets } from './sheets';

export type { ShortlistData, ShortlistRow } from './model';

/**
 * The ranked candidates for one offer, for a person to read: a table, then for each candidate what counted, why, and where the CV says so.
 * `html` is one UTF-8 page that loads nothing; `pdf` is A4; `docx` and `md` hold the same; `xlsx` has the ranking, the criteria and a note on how to
 * read them. Rows are shown in the order given. The same data gives the same bytes.
 */
export async function renderShortlist(data: ShortlistData, format: ReportFormat): Promise<Buffer> {
  switch (format) {
    case 'html':
      return Buffer.from(shortlistHtml(data), 'utf8');
    case 'pdf':
      return await shortlistPdf(data);
    case 'xlsx':
      return await shortlistSheets(data);
    default:
      return await renderReport(shortlistReport(data), format);
  }
}
