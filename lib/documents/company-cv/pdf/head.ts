import type { Content } from 'pdfmake/interfaces';
import { breakable, clean } from '../../clean';
import type { CvLayout } from '../layout';
import { sidebarWidth } from '../layout';
import { type CvStyle, PAGE, SIDEBAR } from '../styles';
import { sideSection } from './blocks';
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

const logoImage = ({ logo }: CvLayout, fit: [number, number]): Content[] =>
  logo
    ? [
        {
          image: `data:image/${logo.type === 'png' ? 'png' : 'jpeg'};base64,${Buffer.from(logo.data).toString('base64')}`,
          fit,
        },
      ]
    : [];

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
      ...line(name, { fontSize: sizes.name, bold: true, color: white, lineHeight: 1.05 }),
      ...line(headline, { fontSize: sizes.headline, color: white, margin: [0, 2, 0, 0] }),
      ...contactLine(contact, style, { fontSize: sizes.small + 0.4, color: white, margin: [0, 9, 0, 0] }),
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
                    { width: 126, stack: [onWhite], margin: [8, 0, 0, 0] },
                  ]
                : [text],
          },
        ],
      ],
    },
    layout: { hLineWidth: () => 0, vLineWidth: () => 0, ...noPadding },
  };
}

/** No address is broken: a word of this line that doesn't fit goes to the next one. */
function contactLine(contact: string[], { sizes }: CvStyle, look: TextStyle): Content[] {
  if (contact.length === 0) return [];
  const most = 72;
  const texts = contact.map((text) =>
    text.length <= most ? { text: clean(text).replace(/ /g, '\u00A0') } : { text: breakable(text) },
  );
  return [
    {
      ...{ fontSize: sizes.small, ...look },
      text: texts.flatMap((one, place) => (place > 0 ? [{ text: '   |   ' }, one] : [one])),
    } as Content,
  ];
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
    ...line(name, { fontSize: sizes.name, bold: true, color: accent, lineHeight: 1.05 }),
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
    ...line(name, { ...centred, fontSize: sizes.name, color: accent, lineHeight: 1.1 }),
    ...line(headline, { ...centred, fontSize: sizes.headline, italics: true, color: muted, margin: [0, 1, 0, 0] }),
    rule(style, [0, 9, 0, 7]),
    ...contactLine(contact, style, {
      ...centred,
      fontSize: sizes.small + 0.2,
      color: style.text,
      margin: [0, 0, 0, 2],
    }),
  ];
}
