import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import { breakable } from '../../clean';
import { renderPdf, withFallback } from '../../pdf';
import { sectionPdf } from './blocks';
import { head } from './head';
import type { CvLayout, Section } from '../layout';
import { type CvStyle, PAGE } from '../styles';

/** The PDF's bytes and how many pages it has. */
export async function layoutPdf(layout: CvLayout): Promise<{ data: Buffer; pages: number }> {
  const { style, properties } = layout;
  const { margins, sizes } = style;
  const inFont = (content: Content) => (style.font === 'Lora' ? withFallback(content) : content);
  let pages = 0;
  const definition: TDocumentDefinitions = {
    info: { ...properties, creator: 'Vivier', producer: 'Vivier' },
    language: layout.locale,
    pageSize: 'A4',
    pageMargins: [margins.left, margins.top, margins.right, margins.bottom],
    defaultStyle: { font: style.font, fontSize: sizes.body, color: style.text, lineHeight: 1.22 },
    background: style.name === 'sidebar' ? () => sidebarGround(style) : undefined,
    footer: (current, count) => {
      pages = count;
      return inFont(footer(layout, current, count));
    },
    content: inFont([
      ...head(layout),
      ...layout.sections.filter(isMain).flatMap((section) => sectionPdf(section, style)),
    ]),
  };
  const data = await renderPdf(definition, layout.day);
  return { data, pages };
}

const isMain = ({ place }: Section) => place === 'main';

function sidebarGround({ aside, tint, accent }: CvStyle): Content {
  const x = PAGE.width - aside;
  return {
    canvas: [
      { type: 'rect', x, y: 0, w: aside, h: PAGE.height, color: tint },
      { type: 'rect', x, y: 0, w: 3, h: PAGE.height, color: accent },
    ],
  };
}

function footer({ style, footer: text, machineNote }: CvLayout, current: number, count: number): Content {
  const { margins, sizes, muted } = style;
  return {
    ...{ margin: [margins.left, 14, margins.right, 0], fontSize: sizes.small - 1, color: muted, lineHeight: 1.15 },
    columns: [
      { width: '*', stack: [{ text: breakable(text) }, { text: breakable(machineNote), italics: true }] },
      { width: 34, text: `${current} / ${count}`, alignment: 'right' },
    ],
  };
}
