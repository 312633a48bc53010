import { clean } from '../clean';
import type { Entry, Item } from './content';
import type { Block, CvLayout, Section } from './layout';

/** What Markdown, or HTML in it, would take for marks. */
const MARKS = /[\\`*_[\]<>|~]|^(?:#{1,6}|[-+]|\d+[.)])(?=\s)/gm;

const escaped = (text: string) => clean(text).replace(MARKS, (mark) => `\\${mark}`);
const strong = ({ text, strong: isStrong }: Item) => (isStrong ? `**${escaped(text)}**` : escaped(text));

/** CommonMark: headings, lists and nothing that only some readers know. Pictures are told in words. */
export function layoutMarkdown({ head, sections, footer, machineNote }: CvLayout): Buffer {
  const lines = [
    ...(head.eyebrow ? [escaped(head.eyebrow), ''] : []),
    `# ${escaped(head.name)}`,
    ...(head.headline ? ['', `**${escaped(head.headline)}**`] : []),
    ...(head.contact.length > 0 ? ['', ...head.contact.map((one) => `- ${escaped(one)}`)] : []),
    ...sections.flatMap(sectionLines),
    ...['', '---', '', escaped(footer), '', `*${escaped(machineNote)}*`, ''],
  ];
  return Buffer.from(lines.join('\n'), 'utf8');
}

function sectionLines({ title, block }: Section): string[] {
  const lines = blockLines(block);
  return lines.length > 0 ? ['', `## ${escaped(title)}`, '', ...lines] : [];
}

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case 'text':
      return [escaped(block.text)];
    case 'entries':
      return block.entries.flatMap((entry, place) => [...(place > 0 ? [''] : []), ...entryLines(entry)]);
    case 'groups':
      return block.groups.flatMap(({ group, names }) =>
        group ? [`- ${escaped(group)} : ${names.map(strong).join(', ')}`] : names.map((name) => `- ${strong(name)}`),
      );
    case 'levels':
      return block.levels.map(({ name, level }) => `- ${escaped(name)}${level ? ` : ${escaped(level)}` : ''}`);
    case 'list':
      return block.items.map((item) => `- ${escaped(item)}`);
    case 'picture':
      // The jobs say the same with their dates.
      return [];
  }
}

function entryLines({ aside, title, subtitle, lines }: Entry): string[] {
  const heads = [title ? `### ${escaped(title)}` : '', [subtitle, aside].filter(Boolean).map(escaped).join(' | ')];
  return [
    ...heads.filter(Boolean).flatMap((one, place) => (place > 0 ? ['', one] : [one])),
    ...(lines.length > 0 ? ['', ...lines.map((line) => `- ${strong(line)}`)] : []),
  ];
}
