import { looksAlike, parseHex, WHITE, type Rgb } from '../colour';
import type { DraftLine, DraftLink } from '../reader';
import type { HiddenText } from '../types';
import { attribute, child, descendants, elementsOf, textOf, type XmlElement } from '../xml/parse';
import { groundOf, lookOf, type RunLook, type Styles } from './docx-styles';
import { joinCells } from './cells';

/** Under this many points nobody reads a letter. */
const SMALLEST_READABLE = 2;

export interface PartContent {
  lines: DraftLine[];
  links: DraftLink[];
  hidden: HiddenText[];
}

/** What lies under the text: a colour, or null when it can't be told (a picture, a table style's shading). */
type Ground = Rgb | null;

interface Paragraph {
  lines: { text: string; boldLetters: number; letters: number; size: number }[];
  urls: string[];
  /** Text boxes anchored in the paragraph. */
  boxes: XmlElement[];
}

/** Walks through one part (body, header, footer, notes) of a Word document and collects its lines. */
export class DocxWalker {
  readonly content: PartContent = { lines: [], links: [], hidden: [] };
  private block = 0;
  /** Inside a complex field's code, between `begin` and `separate`. */
  private inFieldCode = 0;

  constructor(
    private readonly styles: Styles,
    private readonly target: (relation: string) => string | undefined,
  ) {}

  walk(root: XmlElement | undefined, ground: Ground = WHITE): void {
    for (const element of elementsOf(root)) this.blockElement(element, ground);
  }

  private blockElement(element: XmlElement, ground: Ground): void {
    if (element.name === 'p') this.paragraph(element, ground);
    else if (element.name === 'tbl') this.table(element, ground);
    else if (element.name === 'sdt') this.walk(child(element, 'sdtContent'), ground);
    else if (element.name === 'AlternateContent') this.walk(chosen(element), ground);
    else if (['ins', 'moveTo', 'customXml', 'smartTag', 'footnote', 'endnote'].includes(element.name))
      this.walk(element, ground);
  }

  private paragraph(element: XmlElement, around: Ground): void {
    const properties = child(element, 'pPr');
    const style = this.styles.byId(attribute(child(properties, 'pStyle'), 'val'));
    const fill = groundOf(properties);
    const paragraph: Paragraph = { lines: [newLine()], urls: [], boxes: [] };
    this.inline(element, style, fill ? parseHex(fill) : around, paragraph);
    const isHeading = style.heading || child(properties, 'outlineLvl') !== undefined;
    const isItem = child(properties, 'numPr') !== undefined;
    const first = this.content.lines.length;
    paragraph.lines.forEach((line, i) => {
      if (line.text.trim() === '') return;
      const bullet = isItem && i === 0 && !isHeading ? '• ' : '';
      this.content.lines.push({
        text: bullet + line.text,
        page: 1,
        block: this.block,
        ...(line.size > 0 && { fontSize: line.size }),
        bold: line.boldLetters * 2 > line.letters,
        ...(isHeading && { heading: true }),
      });
    });
    const draft = this.content.lines.length > first ? first : undefined;
    this.content.links.push(...paragraph.urls.map((url) => ({ url, page: 1, ...(draft !== undefined && { draft }) })));
    for (const box of paragraph.boxes) this.walk(box, boxGround(box));
  }

  private inline(parent: XmlElement, look: RunLook, ground: Ground, into: Paragraph): void {
    for (const element of elementsOf(parent)) {
      if (element.name === 'r') this.run(element, look, ground, into);
      else if (element.name === 'hyperlink') {
        const url = this.target(attribute(element, 'id') ?? '');
        if (url) into.urls.push(url);
        this.inline(element, look, ground, into);
      } else if (element.name === 'sdt') this.inline(child(element, 'sdtContent') ?? element, look, ground, into);
      else if (element.name === 'AlternateContent') this.inline(chosen(element) ?? element, look, ground, into);
      else if (['ins', 'moveTo', 'smartTag', 'customXml', 'fldSimple', 'dir', 'bdo'].includes(element.name)) {
        this.inline(element, look, ground, into);
      }
    }
  }

  private run(element: XmlElement, inherited: RunLook, ground: Ground, into: Paragraph): void {
    const properties = child(element, 'rPr');
    const ofStyle = attribute(child(properties, 'rStyle'), 'val');
    const look = { ...inherited, ...(ofStyle && this.styles.byId(ofStyle)), ...lookOf(properties) };
    this.runContent(element, look, ground, into);
  }

  private runContent(element: XmlElement, look: RunLook, ground: Ground, into: Paragraph): void {
    for (const node of elementsOf(element)) {
      const line = into.lines[into.lines.length - 1];
      if (node.name === 't') this.addText(textOf(node), look, ground, line);
      else if (node.name === 'tab' || node.name === 'ptab') line.text += '\t';
      else if (node.name === 'br' || node.name === 'cr') into.lines.push(newLine());
      else if (node.name === 'noBreakHyphen') line.text += '-';
      else if (node.name === 'sym') this.addText(symbol(node), look, ground, line);
      else if (node.name === 'fldChar') this.fieldMark(attribute(node, 'fldCharType'));
      else if (node.name === 'instrText') this.fieldCode(textOf(node), into);
      else if (node.name === 'AlternateContent') this.runContent(chosen(node) ?? node, look, ground, into);
      else if (node.name === 'drawing' || node.name === 'pict' || node.name === 'object') {
        into.boxes.push(
          ...descendants(node, 'txbxContent').map((box) => ({ ...box, attributes: { fill: fillOf(node) } })),
        );
      }
    }
  }

  private fieldMark(kind: string | undefined): void {
    if (kind === 'begin') this.inFieldCode++;
    else if (kind === 'separate' || kind === 'end') this.inFieldCode = Math.max(0, this.inFieldCode - 1);
  }

  private fieldCode(code: string, into: Paragraph): void {
    const url = /HYPERLINK\s+"([^"]+)"/.exec(code)?.[1];
    if (url) into.urls.push(url);
  }

  private addText(text: string, look: RunLook, ground: Ground, line: Paragraph['lines'][number]): void {
    const reason = this.hiddenReason(look, ground);
    if (reason) {
      if (text.trim()) addHidden(this.content.hidden, text, reason);
      return;
    }
    line.text += text;
    const letters = text.trim().length;
    line.letters += letters;
    if (look.bold) line.boldLetters += letters;
    line.size = Math.max(line.size, look.size ?? 0);
  }

  private hiddenReason(look: RunLook, around: Ground): HiddenText['reason'] | null {
    if (look.vanish) return 'hidden-run';
    if (look.size !== undefined && look.size <= SMALLEST_READABLE) return 'tiny';
    const ground = look.ground ? parseHex(look.ground) : around;
    const colour = parseHex(look.colour);
    return colour && ground && looksAlike(colour, ground) ? 'same-colour' : null;
  }

  /** Row by row, cell by cell; a row of short cells becomes one line. */
  private table(element: XmlElement, around: Ground): void {
    const style = attribute(child(element, 'tblPr', 'tblStyle'), 'val') ?? '';
    // A table style may shade rows: its white text is no secret.
    const base = style && !/^(TableGrid|TableNormal|Grilledutableau|Tabellenraster)$/i.test(style) ? null : around;
    const fill = groundOf(child(element, 'tblPr'));
    for (const row of descendantRows(element)) {
      if (child(row, 'trPr', 'hidden')) {
        addHidden(this.content.hidden, descendants(row, 't').map(textOf).join(' '), 'hidden-run');
        continue;
      }
      const cells = descendantCells(row).map((cell) => this.cell(cell, fill ? parseHex(fill) : base));
      const offset = this.content.lines.length;
      const joined = joinCells(cells.map((c) => c.lines));
      this.content.lines.push(...joined);
      for (const cell of cells) {
        this.content.hidden.push(...cell.hidden);
        for (const link of cell.links) this.content.links.push({ ...link, draft: lineOf(link, cell, joined, offset) });
      }
    }
    this.block++;
  }

  private cell(element: XmlElement, around: Ground): PartContent {
    const fill = groundOf(child(element, 'tcPr'));
    const walker = new DocxWalker(this.styles, this.target);
    walker.block = ++this.block;
    walker.walk(element, fill ? parseHex(fill) : around);
    this.block = walker.block;
    return walker.content;
  }
}

function lineOf(link: DraftLink, cell: PartContent, joined: DraftLine[], offset: number): number | undefined {
  if (link.draft === undefined) return undefined;
  const text = cell.lines[link.draft]?.text ?? '';
  const at = joined.findIndex((line) => line.text.includes(text));
  return at < 0 ? undefined : offset + at;
}

/** Rows and cells may be wrapped in content controls. */
const descendantRows = (table: XmlElement): XmlElement[] =>
  elementsOf(table).flatMap((e) =>
    e.name === 'tr' ? [e] : e.name === 'sdt' ? descendantRows(child(e, 'sdtContent') ?? e) : [],
  );
const descendantCells = (row: XmlElement): XmlElement[] =>
  elementsOf(row).flatMap((e) =>
    e.name === 'tc' ? [e] : e.name === 'sdt' ? descendantCells(child(e, 'sdtContent') ?? e) : [],
  );

const newLine = () => ({ text: '', boldLetters: 0, letters: 0, size: 0 });

/** Of two versions of the same content (new drawing, old one) the one that says something. */
function chosen(element: XmlElement): XmlElement | undefined {
  const choice = child(element, 'Choice');
  return choice && textOf(choice).trim() ? choice : (child(element, 'Fallback') ?? choice);
}

function symbol(node: XmlElement): string {
  const code = parseInt(attribute(node, 'char') ?? '', 16);
  return Number.isFinite(code) ? String.fromCharCode(code) : '';
}

function addHidden(hidden: HiddenText[], text: string, reason: HiddenText['reason']): void {
  const last = hidden[hidden.length - 1];
  if (last?.reason === reason) last.text += text;
  else hidden.push({ text, page: 1, reason });
}

/** Fill of a text box: `fillcolor` in VML, `a:solidFill` in DrawingML; anything but a plain colour is `unknown`. */
function fillOf(drawing: XmlElement): string {
  const vml = attribute(descendants(drawing, 'shape')[0] ?? descendants(drawing, 'rect')[0], 'fillcolor');
  if (vml) return vml;
  const shape = descendants(drawing, 'spPr')[0];
  const solid = attribute(child(shape, 'solidFill', 'srgbClr'), 'val');
  if (solid) return solid;
  const isPlain = !shape || child(shape, 'noFill') || !elementsOf(shape).some((e) => /Fill$/.test(e.name));
  return isPlain && !descendants(drawing, 'style').length ? 'FFFFFF' : 'unknown';
}

const boxGround = (box: XmlElement): Ground => parseHex(box.attributes.fill);
