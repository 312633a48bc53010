import { markdownText } from '../markdown-text';
import type { Entry, Item } from './content';
import type { Block, CvLayout, Section } from './layout';

const strong = ({ text, strong: isStrong }: Item) => (isStrong ? `**${markdownText(text)}**` : markdownText(text));

/** CommonMark: headings, lists and nothing that only some readers know. Pictures are told in words. */
export function layoutMarkdown({ head, sections, footer, machineNote }: CvLayout): Buffer {
  const lines = [
    ...(head.eyebrow ? [markdownText(head.eyebrow), ''] : []),
    `# ${markdownText(head.name)}`,
    ...(head.headline ? ['', `**${markdownText(head.headline)}**`] : []),
    ...(head.contact.length > 0 ? ['', ...head.contact.map((one) => `- ${markdownText(one)}`)] : []),
    ...sections.flatMap(sectionLines),
    ...['', '---', '', markdownText(footer), '', `*${markdownText(machineNote)}*`, ''],
  ];
  return Buffer.from(lines.join('\n'), 'utf8');
}

function sectionLines({ title, block }: Section): string[] {
  const lines = blockLines(block);
  return lines.length > 0 ? ['', `## ${markdownText(title)}`, '', ...lines] : [];
}

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case 'text':
      return [markdownText(block.text)];
    case 'entries':
      return block.entries.flatMap((entry, place) => [...(place > 0 ? [''] : []), ...entryLines(entry)]);
    case 'groups':
      return block.groups.flatMap(({ group, names }) =>
        group
          ? [`- ${markdownText(group)} : ${names.map(strong).join(', ')}`]
          : names.map((name) => `- ${strong(name)}`),
      );
    case 'levels':
      return block.levels.map(
        ({ name, level }) => `- ${markdownText(name)}${level ? ` : ${markdownText(level)}` : ''}`,
      );
    case 'list':
      return block.items.map((item) => `- ${markdownText(item)}`);
    case 'picture':
      // The jobs say the same with their dates.
      return [];
  }
}

function entryLines({ aside, title, subtitle, lines }: Entry): string[] {
  const heads = [
    title ? `### ${markdownText(title)}` : '',
    [subtitle, aside].filter(Boolean).map(markdownText).join(' | '),
  ];
  return [
    ...heads.filter(Boolean).flatMap((one, place) => (place > 0 ? ['', one] : [one])),
    ...(lines.length > 0 ? ['', ...lines.map((line) => `- ${strong(line)}`)] : []),
  ];
}
