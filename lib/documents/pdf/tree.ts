import type { MarkedContent, PdfStructure } from 'pdfmake/js/PDFDocument.js';

/** What a part of a document is, in the words of PDF (ISO 32000-1, 14.8.4). `Layout` is a table or a box that only places things. */
export type Tag =
  | ('Document' | 'Sect' | 'H1' | 'H2' | 'H3' | 'P' | 'L' | 'LI' | 'Lbl' | 'LBody')
  | ('Table' | 'TR' | 'TH' | 'TD' | 'Figure' | 'Caption')
  | ('Artifact' | 'Layout');

export interface Element {
  tag: Exclude<Tag, 'Artifact' | 'Layout'>;
  alt?: string;
  /** In the head of a table, which is drawn again on each page. */
  isHead: boolean;
  isAfterNext: boolean;
  children: Element[];
  content: MarkedContent[];
}

/** What the nodes of a definition may say for the tree, beside what pdfmake knows. */
export interface Tagged {
  tag?: Tag;
  /** A picture in words. Without it a picture is mere decoration. */
  alt?: string;
  /** Stands before what it belongs to, and is read after its first part: the dates at the left of a title. */
  isAfterNext?: boolean;
}

/** The parts of a pdfmake node that make structure. */
export interface Node extends Tagged {
  text?: unknown;
  ul?: object[];
  ol?: object[];
  table?: { body: object[][]; headerRows?: number };
  image?: unknown;
  svg?: unknown;
  columns?: unknown;
  stack?: unknown;
}

const elementNamed = (tag: Element['tag'], alt?: string): Element => ({
  ...{ tag, alt, isHead: false, isAfterNext: false },
  ...{ children: [], content: [] },
});

export const documentElement = (): Element => elementNamed('Document');

function child(parent: Element, tag: Element['tag'], { alt, isAfterNext = false }: Tagged = {}): Element {
  const element = { ...elementNamed(tag, alt), isAfterNext, isHead: parent.isHead || tag === 'TH' };
  parent.children.push(element);
  return element;
}

/** Elements that hold text themselves; a text in another one is a paragraph. */
const HOLDS_TEXT: readonly Element['tag'][] = ['H1', 'H2', 'H3', 'P', 'Lbl', 'Caption'];

/**
 * The element that a node's content belongs to; null for decoration. `places` has the elements of items and cells, which their list and table made ready for them.
 */
export function elementOf(node: Node, parent: Element | null, places: Map<object, Element>): Element | null {
  if (parent === null || node.tag === 'Artifact') return null;
  const own = ownElement(node, places.get(node) ?? parent, places.has(node));
  if (own === null) return null;
  for (const item of node.ul ?? node.ol ?? []) places.set(item, child(child(own, 'LI'), 'LBody'));
  if (node.table && own.tag === 'Table') placeCells(own, node.table, places);
  return own;
}

function ownElement(node: Node, parent: Element, isPlaced: boolean): Element | null {
  if (node.tag === 'Layout') return parent;
  if (node.tag !== undefined && node.tag !== 'Artifact') return child(parent, node.tag, node);
  if (node.image !== undefined || node.svg !== undefined) return node.alt ? child(parent, 'Figure', node) : null;
  if (node.ul || node.ol) return child(parent, 'L');
  if (node.table) return node.table.headerRows ? child(parent, 'Table') : parent;
  if (node.text === undefined) return parent;
  return isPlaced || HOLDS_TEXT.includes(parent.tag) ? parent : child(parent, 'P', node);
}

function placeCells(
  table: Element,
  { body, headerRows = 0 }: NonNullable<Node['table']>,
  places: Map<object, Element>,
) {
  for (const [index, cells] of body.entries()) {
    const row = child(table, 'TR');
    for (const cell of cells) places.set(cell, child(row, index < headerRows ? 'TH' : 'TD'));
  }
}

interface Maker {
  struct: (type: string, options: { alt?: string; scope?: string }) => PdfStructure;
}

/** pdfkit's tree out of ours; what shows nothing is not in it, but a cell that is empty is. */
export function toPdf(element: Element, pdf: Maker): PdfStructure {
  const { tag, alt, children, content } = element;
  const structure = pdf.struct(tag, { ...(alt ? { alt } : {}), ...(tag === 'TH' ? { scope: 'Column' } : {}) });
  for (const piece of content) structure.add(piece);
  for (const one of inReadingOrder(children.filter(isShown))) structure.add(toPdf(one, pdf));
  return structure;
}

const isShown = ({ tag, content, children }: Element): boolean =>
  tag === 'TD' || tag === 'TH' || content.length > 0 || children.some(isShown);

function inReadingOrder(elements: Element[]): Element[] {
  const ordered = [...elements];
  for (let at = 0; at + 1 < ordered.length; at += 1) {
    const [one, next] = [ordered[at], ordered[at + 1]];
    if (!one.isAfterNext) continue;
    [ordered[at], ordered[at + 1]] = [next, one];
    at += 1;
  }
  return ordered;
}
