import type { DefaultTreeAdapterTypes } from 'parse5';
import { looksAlike, WHITE, type Rgb } from '../colour';
import { joinCells } from '../office/cells';
import type { HiddenText } from '../types';
import { LineBuilder } from '../text/line-builder';
import { cssColour, cssLength, matches, parseDeclarations, type Declarations, type Rule, type Selectable } from './css';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const BLOCKS = new Set(
  'address article aside blockquote body dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const SKIPPED = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'svg',
  'math',
  'iframe',
  'object',
  'title',
  'select',
]);
/** Under this many points nobody reads a letter. */
const SMALLEST_READABLE = 2;
/** A comment of fewer words is a template's own note, not text meant for a reader of the source. */
const COMMENT_WORDS = 6;

interface Look {
  bold: boolean;
  size: number;
  colour: Rgb | null;
  ground: Rgb | null;
  hidden: HiddenText['reason'] | null;
  preformatted: boolean;
}

const START: Look = { bold: false, size: 12, colour: [0, 0, 0], ground: WHITE, hidden: null, preformatted: false };

const attributeOf = (element: Element, name: string) => element.attrs.find((a) => a.name === name)?.value;

/** Walks through a parsed page and collects its lines. Only styles in the page itself are known; none is fetched. */
export class HtmlWalker {
  constructor(
    private readonly rules: Rule[],
    readonly builder = new LineBuilder(),
  ) {}

  walk(nodes: Node[], look: Look = START): void {
    for (const node of nodes) {
      if (node.nodeName === '#text') this.addText((node as DefaultTreeAdapterTypes.TextNode).value, look);
      else if (node.nodeName === '#comment') this.comment((node as DefaultTreeAdapterTypes.CommentNode).data);
      else if ('tagName' in node) this.element(node, look);
    }
  }

  private addText(text: string, look: Look): void {
    const parts = look.preformatted ? text.split('\n') : [text.replace(/\s+/g, ' ')];
    parts.forEach((part, i) => {
      if (i > 0) this.builder.endLine();
      const shown = this.builder.endsWithSpace && !look.preformatted ? part.replace(/^ /, '') : part;
      if (shown) this.builder.add(shown, { bold: look.bold, size: look.size, hidden: look.hidden ?? sameColour(look) });
    });
  }

  private comment(text: string): void {
    const isMarkup = /[<>{}]|^\s*\[if\b/.test(text);
    if (!isMarkup && text.trim().split(/\s+/).length >= COMMENT_WORDS)
      this.builder.addHidden(text.trim(), 'hidden-run');
  }

  private element(element: Element, around: Look): void {
    const tag = element.tagName;
    if (SKIPPED.has(tag)) return;
    if (tag === 'br') {
      this.builder.endLine();
      return;
    }
    const look = this.lookOf(element, around);
    if (tag === 'tr') {
      this.row(element, look);
      return;
    }
    const isBlock = BLOCKS.has(tag);
    if (isBlock) this.builder.endLine();
    const isHeading = /^h[1-6]$/.test(tag);
    if (isHeading) this.builder.heading = true;
    if (tag === 'li' && !look.hidden) this.builder.startWith('• ');
    const url = tag === 'a' ? attributeOf(element, 'href') : undefined;
    if (url && !url.startsWith('#') && !/^javascript:/i.test(url)) this.builder.addLink(url);
    if (tag === 'input' || tag === 'img') this.builder.add(this.builder.endsWithSpace ? '' : ' ');
    this.walk(element.childNodes, look);
    if (isBlock) this.builder.endLine();
    if (tag === 'li') this.builder.startWith('');
    if (isHeading) this.builder.heading = false;
  }

  /** Cells of a row: short ones on one line, longer ones after each other. */
  private row(element: Element, look: Look): void {
    this.builder.endLine();
    const cells = element.childNodes.flatMap((node) => {
      if (!('tagName' in node)) return [];
      const inner = new HtmlWalker(this.rules);
      inner.walk([node], look);
      inner.builder.endLine();
      return [inner.builder];
    });
    const offset = this.builder.lines.length;
    this.builder.lines.push(...joinCells(cells.map((c) => c.lines)));
    for (const cell of cells) {
      this.builder.hidden.push(...cell.hidden);
      this.builder.links.push(
        ...cell.links.map((l) => ({ ...l, draft: Math.min(offset, this.builder.lines.length - 1) })),
      );
    }
  }

  private lookOf(element: Element, around: Look): Look {
    const css = this.declarations(element);
    const size = sizeOf(css, around.size);
    const ground = cssColour(css['background-color'] ?? css.background ?? attributeOf(element, 'bgcolor'));
    const hasPicture = /url\(|gradient/i.test(`${css.background ?? ''}${css['background-image'] ?? ''}`);
    const colour = cssColour(css.color ?? attributeOf(element, 'color'));
    const weight = css['font-weight'];
    const isBold = /^(b|strong|th|h[1-6])$/.test(element.tagName);
    return {
      bold: weight ? /bold|[6-9]00/.test(weight) : around.bold || isBold,
      size,
      colour: colour === 'transparent' ? null : (colour ?? around.colour),
      ground: hasPicture ? null : ground && ground !== 'transparent' ? ground : around.ground,
      hidden: around.hidden ?? hiddenReason(css, size, colour === 'transparent', element),
      preformatted: around.preformatted || element.tagName === 'pre' || /^pre/.test(css['white-space'] ?? ''),
    };
  }

  private declarations(element: Element): Declarations {
    const selectable = selectableOf(element);
    const matching = this.rules.filter((rule) => matches(rule, selectable));
    return Object.assign(
      {},
      ...matching.map((r) => r.declarations),
      parseDeclarations(attributeOf(element, 'style') ?? ''),
    );
  }
}

const seen = new WeakMap<Element, Selectable>();

/** The element as selectors see it; kept, because each is asked for again by all that stands in it. */
function selectableOf(element: Element): Selectable {
  const known = seen.get(element);
  if (known) return known;
  const above = element.parentNode;
  const made = {
    tag: element.tagName,
    id: attributeOf(element, 'id'),
    classes: new Set((attributeOf(element, 'class') ?? '').split(/\s+/)),
    parent: above && 'tagName' in above ? selectableOf(above) : null,
  };
  seen.set(element, made);
  return made;
}

function sameColour(look: Look): HiddenText['reason'] | null {
  return look.colour && look.ground && looksAlike(look.colour, look.ground) ? 'same-colour' : null;
}

/** `font-size`, or the size in `font` (« bold 12px/1.2 Arial »). */
function sizeOf(css: Declarations, around: number): number {
  const inShort = /(?:^|\s)(\d[\d.]*[a-z%]*)(?=\s*\/|\s|$)/i.exec((css.font ?? '').replace(/\b[1-9]00\b/g, ''))?.[1];
  return cssLength(css['font-size'] ?? inShort, around) ?? around;
}

/** Points from which on nothing is on the page any more, to either side. */
const FAR = 400;
const VERY_FAR = 2000;

function isFarOff(css: Declarations, placed: boolean): boolean {
  const before = [css.left, css.top, css['text-indent'], css['margin-left'], css['margin-top']];
  const behind = placed ? [css.left, css.top, css.right, css.bottom] : [];
  const moved = [...(css.transform ?? '').matchAll(/translate(?:3d|x|y)?\(([^)]*)\)/gi)].flatMap(([, list]) =>
    list.split(','),
  );
  return (
    before.some((v) => (cssLength(v, 12) ?? 0) < -FAR) ||
    behind.some((v) => Math.abs(cssLength(v, 12) ?? 0) > VERY_FAR) ||
    moved.some((v) => Math.abs(cssLength(v, 12) ?? 0) > VERY_FAR)
  );
}

function hiddenReason(css: Declarations, size: number, clear: boolean, element: Element): HiddenText['reason'] | null {
  const isOff = element.attrs.some((a) => a.name === 'hidden');
  if (isOff || css.display === 'none' || /hidden|collapse/.test(css.visibility ?? '')) return 'hidden-run';
  if (clear || (css.opacity !== undefined && parseFloat(css.opacity) < 0.06)) return 'transparent';
  if (size < SMALLEST_READABLE) return 'tiny';
  const placed = /absolute|fixed/.test(css.position ?? '');
  if (isFarOff(css, placed)) return 'off-page';
  if (/scale(?:3d|x|y)?\(\s*0?\.?0+\s*[,)]/i.test(css.transform ?? '')) return 'tiny';
  const clipped = placed && /rect\(\s*(0|1px)|inset\((50|100)%/.test(`${css.clip ?? ''}${css['clip-path'] ?? ''}`);
  const flat = [css.height, css['max-height'], css.width].some((v) => v !== undefined && cssLength(v, 12) === 0);
  return clipped || (flat && css.overflow === 'hidden') ? 'invisible' : null;
}
