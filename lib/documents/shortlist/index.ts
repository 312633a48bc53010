import type { ShortlistData } from './model';
import { shortlistHtml } from './html';
import { shortlistPdf } from './pdf';

export type { ShortlistData, ShortlistRow } from './model';

/**
 * The ranked candidates for one offer, for a person to read: a table, then for each candidate what counted, why, and where the CV says so.
 * `html` is one UTF-8 page that loads nothing; `pdf` is A4. Rows are shown in the order given. The same data gives the same bytes.
 */
export async function renderShortlist(data: ShortlistData, format: 'html' | 'pdf'): Promise<Buffer> {
  return format === 'html' ? Buffer.from(shortlistHtml(data), 'utf8') : await shortlistPdf(data);
}
