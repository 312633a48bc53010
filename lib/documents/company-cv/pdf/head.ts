import type { Content } from 'pdfmake/interfaces';
import { breakable, clean } from '../../clean';
import type { CvLayout } from '../layout';
import { sidebarWidth } from '../layout';
import { contentWidth, PAGE, SIDEBAR } from '../styles';
import { LETTER, sideSection } from './blocks';
import { line, rule, type TextStyle } from './line';

export function head(layout: CvLayout): Content[] {
  switch (layout.style.name) {
    case 'banner':
      return [bannerHead(layout)];
    case 'sidebar':
      return [...sidebarHead(layout), sidebar(layout)];
    case 'classic':
      return classicHead(layout);
  }
}

const logoImage = ({ logo, head: { eyebrow } }: CvLayout, fit: [number, number]): Content[] =>
  logo
    ? [
        {
          image: `data:image/${logo.type === 'png' ? 'png' : 'jpeg'};base64,${Buffer.from(logo.data).toString('base64')}`,
          fit,
          alt: eyebrow || 'Logo',
        },
      ]
    : [];

/** Points, of the banner. */
const LOGO_COLUMN = 126;

/** A band from edge to edge with the name in white; the logo stands on white at its right. */
function bannerHead(layout: CvLayout): Content {
  const {
    style,
    head: { eyebrow, name, headline, contact },
  } = layout;
  const { margins, sizes, accent } = style;
  const white = '#ffffff';
  const logo = logoImage(layout, [110, 42]);
  const text: Content = {
    stack: [
      ...line(eyebrow.toUpperCase(), {
        fontSize: 7.5,
        bold: true,
        color: white,
        characterSpacing: 1,
        margin: [0, 0, 0, 6],
      }),
      ...line(name, { tag: 'H1', fontSize: sizes.name, bold: true, color: white, lineHeight: 1.05 }),
      ...line(headline, { fontSize: sizes.headline, color: white, margin: [0, 2, 0, 0] }),
      ...contactLines(contact, contentWidth(style) - (logo.length > 0 ? LOGO_COLUMN : 0), {
        fontSize: sizes.small + 0.4,
        color: white,
        margin: [0, 9, 0, 0],
      }),
    ],
  };
  const onWhite: Content = {
    table: { widths: [110], body: [[{ stack: logo, alignment: 'center', fillColor: white, margin: [4, 4, 4, 4] }]] },
    layout: 'noBorders',
  };
  return {
    margin: [-margins.left, -margins.top, -margins.right, 10],
    table: {
      widths: [PAGE.width],
      body: [
        [
          {
            fillColor: accent,
            margin: [margins.left, 34, margins.right, 24],
            columns:
              logo.length > 0
                ? [
                    { width: '*', ...text },
                    { width: LOGO_COLUMN, stack: [onWhite], margin: [8, 0, 0, 0] },
                  ]
                : [text],
          },
        ],
      ],
    },
    layout: { hLineWidth: () => 0, vLineWidth: () => 0, ...noPadding },
  };
}

/**
 * On as many lines as it takes, each about as long as the others: a short rest, alone under a long line, reads like the beginning of a column. No address is
 * broken, not even at its hyphens.
 */
function contactLines(contact: string[], width: number, look: TextStyle & { fontSize: number }): Content[] {
  const most = Math.floor(width / (look.fontSize * LETTER));
  const whole = (text: string) =>
    text.length <= most
      ? { text: clean(text).replace(/ /g, '\u00A0'), noWrap: true }
      : { text: breakable(text), noWrap: false };
  const { margin, ...style } = look;
  return balanced(contact, most).map((texts, place) => ({
    ...style,
    margin: place === 0 ? margin : undefined,
    text: texts.flatMap((text, at) => (at > 0 ? [{ text: BETWEEN }, whole(text)] : [whole(text)])),
  }));
}

const BETWEEN = '   |   ';

/** The texts in their order on the fewest lines of `most` letters, the lines as even as they can be. */
function balanced(texts: string[], most: number): string[][] {
  const lengthOf = (line: string[]) => line.join(BETWEEN).length;
  const filled = (limit: number) =>
    texts.reduce<string[][]>((lines, text) => {
      const last = lines.at(-1);
      if (last && lengthOf([...last, text]) <= limit) return [...lines.slice(0, -1), [...last, text]];
      return [...lines, [text]];
    }, []);
  const fewest = filled(most);
  let even = fewest;
  for (let limit = most - 1; limit > 0; limit -= 1) {
    const narrower = filled(limit);
    if (narrower.length > fewest.length) break;
    even = narrower;
  }
  return even;
}

const noPadding = { paddingLeft: () => 0, paddingRight: () => 0, paddingTop: () => 0, paddingBottom: () => 0 };

function sidebarHead({ style, head: { eyebrow, name, headline } }: CvLayout): Content[] {
  const { sizes, accent, muted } = style;
  return [
    ...line(eyebrow.toUpperCase(), {
      fontSize: 7.2,
      bold: true,
      color: muted,
      characterSpacing: 1,
      margin: [0, 0, 0, 5],
    }),
    ...line(name, { tag: 'H1', fontSize: sizes.name, bold: true, color: accent, lineHeight: 1.05 }),
    ...line(headline, { fontSize: sizes.headline, color: muted, margin: [0, 2, 0, 0] }),
    { canvas: [{ type: 'rect', x: 0, y: 0, w: 42, h: 3, color: accent }], margin: [0, 9, 0, 4] },
  ];
}

function sidebar(layout: CvLayout): Content {
  const { style } = layout;
  const width = sidebarWidth(style);
  const logo = logoImage(layout, [width, 54]);
  return {
    absolutePosition: { x: PAGE.width - style.aside + SIDEBAR.padding, y: SIDEBAR.top },
    columns: [
      {
        width,
        fontSize: style.sizes.small + 0.3,
        stack: [
          ...logo.map((image) => ({ stack: [image], margin: [0, 0, 0, 14] as [number, number, number, number] })),
          ...layout.sections.filter(({ place }) => place === 'side').map((section) => sideSection(section, style)),
        ],
      },
    ],
  };
}

function classicHead(layout: CvLayout): Content[] {
  const {
    style,
    head: { eyebrow, name, headline, contact },
  } = layout;
  const { sizes, accent, muted } = style;
  const centred = { alignment: 'center' as const };
  return [
    ...logoImage(layout, [150, 46]).map((image): Content => ({ stack: [image], ...centred, margin: [0, 0, 0, 10] })),
    ...line(eyebrow.toUpperCase(), {
      ...centred,
      fontSize: 7.2,
      color: muted,
      characterSpacing: 1.4,
      margin: [0, 0, 0, 6],
    }),
    ...line(name, { tag: 'H1', ...centred, fontSize: sizes.name, color: accent, lineHeight: 1.1 }),
    ...line(headline, { ...centred, fontSize: sizes.headline, italics: true, color: muted, margin: [0, 1, 0, 0] }),
    rule(style, [0, 9, 0, 7]),
    ...contactLines(contact, contentWidth(style), {
      ...centred,
      fontSize: sizes.small + 0.2,
      color: style.text,
      margin: [0, 0, 0, 2],
    }),
  ];
}
