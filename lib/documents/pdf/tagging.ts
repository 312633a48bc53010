import type { Line } from 'pdfmake/js/LayoutBuilder.js';
import type { PDFDocument } from 'pdfmake/js/PDFDocument.js';
import { actualText } from './actual-text';
import { documentElement, elementOf, toPdf, type Element, type Node } from './tree';

/** What pdfmake hands from layout to drawing carries its element under this name; pdfmake copies it with the rest. */
interface Drawn {
  vivierElement?: Element | null;
  /** See `actualText`. */
  vivierText?: string;
}

interface Layout {
  root: Element;
  layoutDocument: (...definition: unknown[]) => object[];
  registerTableLayouts: (layouts: object) => void;
}

/**
 * pdfmake (0.3) asks pdfkit for a tagged file but writes no tags. Its layout walks the definition in reading order: this one notes on the way which
 * element each line and picture belongs to. Backgrounds, headers, footers and drawn shapes are decoration.
 */
export async function taggingLayout(...where: [pageSize: object, margins: object, svg: object]): Promise<Layout> {
  const { default: library } = await import('pdfmake/js/LayoutBuilder.js');
  class TaggingLayout extends library.default {
    root = documentElement();
    private current: Element | null = this.root;
    private readonly places = new Map<object, Element>();

    /** pdfmake lays out again from the start when a heading has to go to the next page. */
    override tryLayoutDocument(...definition: unknown[]) {
      this.root = documentElement();
      this.current = this.root;
      this.places.clear();
      return super.tryLayoutDocument(...definition);
    }

    override addBackground(background: unknown) {
      this.within(null, () => super.addBackground(background));
    }

    override addDynamicRepeatable(...repeated: unknown[]) {
      this.within(null, () => super.addDynamicRepeatable(...repeated));
    }

    override processNode(node: Node & Drawn, ...rest: unknown[]) {
      const element = elementOf(node, this.current, this.places);
      if (node.image !== undefined || node.svg !== undefined) node.vivierElement = element;
      this.within(element, () => super.processNode(node, ...rest));
    }

    override buildNextLine(node: object) {
      const line: (Line & Drawn) | null = super.buildNextLine(node);
      if (line) line.vivierElement = this.current;
      if (line) line.vivierText = actualText(line);
      return line;
    }

    private within(element: Element | null, work: () => void) {
      const outer = this.current;
      this.current = element;
      work();
      this.current = outer;
    }
  }
  return new TaggingLayout(...where);
}

/** Draws the pages with every piece marked, then writes the tree. */
export async function drawTagged(pdf: PDFDocument, pages: object[], root: Element): Promise<void> {
  const { default: library } = await import('pdfmake/js/Renderer.js');
  class TaggingRenderer extends library.default {
    /** What the piece that is being marked belongs to; undefined between pieces. */
    private open: Element | null | undefined;
    private page = 0;

    /** One page at a time: a mark must not run over to the next. */
    override renderPages(all: object[]) {
      for (const page of all) {
        this.page += 1;
        super.renderPages([page]);
        this.close();
      }
    }

    override renderLine(line: Drawn, x: number, y: number) {
      this.mark(line.vivierElement);
      if (line.vivierText !== undefined) pdf.markContent('Span', { actual: line.vivierText });
      super.renderLine(line, x, y);
      if (line.vivierText !== undefined) pdf.endMarkedContent();
    }

    override renderVector(vector: object) {
      this.mark(null);
      super.renderVector(vector);
    }

    override renderImage(image: Drawn) {
      this.mark(image.vivierElement);
      super.renderImage(image);
    }

    override renderSVG(svg: Drawn) {
      this.mark(svg.vivierElement);
      super.renderSVG(svg);
    }

    private mark(wanted: Element | null = null) {
      const element = wanted?.isHead && wasOnEarlierPage(wanted, this.page) ? null : wanted;
      if (element === this.open) return;
      this.close();
      this.open = element;
      if (element) element.content.push(pdf.markStructureContent(element.tag));
      else pdf.markContent('Artifact', { type: 'Layout' });
    }

    private close() {
      if (this.open !== undefined) pdf.endMarkedContent();
      this.open = undefined;
    }
  }
  new TaggingRenderer(pdf).renderPages(pages);
  pdf.addStructure(toPdf(root, pdf));
}

const firstPages = new WeakMap<Element, number>();

/** The head of a table is read once, however often it is drawn. */
function wasOnEarlierPage(element: Element, page: number): boolean {
  const first = firstPages.get(element) ?? page;
  firstPages.set(element, first);
  return first < page;
}
