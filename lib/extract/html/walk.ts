import type { DefaultTreeAdapterTypes } from 'parse5';
import { looksAlike, WHITE, type Rgb } from '../colour';
import { joinCells } from '../office/cells';
import type { HiddenText } from '../types';
import { LineBuilder } from '../text/line-builder';
import { cssColour, cssLength, parseDeclarations, type Declarations, type Rule } from './css';

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
    const size = cssLength(css['font-size'], around.size) ?? around.size;
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
    const classes = new Set((attributeOf(element, 'class') ?? '').split(/\s+/));
    const id = attributeOf(element, 'id');
    const matching = this.rules.filter(
      (r) => (!r.tag || r.tag === element.tagName) && (!r.id || r.id === id) && r.classes.every((c) => classes.has(c)),
    );
    return Object.assign(
      {},
      ...matching.map((r) => r.declarations),
      parseDeclarations(attributeOf(element, 'style') ?? ''),
    );
  }
}

function sameColour(look: Look): HiddenText['reason'] | null {
  return look.colour && look.ground && looksAlike(look.colour, look.ground) ? 'same-colour' : null;
}

function hiddenReason(css: Declarations, size: number, clear: boolean, element: Element): HiddenText['reason'] | null {
  const isOff = element.attrs.some((a) => a.name === 'hidden');
  if (isOff || css.display === 'none' || /hidden|collapse/.test(css.visibility ?? '')) return 'hidden-run';
  if (clear || (css.opacity !== undefined && parseFloat(css.opacity) < 0.06)) return 'transparent';
  if (size < SMALLEST_READABLE) return 'tiny';
  const placed = /absolute|fixed/.test(css.position ?? '');
  const far = [css.left, css.top, css['text-indent'], css['margin-left']].some((v) => (cssLength(v, 12) ?? 0) < -400);
  if (far) return 'off-page';
  const clipped = placed && /rect\(\s*(0|1px)|inset\((50|100)%/.test(`${css.clip ?? ''}${css['clip-path'] ?? ''}`);
  const flat = [css.height, css['max-height'], css.width].some((v) => v !== undefined && cssLength(v, 12) === 0);
  return clipped || (flat && css.overflow === 'hidden') ? 'invisible' : null;
}
