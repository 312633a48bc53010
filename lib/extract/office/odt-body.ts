import { looksAlike, parseHex, WHITE, type Rgb } from '../colour';
import { LineBuilder, type TextLook } from '../text/line-builder';
import { attribute, child, descendants, elementsOf, type XmlElement } from '../xml/parse';
import { joinCells } from './cells';

const SMALLEST_READABLE = 2;

interface Style {
  parent?: string;
  bold?: boolean;
  size?: number;
  colour?: Rgb;
  ground?: Rgb;
  hidden?: boolean;
}

/** Styles of an ODT by family and name, each with what its ancestors say. */
export class OdtStyles {
  private readonly raw = new Map<string, Style>();

  constructor(roots: (XmlElement | null)[]) {
    for (const root of roots) for (const style of descendants(root ?? undefined, 'style')) this.addStyle(style);
  }

  private addStyle(element: XmlElement): void {
    const text = child(element, 'text-properties');
    const ground = [text, child(element, 'paragraph-properties'), child(element, 'table-cell-properties')]
      .map((p) => parseHex(attribute(p, 'background-color')))
      .find((c) => c !== null);
    const size = /^([\d.]+)pt$/.exec(attribute(text, 'font-size') ?? '')?.[1];
    const weight = attribute(text, 'font-weight');
    this.raw.set(attribute(element, 'name') ?? '', {
      parent: attribute(element, 'parent-style-name'),
      ...(weight && { bold: weight === 'bold' || Number(weight) >= 600 }),
      ...(size && { size: Number(size) }),
      ...(parseHex(attribute(text, 'color')) && { colour: parseHex(attribute(text, 'color')) ?? undefined }),
      ...(ground && { ground }),
      ...(attribute(text, 'display') === 'none' && { hidden: true }),
    });
  }

  resolve(name: string | undefined, depth = 0): Style {
    const own = name ? this.raw.get(name) : undefined;
    if (!own || depth > 20) return {};
    return { ...this.resolve(own.parent, depth + 1), ...own };
  }
}

type Look = Style & { ground?: Rgb };

/** Shapes that may be written on (ODF 1.3, part 3, 10.3): they hold paragraphs, lists and tables of their own. Comments do too, and are no shapes. */
const SHAPES = new Set([
  ...['text-box', 'custom-shape', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'regular-polygon'],
  ...['path', 'connector', 'caption', 'measure'],
]);

/** Walks through an ODT's text and collects its lines. */
export class OdtWalker {
  readonly builder = new LineBuilder();

  constructor(private readonly styles: OdtStyles) {}

  walk(root: XmlElement | undefined, look: Look = { ground: WHITE }): void {
    for (const element of elementsOf(root)) this.block(element, look);
  }

  private styled(element: XmlElement, around: Look): Look {
    return { ...around, ...this.styles.resolve(attribute(element, 'style-name')) };
  }

  private block(element: XmlElement, look: Look): void {
    const { name } = element;
    if (name === 'p' || name === 'h') this.paragraph(element, this.styled(element, look));
    else if (name === 'list-item' || name === 'list-header') {
      this.builder.startWith('• ');
      this.walk(element, look);
      this.builder.startWith('');
    } else if (name === 'table-row') this.row(element, look);
    else if (name === 'section' && attribute(element, 'display') === 'none')
      this.walk(element, { ...look, hidden: true });
    else if (!['tracked-changes', 'sequence-decls', 'forms', 'annotation'].includes(name)) this.walk(element, look);
  }

  private paragraph(element: XmlElement, look: Look): void {
    const boxes: XmlElement[] = [];
    this.builder.heading =
      element.name === 'h' || /^(Heading|Title|Subtitle)/.test(attribute(element, 'style-name') ?? '');
    this.inline(element, look, boxes);
    this.builder.endLine();
    this.builder.heading = false;
    for (const box of boxes) this.walk(box, { ...look, ground: undefined });
  }

  private inline(parent: XmlElement, look: Look, boxes: XmlElement[]): void {
    for (const node of parent.children) {
      if (typeof node === 'string') this.builder.add(node.replace(/\s+/g, ' '), toTextLook(look));
      else if (node.name === 's')
        this.builder.add(' '.repeat(Math.min(50, Number(attribute(node, 'c') ?? 1))), toTextLook(look));
      else if (node.name === 'tab') this.builder.add('\t', toTextLook(look));
      else if (node.name === 'line-break') this.builder.endLine();
      else if (SHAPES.has(node.name)) boxes.push(node);
      else if (node.name === 'hidden-text' || node.name === 'hidden-paragraph')
        this.inline(node, { ...look, hidden: true }, boxes);
      else if (node.name === 'note') boxes.push(child(node, 'note-body') ?? node);
      else if (node.name === 'a') {
        const url = attribute(node, 'href');
        if (url) this.builder.addLink(url);
        this.inline(node, this.styled(node, look), boxes);
      } else if (!['annotation', 'bookmark', 'soft-page-break', 'image', 'title', 'desc'].includes(node.name)) {
        this.inline(node, this.styled(node, look), boxes);
      }
    }
  }

  private row(element: XmlElement, look: Look): void {
    const cells = elementsOf(element, 'table-cell').map((cell) => {
      const walker = new OdtWalker(this.styles);
      walker.walk(cell, this.styled(cell, look));
      return walker.builder;
    });
    const offset = this.builder.lines.length;
    this.builder.lines.push(...joinCells(cells.map((c) => c.lines)));
    for (const cell of cells) {
      this.builder.hidden.push(...cell.hidden);
      this.builder.links.push(...cell.links.map((l) => ({ ...l, draft: offset })));
    }
  }
}

function toTextLook(look: Look): TextLook {
  const isTiny = look.size !== undefined && look.size <= SMALLEST_READABLE;
  const isSame = look.colour && look.ground && looksAlike(look.colour, look.ground);
  const hidden = look.hidden ? 'hidden-run' : isTiny ? 'tiny' : isSame ? 'same-colour' : null;
  return { bold: look.bold, size: look.size, hidden };
}
