import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces';
import { breakable, clean } from '../clean';
import { dayInWords } from '../dates';
import { renderPdf } from '../pdf';
import { colours, statusColours } from '../theme';
import { words } from '../words';
import { columnsSvg } from './columns';
import type { Report, ReportBlock, ReportCell, Tone } from './types';

const MARGIN = 40;
/** What is left of A4 between the margins, in points. */
const WIDTH = { portrait: 515, landscape: 762 };
/** Items and rows that surely fit one page. */
const SHORT_LIST = 12;
const SHORT_TABLE = 4;

/** A4. Dated by the report alone: the same report gives the same bytes. */
export async function reportPdf(report: Report): Promise<Buffer> {
  const w = words[report.locale];
  const made = w.madeOn(dayInWords(report.generatedAt, report.locale));
  const orientation = report.landscape ? 'landscape' : 'portrait';
  const definition: TDocumentDefinitions = {
    info: { title: clean(`${report.eyebrow} – ${report.title}`), creator: 'Vivier', producer: 'Vivier' },
    language: report.locale,
    pageSize: 'A4',
    pageOrientation: orientation,
    pageMargins: [MARGIN, 44, MARGIN, 52],
    defaultStyle: { fontSize: 9, color: colours.text, lineHeight: 1.2 },
    pageBreakBefore: alone,
    footer: (current, count) => ({
      ...{ margin: [MARGIN, 18, MARGIN, 0], fontSize: 7.5, color: colours.muted },
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
      { text: breakable(report.title), tag: 'H1', fontSize: 18, bold: true, lineHeight: 1.1, margin: [0, 3, 0, 0] },
      {
        text: breakable([report.subtitle, made].filter(Boolean).join(' · ')),
        color: colours.muted,
        margin: [0, 4, 0, 12],
      },
      ...withHeadings(report.blocks, WIDTH[orientation]),
    ],
  };
  return await renderPdf(definition, report.generatedAt);
}

/** A heading at the foot of a page, with nothing of what it heads, goes to the next one. */
export const alone: NonNullable<TDocumentDefinitions['pageBreakBefore']> = (node, nodes) =>
  node.headlineLevel !== undefined && node.startPosition.top > 90 && nodes.getFollowingNodesOnPage().length === 0;

/** A heading stays on the page of what it heads; before long tables and lists `alone` sees to it. */
function withHeadings(blocks: ReportBlock[], width: number): Content[] {
  const content: Content[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const [block, next] = [blocks[index], blocks.at(index + 1)];
    if (block.kind !== 'heading' || block.newPage || !next || !isShort(next)) {
      content.push(blockPdf(block, width));
      continue;
    }
    content.push({ unbreakable: true, stack: [blockPdf(block, width), blockPdf(next, width)] });
    index++;
  }
  return content;
}

const isShort = (block: ReportBlock): boolean =>
  block.kind === 'text' ||
  block.kind === 'facts' ||
  block.kind === 'columns' ||
  ((block.kind === 'bars' || block.kind === 'list') && block.items.length <= SHORT_LIST) ||
  (block.kind === 'table' && block.rows.length <= SHORT_TABLE);

function blockPdf(block: ReportBlock, width: number): Content {
  switch (block.kind) {
    case 'heading': {
      const large = block.level !== 3;
      return {
        ...{ text: breakable(block.text), fontSize: large ? 12 : 10, bold: true, headlineLevel: large ? 1 : 2 },
        tag: large ? 'H2' : 'H3',
        ...{ margin: [0, large ? 12 : 8, 0, large ? 5 : 3], pageBreak: block.newPage ? 'before' : undefined },
      };
    }
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
    case 'list':
      return {
        margin: [0, 0, 0, 6],
        stack: [
          ...(block.title
            ? [
                {
                  text: breakable(block.title),
                  bold: true,
                  color: block.tone ? statusColours[block.tone] : colours.text,
                },
              ]
            : []),
          { ul: block.items.map(breakable), markerColor: colours.muted },
        ],
      };
    case 'facts':
      return factsPdf(block.items);
    case 'table':
      return {
        margin: [0, 0, 0, 6],
        table: {
          ...{ headerRows: 1, dontBreakRows: true, keepWithHeaderRows: 1, widths: block.widths },
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
    case 'bars':
      return {
        margin: [0, 2, 0, 8],
        unbreakable: block.items.length <= SHORT_LIST,
        stack: [
          { text: breakable(block.title), bold: true, margin: [0, 0, 0, 3] },
          {
            table: {
              widths: ['auto', '*', 'auto'],
              body: block.items.map(({ label, share, text, tone }) => [
                { text: breakable(label) },
                bar(share, width - 260, 8, tone),
                { text: breakable(text), bold: true, alignment: 'right' },
              ]),
            },
            layout: 'noBorders',
          },
        ],
      };
    case 'columns':
      return {
        margin: [0, 2, 0, 8],
        unbreakable: true,
        stack: [
          { text: breakable(block.title), bold: true, margin: [0, 0, 0, 4] },
          {
            svg: columnsSvg(block.items, 'Roboto'),
            alt: `${block.title} – ${block.items.map(({ label, value }) => `${label}: ${value}`).join(' ; ')}`,
            width,
          },
        ],
      };
  }
}

function factsPdf(items: { label: string; text: string }[]): Content {
  const rows = Array.from({ length: Math.ceil(items.length / 4) }, (_, row) => items.slice(row * 4, row * 4 + 4));
  return {
    margin: [0, 0, 0, 8],
    table: {
      widths: ['*', '*', '*', '*'],
      dontBreakRows: true,
      body: rows.map((row) =>
        Array.from({ length: 4 }, (_, column): TableCell => {
          const fact = row.at(column);
          return fact && column < row.length
            ? {
                stack: [
                  { text: breakable(fact.label), fontSize: 7.5, color: colours.muted },
                  { text: breakable(fact.text), fontSize: 11, bold: true },
                ],
              }
            : { text: '' };
        }),
      ),
    },
    layout: {
      ...{ hLineWidth: () => 0, vLineWidth: (column) => (column === 0 ? 2 : 0), vLineColor: () => colours.accent },
      ...{ fillColor: () => colours.soft, paddingLeft: () => 8, paddingRight: () => 8 },
      ...{ paddingTop: () => 6, paddingBottom: () => 6 },
    },
  };
}

function cellPdf(cell: ReportCell): TableCell {
  if (typeof cell === 'string') return { text: breakable(cell) };
  const main = { text: breakable(cell.text), ...(cell.tone ? { color: statusColours[cell.tone], bold: true } : {}) };
  const drawn = cell.share === undefined ? [] : [bar(cell.share, 64, 4, cell.tone)];
  const small = cell.small
    ? [
        {
          text: breakable(cell.small),
          fontSize: 7.5,
          color: colours.muted,
          margin: [0, cell.share === undefined ? 0 : 3, 0, 0] as [number, number, number, number],
        },
      ]
    : [];
  return { stack: [main, ...drawn, ...small] };
}

/** A bar `share` (0 to 1) full, in points. */
export function bar(share: number, width: number, height: number, tone?: Tone): Content {
  const filled = Math.max(0, Math.min(1, share)) * width;
  const rect = (w: number, color: string) => ({ type: 'rect' as const, x: 0, y: 2, w, h: height, r: 2, color });
  const colour = tone ? statusColours[tone] : colours.accent;
  const full = filled > 0 ? [rect(Math.max(filled, 2), colour)] : [];
  return { canvas: [rect(width, colours.track), ...full] };
}
