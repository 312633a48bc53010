import type * as Docx from 'docx' with { 'resolution-mode': 'import' };
import type { CvLayout } from '../layout';
import { sidebarWidth } from '../layout';
import { PAGE, SIDEBAR } from '../styles';
import { unbroken } from '../words';
import { sideSection } from './blocks';
import { hex, line, noBorders, type Paint, type Paragraphs, pixels, twips, underline, widthIn } from './paint';

const WHITE = '#ffffff';

export function head(paint: Paint, layout: CvLayout): Paragraphs[] {
  switch (layout.style.name) {
    case 'banner':
      return [band(paint, layout)];
    case 'sidebar':
      return [sidebar(paint, layout), ...sidebarHead(paint, layout)];
    case 'classic':
      return classicHead(paint, layout);
  }
}

/** From edge to edge at the head of the first page, which has no margin there: a band that reaches the edges can't float in LibreOffice. */
function band(paint: Paint, layout: CvLayout): Docx.Table {
  const { docx, style } = paint;
  const { margins, accent } = style;
  const logo = logoParagraphs(paint, layout, [110, 42], docx.AlignmentType.CENTER);
  const logoWidth = logo.length > 0 ? 134 : 0;
  const widths = [PAGE.width - logoWidth - (logoWidth ? margins.right : 0), logoWidth, logoWidth ? margins.right : 0]
    .filter((width) => width > 0)
    .map(twips);
  const shading = (fill: string) => ({ type: docx.ShadingType.CLEAR, fill: hex(fill), color: 'auto' });
  const cell = (place: number, fill: string, children: Docx.Paragraph[], own: Docx.ITableCellOptions['margins']) =>
    new docx.TableCell({
      width: { size: widths[place], type: docx.WidthType.DXA },
      ...{ shading: shading(fill), margins: own, children, verticalAlign: docx.VerticalAlignTable.CENTER },
    });
  const empty = () => [new docx.Paragraph('')];
  const inner = {
    top: twips(32),
    bottom: twips(22),
    left: twips(margins.left),
    right: twips(logoWidth ? 12 : margins.right),
  };
  return new docx.Table({
    ...{ borders: noBorders(paint), columnWidths: widths, layout: docx.TableLayoutType.FIXED },
    width: { size: twips(PAGE.width), type: docx.WidthType.DXA },
    indent: { size: -twips(margins.left), type: docx.WidthType.DXA },
    margins: { left: 0, right: 0 },
    rows: [
      new docx.TableRow({
        children: [
          cell(0, accent, bandText(paint, layout), inner),
          ...(logoWidth ? [cell(1, WHITE, logo, {}), cell(2, accent, empty(), {})] : []),
        ],
      }),
    ],
  });
}

function bandText(paint: Paint, { head: { eyebrow, name, headline, contact } }: CvLayout): Docx.Paragraph[] {
  const { docx, style } = paint;
  const { sizes } = style;
  const colour = WHITE;
  return [
    ...line(paint, eyebrow.toUpperCase(), { size: 7.5, bold: true, colour, tracking: 1 }, { spacing: { after: 100 } }),
    ...line(
      paint,
      name,
      { size: sizes.name, bold: true, colour },
      { spacing: { line: 240, lineRule: docx.LineRuleType.AUTO } },
    ),
    ...line(paint, headline, { size: sizes.headline, colour }, { spacing: { before: 20 } }),
    ...line(
      paint,
      contact.map(unbroken).join('   |   '),
      { size: sizes.small + 0.4, colour },
      { spacing: { before: 160 } },
    ),
  ];
}

function sidebarHead(paint: Paint, { head: { eyebrow, name, headline } }: CvLayout): Docx.Paragraph[] {
  const { docx, style } = paint;
  const { sizes, accent, muted } = style;
  const bar = { bottom: { style: docx.BorderStyle.SINGLE, size: 24, color: hex(accent), space: 1 } };
  const rule = new docx.Paragraph({
    border: bar,
    indent: { right: widthIn(style) - 840 },
    spacing: { after: 80, line: 160, lineRule: docx.LineRuleType.EXACT },
  });
  return [
    ...line(
      paint,
      eyebrow.toUpperCase(),
      { size: 7.2, bold: true, colour: muted, tracking: 1 },
      { spacing: { after: 80 } },
    ),
    ...line(
      paint,
      name,
      { size: sizes.name, bold: true, colour: accent },
      { spacing: { line: 240, lineRule: docx.LineRuleType.AUTO } },
    ),
    ...line(paint, headline, { size: sizes.headline, colour: muted }, { spacing: { before: 20 } }),
    rule,
  ];
}

/** A table of one cell that floats over the tinted ground at the right of the first page. */
function sidebar(paint: Paint, layout: CvLayout): Docx.Table {
  const { docx, style } = paint;
  const width = twips(sidebarWidth(style));
  const children = [
    ...logoParagraphs(paint, layout, [sidebarWidth(style), 54], docx.AlignmentType.LEFT),
    ...layout.sections.filter(({ place }) => place === 'side').flatMap((section) => sideSection(paint, section)),
  ];
  const cell = new docx.TableCell({
    width: { size: width, type: docx.WidthType.DXA },
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    children: children.length > 0 ? children : [new docx.Paragraph('')],
  });
  return new docx.Table({
    ...{ borders: noBorders(paint), columnWidths: [width], layout: docx.TableLayoutType.FIXED },
    width: { size: width, type: docx.WidthType.DXA },
    float: {
      horizontalAnchor: docx.TableAnchorType.PAGE,
      verticalAnchor: docx.TableAnchorType.PAGE,
      absoluteHorizontalPosition: twips(PAGE.width - style.aside + SIDEBAR.padding),
      absoluteVerticalPosition: twips(SIDEBAR.top),
    },
    rows: [new docx.TableRow({ children: [cell] })],
  });
}

function classicHead(paint: Paint, layout: CvLayout): Docx.Paragraph[] {
  const { eyebrow, name, headline, contact } = layout.head;
  const { sizes, accent, muted } = paint.style;
  const { docx } = paint;
  const centred = { alignment: docx.AlignmentType.CENTER };
  return [
    ...logoParagraphs(paint, layout, [150, 46], docx.AlignmentType.CENTER),
    ...line(
      paint,
      eyebrow.toUpperCase(),
      { size: 7.2, colour: muted, tracking: 1.4 },
      { ...centred, spacing: { after: 100 } },
    ),
    ...line(
      paint,
      name,
      { size: sizes.name, colour: accent },
      { ...centred, spacing: { line: 250, lineRule: docx.LineRuleType.AUTO } },
    ),
    ...line(
      paint,
      headline || ' ',
      { size: sizes.headline, italics: true, colour: muted },
      { ...centred, border: underline(paint, 8), spacing: { after: 140 } },
    ),
    ...line(
      paint,
      contact.map(unbroken).join('   |   '),
      { size: sizes.small + 0.2 },
      { ...centred, spacing: { after: 40 } },
    ),
  ];
}

function logoParagraphs(
  { docx, altText }: Paint,
  { logo, head: { eyebrow } }: CvLayout,
  [width, height]: [number, number],
  alignment: Docx.IParagraphOptions['alignment'],
): Docx.Paragraph[] {
  if (!logo) return [];
  const scale = Math.min(width / logo.width, height / logo.height);
  const image = new docx.ImageRun({
    ...{ type: logo.type, data: Buffer.from(logo.data) },
    transformation: { width: pixels(logo.width * scale), height: pixels(logo.height * scale) },
    altText: altText(eyebrow || 'Logo'),
  });
  return [new docx.Paragraph({ alignment, spacing: { after: 160 }, children: [image] })];
}
