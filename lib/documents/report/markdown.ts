import { clean } from '../clean';
import { dayInWords } from '../dates';
import { words } from '../words';
import type { Report, ReportBlock, ReportCell } from './types';

/** The report as Markdown (CommonMark with tables, as GitHub has them). What a CV says stays text: no markup of its own, no link, no HTML. */
export function reportMarkdown(report: Report): string {
  const made = words[report.locale].madeOn(dayInWords(report.generatedAt, report.locale));
  const head = [`# ${plain(report.title)}`, plain([report.eyebrow, report.subtitle, made].filter(Boolean).join(' · '))];
  return `${[...head, ...report.blocks.map(blockMarkdown)].join('\n\n')}\n`;
}

function blockMarkdown(block: ReportBlock): string {
  switch (block.kind) {
    case 'heading':
      return `${block.level === 3 ? '###' : '##'} ${inline(block.text)}`;
    case 'text':
      return plain(block.text);
    case 'note':
      return `> **${plain(block.title)}.** ${plain(block.text)}`;
    case 'list':
      return [
        ...(block.title ? [`**${plain(block.title)}**`, ''] : []),
        ...block.items.map((item) => `- ${plain(item)}`),
      ].join('\n');
    case 'facts':
      return block.items.map(({ label, text }) => `- ${plain(label)} – **${plain(text)}**`).join('\n');
    case 'table':
      return table(block.head, block.rows);
    case 'bars':
      return `${plain(block.title)}\n\n${table(
        block.head,
        block.items.map(({ label, text }) => [label, text]),
      )}`;
    case 'columns':
      return `${plain(block.title)}\n\n${table(
        block.head,
        block.items.map(({ label, value }) => [label, String(value)]),
      )}`;
  }
}

const table = (head: string[], rows: ReportCell[][]): string =>
  [
    row(head.map((text) => plain(text))),
    row(head.map(() => '---')),
    ...rows.map((cells) => row(cells.map(cellMarkdown))),
  ].join('\n');

const row = (cells: string[]) => `| ${cells.join(' | ')} |`;

function cellMarkdown(cell: ReportCell): string {
  if (typeof cell === 'string') return plain(cell);
  const main = cell.tone ? `**${plain(cell.text)}**` : plain(cell.text);
  return cell.small ? `${main}<br>${plain(cell.small)}` : main;
}

/** One line in which every sign that Markdown or HTML would read is written as itself. */
export function plain(text: string): string {
  return inline(text)
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([-+=])/, '\\$1');
}

/** As `plain`, behind something else on its line, where no list can begin. */
const inline = (text: string): string =>
  clean(text)
    .replace(/\s*\n\s*/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~!&]/g, '\\$&');
