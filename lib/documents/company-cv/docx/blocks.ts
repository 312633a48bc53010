import type * as Docx from 'docx' with { 'resolution-mode': 'import' };
import { LEVEL } from '../chart';
import type { Entry, Item } from '../content';
import type { Block, Section } from '../layout';
import { words } from '../../words';
import { SEPARATOR } from '../words';
import {
  BULLETS,
  line,
  noBorders,
  type Paint,
  type Paragraphs,
  pixels,
  run,
  runsOf,
  twips,
  underline,
  widthIn,
} from './paint';

/** An entry with more lines than this may run over to the next page. */
const KEPT_TOGETHER = 7;

/** The heading is bound to what follows it. */
export function section(paint: Paint, { title, block }: Section): Paragraphs[] {
  const { docx, style } = paint;
  const { sizes, accent, name } = style;
  const isClassic = name === 'classic';
  const heading = new docx.Paragraph({
    heading: docx.HeadingLevel.HEADING_1,
    ...{ keepNext: true, spacing: { before: 250, after: 100 } },
    ...(name === 'sidebar' ? {} : { border: underline(paint) }),
    children: [
      run(paint, isClassic ? title.toLocaleUpperCase() : title, {
        ...{ size: isClassic ? sizes.heading - 1 : sizes.heading, bold: true, colour: accent },
        ...(isClassic ? { tracking: 1.2 } : {}),
      }),
    ],
  });
  return [heading, ...blockOf(paint, block)];
}

function blockOf(paint: Paint, block: Block): Paragraphs[] {
  const { docx, style } = paint;
  const { body } = style.sizes;
  switch (block.kind) {
    case 'text':
      return line(paint, block.text, { size: body }, { spacing: { after: 60 } });
    case 'list':
      return line(paint, block.items.join(SEPARATOR), { size: body });
    case 'entries':
      return style.name === 'banner'
        ? [entryGrid(paint, block.entries)]
        : block.entries.flatMap((entry) => stacked(paint, entry));
    case 'groups':
      if (style.name !== 'banner' || block.groups.every(({ group }) => group === ''))
        return block.groups.map(
          ({ group, names }) =>
            new docx.Paragraph({
              spacing: { after: 60 },
              children: [
                ...(group ? [run(paint, words[paint.locale].labelled(group, ''), { size: body, bold: true })] : []),
                ...runsOf(paint, names, SEPARATOR),
              ],
            }),
        );
      return [
        grid(
          paint,
          block.groups.map(({ group, names }) => ({
            left: group,
            isKept: true,
            right: [new docx.Paragraph({ children: runsOf(paint, names, SEPARATOR) })],
          })),
        ),
      ];
    case 'levels':
      return block.levels.map((level) => levelLine(paint, level));
    case 'picture':
      return [
        new docx.Paragraph({
          keepNext: block.caption !== '',
          children: [picture(paint, block.picture, block.picture.alt)],
        }),
        ...line(paint, block.caption, { size: style.sizes.small - 1, colour: style.muted }),
      ];
  }
}

interface GridRow {
  left: string;
  right: Docx.Paragraph[];
  isKept: boolean;
}

function grid(paint: Paint, rows: GridRow[]): Docx.Table {
  const { docx, style } = paint;
  const widths = [twips(style.aside), widthIn(style) - twips(style.aside)];
  const cell = (place: number, children: Docx.Paragraph[], right: number) =>
    new docx.TableCell({
      width: { size: widths[place], type: docx.WidthType.DXA },
      margins: { top: 20, bottom: 90, left: 0, right },
      children,
    });
  return new docx.Table({
    ...{ borders: noBorders(paint), columnWidths: widths, layout: docx.TableLayoutType.FIXED },
    width: { size: widths[0] + widths[1], type: docx.WidthType.DXA },
    rows: rows.map(({ left, right, isKept }) => {
      const aside = line(paint, left, { size: style.sizes.small + 0.3, colour: style.muted });
      return new docx.TableRow({
        cantSplit: isKept,
        children: [cell(0, aside.length > 0 ? aside : [new docx.Paragraph('')], 160), cell(1, right, 0)],
      });
    }),
  });
}

function entryGrid(paint: Paint, entries: Entry[]): Docx.Table {
  return grid(
    paint,
    entries.map((entry) => ({
      left: entry.aside,
      isKept: entry.lines.length <= KEPT_TOGETHER,
      right: entryText(paint, entry),
    })),
  );
}

function entryText(paint: Paint, { title, subtitle, lines }: Entry): Docx.Paragraph[] {
  const { sizes, muted } = paint.style;
  const paragraphs = [
    ...line(paint, title, { size: sizes.title, bold: true }, { keepNext: subtitle !== '' || lines.length > 0 }),
    ...line(
      paint,
      subtitle,
      { size: sizes.body, colour: muted },
      { keepNext: lines.length > 0, spacing: { after: 30 } },
    ),
    ...bullets(paint, lines),
  ];
  return paragraphs.length > 0 ? paragraphs : [new paint.docx.Paragraph('')];
}

/** Head lines over the whole width; « classic » has the dates at the right end of the first. */
function stacked(paint: Paint, { aside, title, subtitle, lines }: Entry): Docx.Paragraph[] {
  const { docx, style } = paint;
  const { sizes, muted } = style;
  const isClassic = style.name === 'classic';
  const top = title || subtitle;
  const below = isClassic ? (title ? subtitle : '') : [aside, title ? subtitle : ''].filter(Boolean).join('   |   ');
  const dates =
    isClassic && aside ? [run(paint, aside, { tabs: 1, size: sizes.small + 0.3, italics: true, colour: muted })] : [];
  const heads = [
    ...(top || dates.length > 0
      ? [
          new docx.Paragraph({
            ...{ keepNext: below !== '' || lines.length > 0, spacing: { before: 60 } },
            tabStops: [{ type: docx.TabStopType.RIGHT, position: widthIn(style) }],
            children: [run(paint, top, { size: sizes.title, bold: title !== '' }), ...dates],
          }),
        ]
      : []),
    ...line(paint, below, { size: sizes.body, colour: muted }, { keepNext: lines.length > 0, spacing: { after: 30 } }),
  ];
  return [
    ...heads,
    ...bullets(paint, lines),
    new docx.Paragraph({ spacing: { line: 120, lineRule: docx.LineRuleType.EXACT } }),
  ];
}

/** The first two stay with the head; short lists stay together. */
function bullets(paint: Paint, lines: Item[]): Docx.Paragraph[] {
  const isKept = lines.length <= KEPT_TOGETHER;
  return lines.map(
    (item, place) =>
      new paint.docx.Paragraph({
        ...{ numbering: { reference: BULLETS, level: 0 }, spacing: { after: 20 } },
        keepNext: place < lines.length - 1 && (isKept || place === 0),
        children: runsOf(paint, [item]),
      }),
  );
}

type Level = Extract<Block, { kind: 'levels' }>['levels'][number];

function levelLine(paint: Paint, level: Level): Docx.Paragraph {
  const { docx, style } = paint;
  const first = style.name === 'banner' ? style.aside : 96;
  const bar = barOf(paint, level, 1);
  return new docx.Paragraph({
    spacing: { after: 40 },
    tabStops: [first, first + LEVEL.width + 14].map((at) => ({ type: docx.TabStopType.LEFT, position: twips(at) })),
    children: [
      run(paint, level.name, { size: style.sizes.body, bold: true }),
      ...bar,
      ...(level.level
        ? [run(paint, level.level, { size: style.sizes.body, colour: style.muted, tabs: bar.length > 0 ? 1 : 2 })]
        : []),
    ],
  });
}

const barOf = (paint: Paint, level: Level, tabs: number): Docx.ParagraphChild[] => {
  const bar = level.filled === null ? undefined : paint.bars.get(level.filled);
  return bar
    ? [
        ...(tabs > 0 ? [run(paint, '', { size: paint.style.sizes.body, tabs })] : []),
        picture(paint, bar, paint.barAlt(level.level, level.filled ?? 0)),
      ]
    : [];
};

function picture(
  { docx, altText }: Paint,
  { png, width, height }: { png: Buffer; width: number; height: number },
  alt: string,
): Docx.ImageRun {
  return new docx.ImageRun({
    ...{ type: 'png', data: png, transformation: { width: pixels(width), height: pixels(height) } },
    altText: altText(alt),
  });
}

/** One section of the sidebar: everything below one another. */
export function sideSection(paint: Paint, { title, block }: Section): Docx.Paragraph[] {
  const { docx, style } = paint;
  const { sizes, accent } = style;
  const heading = new docx.Paragraph({
    ...{ heading: docx.HeadingLevel.HEADING_1, keepNext: true, spacing: { before: 200, after: 70 } },
    children: [run(paint, title, { size: sizes.heading - 0.5, bold: true, colour: accent })],
  });
  return [heading, ...sideBlock(paint, block)];
}

function sideBlock(paint: Paint, block: Block): Docx.Paragraph[] {
  const { docx, style } = paint;
  const size = style.sizes.small + 0.3;
  const after = { spacing: { after: 50 } };
  switch (block.kind) {
    case 'list':
      return block.items.flatMap((item) => line(paint, item, { size }, after));
    case 'groups':
      return block.groups.flatMap(({ group, names }) => [
        ...line(paint, group, { size, bold: true }, { spacing: { before: 60, after: 30 } }),
        ...names.flatMap(({ text, strong }) => line(paint, text, { size, bold: strong }, { spacing: { after: 30 } })),
      ]);
    case 'levels':
      return block.levels.flatMap((level) => {
        const bar = barOf(paint, level, 0);
        // A bar keeps to its own language: more white below it than above.
        const white = bar.length > 0 ? { spacing: { after: 40 } } : after;
        return [
          new docx.Paragraph({
            ...white,
            children: [
              run(paint, level.name, { size, bold: true }),
              ...(level.level ? [run(paint, `  ${level.level}`, { size, colour: style.muted })] : []),
            ],
          }),
          ...(bar.length > 0 ? [new docx.Paragraph({ spacing: { after: 120 }, children: bar })] : []),
        ];
      });
    case 'entries':
      return block.entries.flatMap(({ aside, title, subtitle }) => [
        ...line(paint, title, { size, bold: true }),
        ...line(paint, subtitle, { size, colour: style.muted }),
        ...line(paint, aside, { size, colour: style.muted }, after),
      ]);
    case 'text':
    case 'picture':
      return [];
  }
}
