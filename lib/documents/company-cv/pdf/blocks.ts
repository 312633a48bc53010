import type { Content } from 'pdfmake/interfaces';
import { breakable, clean } from '../../clean';
import { LEVEL } from '../chart';
import type { Entry, Item } from '../content';
import { type Block, type Section, sidebarWidth } from '../layout';
import type { CvStyle } from '../styles';
import { SEPARATOR, unbroken } from '../words';
import { line, rule } from './line';

/** An entry with more lines than this may run over to the next page. */
const KEPT_TOGETHER = 7;
const BAND = 16;

const runs = (items: Item[]) => items.map(({ text, strong }) => ({ text: breakable(text), bold: strong }));

/** A heading never stands alone at the foot of a page: it is bound to what follows it. */
export function sectionPdf(section: Section, style: CvStyle): Content[] {
  const heading = headingPdf(section.title, style);
  const [first, ...rest] = blockPdf(section.block, style);
  return [{ stack: [...heading, first], unbreakable: true }, ...rest];
}

function headingPdf(title: string, style: CvStyle): Content[] {
  const { sizes, accent } = style;
  const text = breakable(title);
  switch (style.name) {
    case 'banner':
      return [
        { text, tag: 'H2', fontSize: sizes.heading, bold: true, color: accent, margin: [0, 12, 0, 2] },
        rule(style, [0, 0, 0, 6]),
      ];
    case 'sidebar':
      return [{ text, tag: 'H2', fontSize: sizes.heading + 0.5, bold: true, color: accent, margin: [0, 13, 0, 5] }];
    case 'classic':
      return [
        {
          text: clean(title).toLocaleUpperCase(),
          tag: 'H2',
          fontSize: sizes.heading - 1,
          bold: true,
          color: accent,
          characterSpacing: 1.2,
          margin: [0, 13, 0, 2],
        },
        rule(style, [0, 0, 0, 6]),
      ];
  }
}

function blockPdf(block: Block, style: CvStyle): [Content, ...Content[]] {
  const [first, ...rest] = contentsOf(block, style);
  return [first, ...rest];
}

function contentsOf(block: Block, style: CvStyle): Content[] {
  switch (block.kind) {
    case 'text':
      return [{ text: breakable(block.text), margin: [0, 0, 0, 3] }];
    case 'entries':
      return block.entries.flatMap((entry) => entryPdf(entry, style));
    case 'groups':
      return block.groups.map(({ group, names }) => inColumns(group, [{ text: separated(names) }], style));
    case 'levels':
      return levelRows(block.levels, style);
    case 'list':
      return [{ text: breakable(block.items.join(SEPARATOR)), margin: [0, 0, 0, 3] }];
    case 'picture':
      return [
        {
          margin: [0, 2, 0, 2],
          stack: [
            {
              image: `data:image/png;base64,${block.picture.png.toString('base64')}`,
              alt: block.picture.alt,
              ...{ width: block.picture.width, height: block.picture.height },
            },
            ...line(block.caption, { fontSize: style.sizes.small - 1, color: style.muted, margin: [0, 3, 0, 0] }),
          ],
        },
      ];
  }
}

const separated = (items: Item[]) =>
  items.flatMap((item, place) => [
    ...(place > 0 ? [{ text: SEPARATOR }] : []),
    ...runs([{ ...item, text: unbroken(item.text) }]),
  ]);

/** What stands at the left of a grid stands above where the style has no narrow column. */
function inColumns(label: string, content: Content[], style: CvStyle): Content {
  const margin: [number, number, number, number] = [0, 0, 0, 4];
  if (style.name === 'banner' && label !== '')
    return {
      margin,
      columns: [
        { width: style.aside, text: breakable(label), color: style.muted, fontSize: style.sizes.small + 0.3 },
        { width: '*', stack: content },
      ],
    };
  return { margin, stack: [...line(label, { bold: true, margin: [0, 0, 0, 1] }), ...content] };
}

function entryPdf(entry: Entry, style: CvStyle): Content[] {
  const isLong = entry.lines.length > KEPT_TOGETHER;
  const kept = isLong ? entry.lines.slice(0, 2) : entry.lines;
  const rest = isLong ? entry.lines.slice(2) : [];
  const last = rest.length - 1;
  const indent = style.name === 'banner' ? style.aside : 0;
  const gap: [number, number, number, number] = [0, 0, 0, rest.length > 0 ? 0 : BAND / 2];
  return [
    { unbreakable: true, margin: gap, stack: [entryHead(entry, bullets(kept, style), style)] },
    ...(rest.length > 0
      ? [
          listOf(
            rest.map((one, place) => ({
              ...bullet(one, style),
              margin: [indent, 0, 0, place === last ? BAND / 2 : 1.5],
            })),
          ),
        ]
      : []),
  ];
}

function entryHead(entry: Entry, lines: Content[], style: CvStyle): Content {
  const { aside, title, subtitle } = entry;
  const titles = [
    ...line(title, { tag: 'H3', bold: true, fontSize: style.sizes.title }),
    ...line(subtitle, { color: style.muted, margin: [0, 0, 0, 2] }),
  ];
  const dates = { fontSize: style.sizes.small + 0.3, color: style.muted };
  switch (style.name) {
    case 'banner':
      return {
        columns: [
          { width: style.aside, isAfterNext: true, text: breakable(aside), ...dates, margin: [0, 0.8, 10, 0] },
          { width: '*', stack: [...titles, ...lines] },
        ],
      };
    case 'sidebar':
      return {
        stack: [
          ...line(title, { tag: 'H3', bold: true, fontSize: style.sizes.title }),
          ...line([aside, subtitle].filter(Boolean).join('   |   '), { color: style.muted, margin: [0, 0, 0, 2] }),
          ...lines,
        ],
      };
    case 'classic':
      return {
        stack: [
          {
            columns: [
              { width: '*', stack: titles },
              ...(aside
                ? [
                    {
                      width: 'auto' as const,
                      text: breakable(aside),
                      ...dates,
                      italics: true,
                      margin: [8, 0.6, 0, 0] as [number, number, number, number],
                    },
                  ]
                : []),
            ],
          },
          ...lines,
        ],
      };
  }
}

const bullets = (items: Item[], style: CvStyle): Content[] =>
  items.length === 0 ? [] : [listOf(items.map((item) => ({ ...bullet(item, style), margin: [0, 0, 0, 1.5] })))];

const listOf = (items: Content[]): Content => ({ tag: 'L', stack: items });

function bullet(item: Item, { accent }: CvStyle): Extract<Content, { columns: unknown }> {
  return {
    tag: 'LI',
    columns: [
      { width: 10, tag: 'Lbl', text: '–', color: accent },
      { width: '*', tag: 'LBody', text: runs([item]) },
    ],
  };
}

function levelRows(levels: Extract<Block, { kind: 'levels' }>['levels'], style: CvStyle): Content[] {
  return levels.map(({ name, level, filled }) => ({
    margin: [0, 0, 0, 3],
    columns: [
      { width: style.name === 'banner' ? style.aside : 96, text: breakable(name), bold: style.name !== 'banner' },
      { width: LEVEL.width + 14, stack: filled === null ? [{ text: '' }] : [bar(filled, style, 3.5)] },
      { width: '*', text: breakable(level), color: style.muted },
    ],
  }));
}

function bar(filled: number, { accent, line: empty }: CvStyle, top: number): Content {
  const field = (LEVEL.width - 5 * LEVEL.gap) / 6;
  return {
    margin: [0, top, 0, 0],
    canvas: Array.from({ length: 6 }, (_, place) => ({
      ...{ type: 'rect' as const, x: place * (field + LEVEL.gap), y: 0, w: field, h: LEVEL.height, r: 1.5 },
      color: place < filled ? accent : empty,
    })),
  };
}

export function sideSection({ title, block }: Section, style: CvStyle): Content {
  return {
    margin: [0, 0, 0, 15],
    stack: [
      {
        text: breakable(title),
        tag: 'H2',
        bold: true,
        color: style.accent,
        fontSize: style.sizes.heading - 0.5,
        margin: [0, 0, 0, 5],
      },
      ...sideBlock(block, style),
    ],
  };
}

function sideBlock(block: Block, style: CvStyle): Content[] {
  const gap = [0, 0, 0, 3] as [number, number, number, number];
  switch (block.kind) {
    case 'list':
      return block.items.map((item) => ({ ...fitted(item, style), margin: gap }));
    case 'groups':
      return block.groups.flatMap(({ group, names }) => [
        ...line(group, { bold: true, margin: [0, 3, 0, 2] }),
        ...names.map((name): Content => ({ text: runs([name]), margin: [0, 0, 0, 2] })),
      ]);
    case 'levels':
      return block.levels.map(({ name, level, filled }) => ({
        margin: [0, 0, 0, 6],
        stack: [
          {
            text: [
              { text: breakable(name), bold: true },
              level ? { text: breakable(`  ${level}`), color: style.muted } : '',
            ],
          },
          ...(filled === null ? [] : [bar(filled, style, 4)]),
        ],
      }));
    case 'entries':
      return block.entries.map(({ aside, title, subtitle }) => ({
        margin: [0, 0, 0, 5],
        stack: [
          ...line(title, { bold: true }),
          ...line(subtitle, { color: style.muted }),
          ...line(aside, { color: style.muted }),
        ],
      }));
    case 'text':
    case 'picture':
      return [];
  }
}

/** Widest letters on average, as a share of the type size. */
export const LETTER = 0.54;
const SMALLEST = 6.2;

/** An address that fits in one line of the sidebar when it is set a little smaller, is. */
function fitted(text: string, style: CvStyle): { text: string; fontSize?: number } {
  if (/\s/.test(text)) return { text: breakable(text) };
  const size = sidebarWidth(style) / (text.length * LETTER);
  if (size >= style.sizes.small) return { text: clean(text) };
  return size >= SMALLEST ? { text: clean(text), fontSize: size } : { text: breakable(text) };
}
