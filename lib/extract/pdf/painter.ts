import { parseHex, type Rgb } from '../colour';
import { remember } from '../text/remember';
import {
  apply,
  asMatrix,
  contains,
  intersect,
  invert,
  multiply,
  transformEdges,
  type Edges,
  type Matrix,
} from './matrix';
import { addLongBox } from './long-boxes';
import { pathHitTest } from './path';
import { samplePicture, type ImageData } from './sample';
import type { FontInfo, GlyphRun, PaintedArea, PageContent, PdfGlyph } from './types';

/** What the interpreter needs from pdf.js, so that it can be tested without it. */
export interface PaintSource {
  fnArray: number[];
  argsArray: unknown[][];
  ops: Record<string, number>;
  font(name: string): FontInfo | null;
  image(name: string): ImageData | null;
  layerVisible(properties: unknown): boolean;
  viewport: { width: number; height: number; transform: number[] };
}

interface State {
  ctm: Matrix;
  clip: Edges;
  fill: Rgb | null;
  stroke: Rgb | null;
  fillAlpha: number;
  strokeAlpha: number;
  /** Alpha of the transparency groups around. */
  groupAlpha: number;
  opaqueBlend: boolean;
  font: FontInfo | null;
  fontSize: number;
  fontDirection: number;
  charSpacing: number;
  wordSpacing: number;
  hScale: number;
  leading: number;
  rise: number;
  mode: number;
}

const BLACK: Rgb = [0, 0, 0];
/** Areas thinner than this many points are rules and underlines: they hide nothing. */
const THINNEST_AREA = 3;

/**
 * Follows the painting operators of a page and notes where each character and each surface lands, in the same way as pdf.js's own canvas
 * (src/display/canvas.js, showText): getTextContent() tells neither colour nor order of painting.
 */
export class Painter {
  private readonly runs: GlyphRun[] = [];
  private readonly areas: PaintedArea[] = [];
  private readonly frames: Edges[] = [];
  private readonly stack: State[] = [];
  private state: State;
  private textMatrix: Matrix | null = null;
  private x = 0;
  private y = 0;
  private lineX = 0;
  private lineY = 0;
  private pendingClip = false;
  private readonly layers: boolean[] = [];
  /** Depth of soft-mask groups: what they paint is a mask, not content. */
  private maskDepth = 0;
  private readonly groupKinds: boolean[] = [];
  private order = 0;
  private shapes = 0;

  constructor(private readonly source: PaintSource) {
    this.state = this.initialState();
  }

  /** Walks through the whole list. Unknown operators are passed over. */
  run(): PageContent {
    const { fnArray, argsArray, viewport } = this.source;
    const byCode = handlersByCode(this.source.ops);
    for (let i = 0; i < fnArray.length; i++) {
      this.order = i;
      byCode[fnArray[i]]?.(this, argsArray[i] ?? NO_ARGUMENTS);
    }
    return {
      width: viewport.width,
      height: viewport.height,
      runs: this.runs,
      areas: this.areas,
      frames: this.frames,
      shapes: this.shapes,
    };
  }

  private initialState(): State {
    const { width, height, transform } = this.source.viewport;
    return {
      ctm: transform as unknown as Matrix,
      clip: { left: -1e5, top: -1e5, right: width + 1e5, bottom: height + 1e5 },
      fill: BLACK,
      stroke: BLACK,
      fillAlpha: 1,
      strokeAlpha: 1,
      groupAlpha: 1,
      opaqueBlend: true,
      font: null,
      fontSize: 0,
      fontDirection: 1,
      charSpacing: 0,
      wordSpacing: 0,
      hScale: 1,
      leading: 0,
      rise: 0,
      mode: 0,
    };
  }

  get current(): State {
    return this.state;
  }

  save(): void {
    this.stack.push({ ...this.state });
  }

  restore(): void {
    this.state = this.stack.pop() ?? this.state;
  }

  transform(m: Matrix): void {
    this.state.ctm = multiply(this.state.ctm, m);
  }

  beginText(): void {
    this.textMatrix = null;
    this.x = this.y = this.lineX = this.lineY = 0;
  }

  setTextMatrix(m: Matrix): void {
    this.textMatrix = m;
    this.x = this.y = this.lineX = this.lineY = 0;
  }

  moveText(x: number, y: number): void {
    this.x = this.lineX += x;
    this.y = this.lineY += y;
  }

  setFont(name: string, size: number): void {
    this.state.font = this.source.font(name);
    this.state.fontSize = Math.abs(size);
    this.state.fontDirection = size < 0 ? -1 : 1;
  }

  setGState(entries: [string, unknown][]): void {
    for (const [key, value] of entries) {
      if (key === 'ca') this.state.fillAlpha = Number(value);
      else if (key === 'CA') this.state.strokeAlpha = Number(value);
      else if (key === 'BM') this.state.opaqueBlend = value === 'source-over' || value === 'Normal';
      else if (key === 'Font' && Array.isArray(value)) this.setFont(String(value[0]), Number(value[1]));
    }
  }

  beginForm(matrix: Matrix | null, box: number[] | null): void {
    this.save();
    if (matrix) this.transform(matrix);
    if (box) this.clipTo(transformEdges(this.state.ctm, box[0], box[1], box[2], box[3]));
  }

  beginGroup(group: { smask?: unknown } | undefined): void {
    this.save();
    const isMask = Boolean(group?.smask);
    this.groupKinds.push(isMask);
    if (isMask) this.maskDepth++;
    this.state.groupAlpha *= this.state.fillAlpha;
    this.state.fillAlpha = this.state.strokeAlpha = 1;
  }

  endGroup(): void {
    if (this.groupKinds.pop()) this.maskDepth--;
    this.restore();
  }

  /** pdf.js starts each annotation from the page's first state. */
  beginAnnotation(transform: Matrix | undefined, matrix: Matrix | undefined): void {
    this.save();
    this.state = this.initialState();
    if (transform) this.transform(transform);
    if (matrix) this.transform(matrix);
  }

  beginMarked(tag: unknown, properties: unknown): void {
    this.layers.push(tag === 'OC' ? this.source.layerVisible(properties) : true);
  }

  endMarked(): void {
    this.layers.pop();
  }

  markClip(): void {
    this.pendingClip = true;
  }

  private get layerVisible(): boolean {
    return this.layers.every(Boolean);
  }

  private clipTo(box: Edges): void {
    this.state.clip = intersect(this.state.clip, box);
  }

  path(operator: number, data: unknown, minMax: ArrayLike<number> | null | undefined): void {
    if (!minMax) return;
    const box = transformEdges(this.state.ctm, minMax[0], minMax[1], minMax[2], minMax[3]);
    if (isFill(this.source.ops, operator)) {
      this.shapes++;
      const points = Array.isArray(data) ? (data[0] as ArrayLike<number>) : null;
      const inside = points && typeof points.length === 'number' ? pathHitTest(points, this.state.ctm) : () => true;
      this.addArea(box, this.state.fill, false, inside);
    }
    if (this.pendingClip) this.clipTo(box);
    else if (operator !== this.source.ops.endPath && this.maskDepth === 0 && this.layerVisible)
      addLongBox(this.frames, box, this.state.clip);
    this.pendingClip = false;
  }

  shading(): void {
    this.addArea({ ...this.state.clip }, null, false, () => true);
  }

  image(picture: ImageData | null, box: Edges = transformEdges(this.state.ctm, 0, 0, 1, 1)): void {
    const inverse = invert(this.state.ctm);
    const area = this.addArea(box, null, true, () => true);
    if (area && picture?.data && inverse) {
      area.sample = (x, y) => samplePicture(picture, ...apply(inverse, x, y));
    }
  }

  private addArea(
    box: Edges,
    colour: Rgb | null,
    isImage: boolean,
    inside: (x: number, y: number) => boolean,
  ): PaintedArea | null {
    const visible = intersect(box, this.state.clip);
    if (visible.right - visible.left < THINNEST_AREA || visible.bottom - visible.top < THINNEST_AREA) return null;
    if (this.maskDepth > 0 || !this.layerVisible) return null;
    const area: PaintedArea = {
      order: this.order,
      box: visible,
      colour,
      alpha: this.state.fillAlpha * this.state.groupAlpha,
      isImage,
      opaqueBlend: this.state.opaqueBlend,
      covers: (x, y) => contains(visible, x, y) && inside(x, y),
    };
    this.areas.push(area);
    return area;
  }

  /** Places each character like CanvasGraphics.showText: advance = width + spacing, in text space. */
  showText(items: (PdfGlyph | number)[]): void {
    const s = this.state;
    if (!s.font || s.fontSize === 0) return;
    const scaleX = s.hScale * s.fontDirection;
    const base = multiply(multiply(s.ctm, this.textMatrix ?? [1, 0, 0, 1, 0, 0]), [
      scaleX,
      0,
      0,
      s.fontDirection,
      this.x,
      this.y + s.rise,
    ]);
    const advanceScale = s.fontSize * (s.font.fontMatrix?.[0] ?? 0.001);
    const run = this.newRun(Math.hypot(base[2], base[3]) * s.fontSize);
    const [a, b, , , e, f] = base;
    let x = 0;
    for (const item of items) {
      if (typeof item === 'number') {
        x -= (item * s.fontSize) / 1000;
        continue;
      }
      const end = x + item.width * advanceScale;
      const isSpace = isBlank(item.unicode);
      run.glyphs.push({
        text: item.unicode,
        x: a * x + e,
        y: b * x + f,
        endX: a * end + e,
        endY: b * end + f,
        isSpace,
      });
      x = end + ((item.isSpace ? s.wordSpacing : 0) + s.charSpacing) * s.fontDirection;
    }
    this.x += x * scaleX;
    if (this.maskDepth === 0 && run.glyphs.length > 0) this.runs.push(run);
  }

  private newRun(size: number): GlyphRun {
    const s = this.state;
    const stroked = s.mode === 1 || s.mode === 5;
    const name = s.font?.name ?? '';
    return {
      order: this.order,
      glyphs: [],
      size,
      bold: Boolean(s.font?.bold || s.font?.black || isBoldName(name)),
      font: name,
      colour: stroked ? s.stroke : s.fill,
      alpha: (stroked ? s.strokeAlpha : s.fillAlpha) * s.groupAlpha,
      mode: s.mode,
      clip: s.clip,
      layerVisible: this.layerVisible,
    };
  }

  pictureNamed(name: string): ImageData | null {
    return this.source.image(name);
  }
}

const FILLS = ['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'];
const isFill = (ops: Record<string, number>, operator: number) => FILLS.some((name) => ops[name] === operator);

/** A page has thousands of characters, but few kinds of them. */
const isBlank = remember((text) => /^\s*$/u.test(text));
const colourOf = remember(parseHex);
const isBoldName = remember((name) => /bold|black|heavy|medium|-bd/i.test(name));

type Handler = (p: Painter, args: unknown[]) => void;
const NO_ARGUMENTS: unknown[] = [];

const tables = new WeakMap<Record<string, number>, (Handler | undefined)[]>();

function handlersByCode(ops: Record<string, number>): (Handler | undefined)[] {
  const known = tables.get(ops);
  if (known) return known;
  const byCode: (Handler | undefined)[] = [];
  for (const [name, code] of Object.entries(ops)) byCode[code] = handlers[name];
  tables.set(ops, byCode);
  return byCode;
}

const handlers: Record<string, Handler | undefined> = {
  save: (p) => p.save(),
  restore: (p) => p.restore(),
  transform: (p, a) => p.transform(asMatrix(a)),
  setGState: (p, [entries]) => p.setGState(entries as [string, unknown][]),
  setFont: (p, [name, size]) => p.setFont(String(name), Number(size)),
  beginText: (p) => p.beginText(),
  setTextMatrix: (p, a) => p.setTextMatrix(asMatrix(a)),
  moveText: (p, [x, y]) => p.moveText(Number(x), Number(y)),
  setLeadingMoveText: (p, [x, y]) => {
    p.current.leading = Number(y);
    p.moveText(Number(x), Number(y));
  },
  nextLine: (p) => p.moveText(0, p.current.leading),
  setLeading: (p, [v]) => (p.current.leading = -Number(v)),
  setCharSpacing: (p, [v]) => (p.current.charSpacing = Number(v)),
  setWordSpacing: (p, [v]) => (p.current.wordSpacing = Number(v)),
  setHScale: (p, [v]) => (p.current.hScale = Number(v) / 100),
  setTextRise: (p, [v]) => (p.current.rise = Number(v)),
  setTextRenderingMode: (p, [v]) => (p.current.mode = Number(v)),
  showText: (p, [items]) => p.showText(items as (PdfGlyph | number)[]),
  showSpacedText: (p, [items]) => p.showText(items as (PdfGlyph | number)[]),
  nextLineShowText: (p, [items]) => {
    p.moveText(0, p.current.leading);
    p.showText(items as (PdfGlyph | number)[]);
  },
  setFillRGBColor: (p, [v]) => (p.current.fill = colourOf(v as string)),
  setStrokeRGBColor: (p, [v]) => (p.current.stroke = colourOf(v as string)),
  setFillColorN: (p) => (p.current.fill = null),
  setStrokeColorN: (p) => (p.current.stroke = null),
  clip: (p) => p.markClip(),
  eoClip: (p) => p.markClip(),
  constructPath: (p, [op, data, minMax]) => p.path(Number(op), data, minMax as ArrayLike<number>),
  shadingFill: (p) => p.shading(),
  paintFormXObjectBegin: (p, [matrix, box]) => p.beginForm(matrix as Matrix | null, box as number[] | null),
  paintFormXObjectEnd: (p) => p.restore(),
  beginGroup: (p, [group]) => p.beginGroup(group as { smask?: unknown }),
  endGroup: (p) => p.endGroup(),
  beginAnnotation: (p, [, , transform, matrix]) => p.beginAnnotation(transform as Matrix, matrix as Matrix),
  endAnnotation: (p) => p.restore(),
  beginMarkedContent: (p, [tag]) => p.beginMarked(tag, null),
  beginMarkedContentProps: (p, [tag, properties]) => p.beginMarked(tag, properties),
  endMarkedContent: (p) => p.endMarked(),
  paintImageXObject: (p, [name]) => p.image(p.pictureNamed(String(name))),
  paintInlineImageXObject: (p, [picture]) => p.image(picture as ImageData),
};
