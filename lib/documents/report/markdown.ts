import { dayInWords } from '../dates';
import { markdownText } from '../markdown-text';
import { words } from '../words';
import type { Report, ReportBlock, ReportCell } from './types';

/** The report as Markdown (CommonMark with tables, as GitHub has them). What a CV says stays text: no markup of its own, no link, no HTML. */
export function reportMarkdown(report: Report): string {
  const made = words[report.locale].madeOn(dayInWords(report.generatedAt, report.locale));
  const head = [
    `# ${markdownText(report.title)}`,
    markdownText([report.eyebrow, report.subtitle, made].filter(Boolean).join(' · ')),
  ];
  return `${[...head, ...report.blocks.map(blockMarkdown)].join('\n\n')}\n`;
}

function blockMarkdown(block: ReportBlock): string {
  switch (block.kind) {
    case 'heading':
      return `${block.level === 3 ? '###' : '##'} ${markdownText(block.text)}`;
    case 'text':
      return markdownText(block.text);
    case 'note':
      return `> **${markdownText(block.title)}.** ${markdownText(block.text)}`;
    case 'list':
      return [
        ...(block.title ? [`**${markdownText(block.title)}**`, ''] : []),
        ...block.items.map((item) => `- ${markdownText(item)}`),
      ].join('\n');
    case 'facts':
      return block.items.map(({ label, text }) => `- ${markdownText(label)} – **${markdownText(text)}**`).join('\n');
    case 'table':
      return table(block.head, block.rows);
    case 'bars':
      return `${markdownText(block.title)}\n\n${table(
        block.head,
        block.items.map(({ label, text }) => [label, text]),
      )}`;
    case 'columns':
      return `${markdownText(block.title)}\n\n${table(
        block.head,
        block.items.map(({ label, value }) => [label, String(value)]),
      )}`;
  }
}

const table = (head: string[], rows: ReportCell[][]): string =>
  [
    row(head.map((text) => markdownText(text))),
    row(head.map(() => '---')),
    ...rows.map((cells) => row(cells.map(cellMarkdown))),
  ].join('\n');

const row = (cells: string[]) => `| ${cells.join(' | ')} |`;

function cellMarkdown(cell: ReportCell): string {
  if (typeof cell === 'string') return markdownText(cell);
  const main = cell.tone ? `**${markdownText(cell.text)}**` : markdownText(cell.text);
  return cell.small ? `${main}<br>${markdownText(cell.small)}` : main;
}
