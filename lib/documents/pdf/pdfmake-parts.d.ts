/** The parts of pdfmake 0.3 (its folder `js/`) that its types leave out, as far as tagging uses them. */

declare module 'pdfmake/js/PDFDocument.js' {
  import type { EventEmitter } from 'node:events';
  /** A piece of a page that was marked. */
  export interface MarkedContent {
    refs: object[];
  }
  /** An element of the structure tree. */
  export interface PdfStructure {
    add: (child: PdfStructure | MarkedContent) => unknown;
  }
  /** A JPEG is written as it is; a PNG when it is unpacked, by `finalize`. */
  export interface PdfPicture {
    finalize?: () => void;
  }
  class PDFDocument extends EventEmitter {
    constructor(
      fonts: object,
      images: object,
      patterns: object,
      attachments: object,
      options: object,
      virtualFiles: null,
      allowsFile: (path: string) => boolean,
    );
    markStructureContent(type: string): MarkedContent;
    openImage(source: unknown): PdfPicture;
    info: Record<string, unknown>;
    _addInfo(): void;
    appendXML(xml: string): void;
    markContent(type: 'Artifact', options: { type: 'Layout' }): void;
    markContent(type: 'Span', options: { actual: string }): void;
    endMarkedContent(): void;
    struct(type: string, options: { alt?: string; scope?: string; lang?: string }): PdfStructure;
    addStructure(structure: PdfStructure): void;
    end(): void;
  }
  const library: { default: typeof PDFDocument };
  export default library;
  export type { PDFDocument };
}

declare module 'pdfmake/js/LayoutBuilder.js' {
  /** Runs of one font each. */
  export interface Line {
    inlines: Inline[];
  }
  export interface Inline {
    text: string;
    characterSpacing?: number;
    font: { font: { hasGlyphForCodePoint: (codePoint: number) => boolean } };
  }
  export class LayoutBuilder {
    constructor(pageSize: object, pageMargins: object, svgMeasure: object);
    registerTableLayouts(layouts: object): void;
    layoutDocument(...definition: unknown[]): object[];
    tryLayoutDocument(...definition: unknown[]): object;
    addBackground(background: unknown): void;
    addDynamicRepeatable(...repeated: unknown[]): void;
    processNode(node: object, ...rest: unknown[]): void;
    buildNextLine(node: object): Line | null;
  }
  const library: { default: typeof LayoutBuilder };
  export default library;
}

declare module 'pdfmake/js/Renderer.js' {
  export class Renderer {
    constructor(document: object);
    renderPages(pages: object[]): void;
    renderLine(line: object, x: number, y: number): void;
    renderVector(vector: object): void;
    renderImage(image: object): void;
    renderSVG(svg: object): void;
  }
  const library: { default: typeof Renderer };
  export default library;
}

declare module 'pdfmake/js/SVGMeasure.js' {
  const library: { default: new () => object };
  export default library;
}

declare module 'pdfmake/js/tableLayouts.js' {
  const library: { tableLayouts: object };
  export default library;
}

declare module 'pdfmake/js/PageSize.js' {
  const library: {
    normalizePageSize: (size: unknown, orientation: unknown) => { width: number; height: number };
    normalizePageMargin: (margin: unknown) => object;
  };
  export default library;
}
