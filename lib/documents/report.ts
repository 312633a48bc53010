import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { Locale } from '../errors';
import { breakable, clean } from './clean';
import { dayInWords } from './dates';
import { markup, page, type Html } from './html';
import { renderPdf } from './pdf';
import { colours, statusColours } from './theme';
import { words } from './words';

export type Tone = 'met' | 'partly' | 'missing' | 'unknown';
export type ReportCell = string | { text: string; small?: string; tone?: Tone };

export type ReportBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string; tone?: Tone }
  | { kind: 'note'; title: string; text: string }
  | { kind: 'table'; head: string[]; rows: ReportCell[][]; widths: (number | '*')[] };

/** A document of headings, sentences and tables, the same in every format. */
export interface Report {
  locale: Locale;
  /** Above the title: what kind of document this is. */
  eyebrow: string;
  title: string;
  subtitle: string;
  landscape?: boolean;
  /** ISO 8601. The only date in the document. */
  generatedAt: string;
  blocks: ReportBlock[];
}

/** `html` is one UTF-8 page that loads nothing, `pdf` is A4. The same report gives the same bytes. */
export async function renderReport(report: Report, format: 'html' | 'pdf'): Promise<Buffer> {
  return format === 'html' ? Buffer.from(reportHtml(report), 'utf8') : await reportPdf(report);
}

const tones = Object.entries(statusColours)
  .map(([name, colour]) => `.${name}{color:${colour}}`)
  .join('');
const styles = `*{box-sizing:border-box}body{margin:0;background:${colours.soft};color:${colours.text};font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
main{max-width:1080px;margin:0 auto;padding:40px 24px 80px}h1{font-size:28px;line-height:1.2;margin:0 0 6px}h2{font-size:19px;margin:32px 0 10px}p{margin:0 0 8px;max-width:90ch}
.muted{color:${colours.muted}}.small{font-size:12.5px;color:${colours.muted};display:block}.eyebrow{color:${colours.accent};font-size:12px;font-weight:700;letter-spacing:.08em;text-transform:uppercase;margin-bottom:4px}
.scroll{overflow-x:auto;background:#fff;border-radius:8px;box-shadow:0 1px 2px rgba(28,39,51,.08)}table{width:100%;border-collapse:collapse}th{font-size:12px;font-weight:600;color:${colours.muted};text-align:left;padding:10px 14px;border-bottom:2px solid ${colours.line};vertical-align:bottom}
td{padding:10px 14px;border-bottom:1px solid ${colours.line};vertical-align:top;font-size:14px;overflow-wrap:break-word;min-width:90px}td:first-child{font-weight:600}tr:last-child td{border-bottom:0}
aside{margin:28px 0;padding:16px 20px;background:#fff;border-left:4px solid ${colours.accent};border-radius:0 8px 8px 0}aside strong{display:block;margin-bottom:4px}aside p{font-size:13px;color:${colours.muted}}
td strong{font-weight:600}${tones}@media print{body{background:#fff}main{padding:0}.scroll{box-shadow:none}tr,aside{break-inside:avoid}h2{break-after:avoid}}`;

function reportHtml(report: Report): string {
  const made = words[report.locale].madeOn(dayInWords(report.generatedAt, report.locale));
  return page(
    report.locale,
    `${report.eyebrow} – ${report.title}`,
    styles,
    markup`<main>
      <header>
        <p class="eyebrow">${report.eyebrow}</p>
        <h1>${report.title}</h1>
        <p class="muted">${[report.subtitle, made].filter(Boolean).join(' · ')}</p>
      </header>
      ${report.blocks.map(blockHtml)}
    </main>`,
  );
}

function blockHtml(block: ReportBlock): Html {
  switch (block.kind) {
    case 'heading':
      return markup`<h2>${block.text}</h2>`;
    case 'text':
      return markup`<p class="${block.tone ?? ''}">${block.text}</p>`;
    case 'note':
      return markup`<aside><strong>${block.title}</strong><p>${block.text}</p></aside>`;
    case 'table':
      return markup`<div class="scroll"><table>
        <thead><tr>${block.head.map((text) => markup`<th scope="col">${text}</th>`)}</tr></thead>
        <tbody>${block.rows.map((row) => markup`<tr>${row.map(cellHtml)}</tr>`)}</tbody>
      </table></div>`;
  }
}

function cellHtml(cell: ReportCell): Html {
  if (typeof cell === 'string') return markup`<td>${cell}</td>`;
  const main = cell.tone ? markup`<strong class="${cell.tone}">${cell.text}</strong>` : markup`${cell.text}`;
  return markup`<td>${main}${cell.small ? markup`<span class="small">${cell.small}</span>` : false}</td>`;
}

async function reportPdf(report: Report): Promise<Buffer> {
  const w = words[report.locale];
  const made = w.madeOn(dayInWords(report.generatedAt, report.locale));
  const definition: TDocumentDefinitions = {
    info: { title: clean(`${report.eyebrow} – ${report.title}`), creator: 'Vivier', producer: 'Vivier' },
    language: report.locale,
    pageSize: 'A4',
    pageOrientation: report.landscape ? 'landscape' : 'portrait',
    pageMargins: [40, 44, 40, 52],
    defaultStyle: { fontSize: 9, color: colours.text, lineHeight: 1.2 },
    footer: (current, count) => ({
      ...{ margin: [40, 18, 40, 0], fontSize: 7.5, color: colours.muted },
      columns: [
        { text: breakable(report.title), width: '*' },
        { text: w.page(current, count), width: 'auto' },
      ],
    }),
    content: [
      {
        text: breakable(report.eyebrow.toUpperCase()),
        fontSize: 8,
        bold: true,
        color: colours.accent,
        characterSpacing: 0.8,
      },
      { text: breakable(report.title), fontSize: 18, bold: true, lineHeight: 1.1, margin: [0, 3, 0, 0] },
      {
        text: breakable([report.subtitle, made].filter(Boolean).join(' · ')),
        color: colours.muted,
        margin: [0, 4, 0, 12],
      },
      ...report.blocks.map(blockPdf),
    ],
  };
  return await renderPdf(definition, report.generatedAt);
}

function blockPdf(block: ReportBlock): Content {
  switch (block.kind) {
    case 'heading':
      return { text: breakable(block.text), fontSize: 12, bold: true, margin: [0, 12, 0, 5], headlineLevel: 1 };
    case 'text':
      return {
        text: breakable(block.text),
        margin: [0, 0, 0, 4],
        ...(block.tone ? { color: statusColours[block.tone] } : {}),
      };
    case 'note':
      return {
        margin: [0, 14, 0, 4],
        unbreakable: true,
        stack: [
          { text: breakable(block.title), bold: true },
          { text: breakable(block.text), fontSize: 8, color: colours.muted },
        ],
      };
    case 'table':
      return {
        margin: [0, 0, 0, 6],
        table: {
          ...{ headerRows: 1, dontBreakRows: true, widths: block.widths },
          body: [
            block.head.map((text) => ({ text: breakable(text), fontSize: 7.5, color: colours.muted })),
            ...block.rows.map((row) => row.map(cellPdf)),
          ],
        },
        layout: {
          hLineWidth: (row, node) => (row === 0 || row === node.table.body.length ? 0 : row === 1 ? 1.2 : 0.5),
          ...{ vLineWidth: () => 0, hLineColor: () => colours.line, paddingRight: () => 6 },
          ...{ paddingLeft: (column) => (column === 0 ? 0 : 6), paddingTop: () => 4, paddingBottom: () => 4 },
        },
      };
  }
}

function cellPdf(cell: ReportCell): TableCell {
  if (typeof cell === 'string') return { text: breakable(cell) };
  const main = { text: breakable(cell.text), ...(cell.tone ? { color: statusColours[cell.tone], bold: true } : {}) };
  const small = cell.small ? [{ text: breakable(cell.small), fontSize: 7.5, color: colours.muted }] : [];
  return { stack: [main, ...small] };
}
