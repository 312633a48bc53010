import { looksAlike, WHITE, type Rgb } from '../colour';
import type { ExtractedDocument } from '../types';
import type { BesideText } from '../suspicion';
import { LineBuilder } from '../text/line-builder';
import { rtfTokens, type RtfToken } from './tokens';

/** Decodes bytes of a code page; given from outside so that the parser stays synchronous. */
export type Decode = (bytes: number[], codePage: number) => string;

interface State {
  /** What the group's text is: shown, data to keep (font table…), or nothing of ours. */
  destination: string;
  bold: boolean;
  size: number;
  colour: number;
  ground: number;
  hidden: boolean;
  /** Struck out under change tracking: no part of the text any more. */
  deleted: boolean;
  font: number;
  style: number;
  /** Characters that stand in for a Unicode one, for readers that don't know it. */
  skip: number;
}

const SKIPPED = new Set(
  'pict object themedata colorschememapping datastore latentstyles listtable listoverridetable revtbl rsidtbl generator xmlnstbl filetbl atnid atnauthor atndate atnref atnparent comment pgdsctbl nonshppict panose falt fontemb fontfile objdata objclass template operator shpinst sp sn bkmkstart bkmkend xe tc mmathPr wgrffmtfilter background userprops defchp defpap pnseclvl formfield datafield fldtype do'.split(
    ' ',
  ),
);
/** The text of a drawn text box, anywhere in a paragraph. */
const BOX = 'shptxt';
const WRITTEN = new Set(['text', 'header', 'footer', BOX]);
const KEPT = new Set([
  'fonttbl',
  'colortbl',
  'stylesheet',
  'info',
  'fldinst',
  'listtext',
  'pntext',
  'annotation',
  'staticval',
  'sv',
]);
/** What a reader of the page does not see and most writers leave empty or short. */
const BESIDE = new Set([
  'subject',
  'keywords',
  'doccomm',
  'comment',
  'category',
  'company',
  'manager',
  'staticval',
  'sv',
]);
const SYMBOLS: Record<string, string> = {
  tab: '\t',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: ' ',
  enspace: ' ',
  '~': '\u00a0',
  _: '\u2011',
  '-': '\u00ad',
  '\\': '\\',
  '{': '{',
  '}': '}',
};
/** Windows code pages by RTF's character sets; 0 and 1 mean the document's own. */
const CHARSETS: Record<number, number> = {
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};
const SYMBOL_CHARSET = 2;
const SMALLEST_READABLE = 2;
/** A group nested deeper than any word processor writes. */
const DEEPEST = 1000;

/** Reads the document group of an RTF text: shown text as lines, hidden text aside, links and properties. */
export class RtfParser {
  readonly builder = new LineBuilder();
  readonly properties: ExtractedDocument['properties'] = {};
  readonly beside: BesideText[] = [];
  /** What is being written to: the text, or the text box that stands in it. */
  private out = this.builder;
  private readonly around: LineBuilder[] = [];
  /** Boxes whose anchor's paragraph has not ended yet. */
  private boxes: LineBuilder[] = [];
  private state: State = {
    destination: 'text',
    bold: false,
    size: 12,
    colour: 0,
    ground: 0,
    hidden: false,
    deleted: false,
    font: 0,
    style: 0,
    skip: 1,
  };
  private readonly stack: State[] = [];
  private bytes: number[] = [];
  private codePage = 1252;
  private readonly fonts = new Map<number, number>();
  private colours: (Rgb | null)[] = [];
  private rgb = { red: -1, green: -1, blue: -1 };
  private readonly headings = new Set<number>();
  private collected = '';
  private toSkip = 0;
  /** Right after an opening brace, where destinations are named. */
  private atGroupStart = false;
  private optional = false;

  constructor(private readonly decode: Decode) {}

  parse(source: string): void {
    for (const token of rtfTokens(source)) {
      if (token.kind !== 'byte') this.flushBytes();
      this.token(token);
    }
    this.flushBytes();
    while (this.around.length > 0) this.endBox();
    this.breakLine();
  }

  private token(token: RtfToken): void {
    if (token.kind === 'open') this.open();
    else if (token.kind === 'close') this.close();
    else if (token.kind === 'word') this.word(token.name, token.value);
    else if (this.toSkip > 0) this.skipStandIn(token);
    else if (token.kind === 'byte') this.bytes.push(token.value);
    else this.text(token.text);
    if (token.kind !== 'open' && !(token.kind === 'word' && token.name === '*')) this.atGroupStart = false;
  }

  private skipStandIn(token: { kind: 'byte' } | { kind: 'text'; text: string }): void {
    if (token.kind === 'byte') {
      this.toSkip--;
      return;
    }
    const taken = Math.min(this.toSkip, token.text.length);
    this.toSkip -= taken;
    if (taken < token.text.length) this.text(token.text.slice(taken));
  }

  private open(): void {
    if (this.stack.length < DEEPEST) this.stack.push({ ...this.state });
    this.atGroupStart = true;
    this.optional = false;
    this.toSkip = 0;
  }

  private close(): void {
    const { destination } = this.state;
    const outer = this.stack.pop();
    if (outer) this.state = outer;
    this.toSkip = 0;
    if (destination === BOX && this.state.destination !== BOX) this.endBox();
    if (destination === this.state.destination) return;
    this.endDestination(destination, this.collected.trim());
    this.collected = '';
  }

  private endDestination(destination: string, text: string): void {
    if (destination === 'fldinst') {
      const url = /HYPERLINK\s+(?:\\l\s+)?"?([^"\s]+)"?/.exec(text)?.[1];
      if (url && /^[a-z]+:|\./i.test(url)) this.out.addLink(url);
    } else if (destination === 'listtext' || destination === 'pntext') {
      if (text && !/\p{L}|\d/u.test(text)) this.out.startWith('• ');
      else if (text) this.out.add(`${text} `);
    } else if ((destination === 'author' || destination === 'title') && text) this.properties[destination] = text;
    else if (destination === 'annotation') this.beside.push({ text, longIsUsual: true });
    else if (BESIDE.has(destination)) this.beside.push({ text });
    else if (destination === 'header' || destination === 'footer') this.breakLine();
  }

  private flushBytes(): void {
    if (this.bytes.length === 0) return;
    const { bytes } = this;
    this.bytes = [];
    const charset = this.fonts.get(this.state.font) ?? 0;
    const text =
      charset === SYMBOL_CHARSET
        ? bytes.map((b) => String.fromCharCode(0xf000 + b)).join('')
        : this.decode(bytes, CHARSETS[charset] ?? this.codePage);
    this.text(text);
  }

  private text(text: string): void {
    const { destination } = this.state;
    if (destination === 'skip') return;
    if (destination === 'fonttbl') return;
    if (destination === 'colortbl') this.colour(text);
    else if (destination === 'stylesheet') this.styleName(text);
    else if (!WRITTEN.has(destination)) this.collected += text;
    else if (this.state.deleted) this.addDeleted(text);
    else this.out.add(text, { bold: this.state.bold, size: this.state.size, hidden: this.hiddenReason() });
  }

  private addDeleted(text: string): void {
    const last = this.beside.at(-1);
    if (last?.longIsUsual) last.text += text;
    else this.beside.push({ text, longIsUsual: true });
  }

  private hiddenReason() {
    if (this.state.hidden) return 'hidden-run' as const;
    if (this.state.size <= SMALLEST_READABLE) return 'tiny' as const;
    const colour = this.colours[this.state.colour];
    const ground = this.state.ground > 0 ? this.colours[this.state.ground] : WHITE;
    return colour && ground && looksAlike(colour, ground) ? ('same-colour' as const) : null;
  }

  private colour(text: string): void {
    for (const c of text) {
      if (c !== ';') continue;
      const { red, green, blue } = this.rgb;
      this.colours.push(red < 0 ? null : [red, Math.max(0, green), Math.max(0, blue)]);
      this.rgb = { red: -1, green: -1, blue: -1 };
    }
  }

  private styleName(text: string): void {
    if (/^\s*(heading|titre|title|überschrift|subtitle|sous-titre)/i.test(text)) this.headings.add(this.state.style);
  }

  private word(name: string, value: number | null): void {
    if (name === '*') {
      this.optional = true;
      return;
    }
    if (this.atGroupStart && this.beginDestination(name)) return;
    if (this.state.destination === 'skip') return;
    const symbol = SYMBOLS[name];
    if (symbol !== undefined) this.text(symbol);
    else if (name === 'u' && value !== null) this.unicode(value);
    else this.control(name, value);
  }

  /** True when the word names what its group holds. */
  private beginDestination(name: string): boolean {
    if (name === BOX) this.beginBox();
    else if (KEPT.has(name)) this.state.destination = name;
    else if (/^header[lrf]?$|^footer[lrf]?$/.test(name)) this.state.destination = name.slice(0, 6);
    else if (this.state.destination === 'info') this.state.destination = name;
    else if (SKIPPED.has(name)) this.state.destination = 'skip';
    else if (this.optional && !['cs', 'hyphsect', 'footnote'].includes(name)) {
      // An optional group that isn't known is passed over; inside a style sheet it is only a kind of style.
      if (this.state.destination !== 'stylesheet') this.state.destination = 'skip';
    } else return false;
    return true;
  }

  private unicode(value: number): void {
    this.text(String.fromCharCode(value < 0 ? value + 65536 : value));
    this.toSkip = this.state.skip;
  }

  private control(name: string, value: number | null): void {
    const s = this.state;
    const isOn = value !== 0;
    if (name === 'par' || name === 'line' || name === 'row' || name === 'sect' || name === 'page') this.endLine();
    else if (name === 'cell' || name === 'nestcell') this.cell();
    else if (name === 'pard') this.paragraphDefaults();
    else if (name === 'plain')
      Object.assign(s, { bold: false, size: 12, colour: 0, ground: 0, hidden: false, deleted: false });
    else if (name === 'b') s.bold = isOn;
    else if (name === 'v') s.hidden = isOn;
    else if (name === 'deleted') s.deleted = isOn;
    else if (name === 'fs' && value !== null) s.size = value / 2;
    else if (name === 'cf') s.colour = value ?? 0;
    else if (name === 'cb' || name === 'highlight' || name === 'chcbpat' || name === 'cbpat' || name === 'clcbpat')
      s.ground = value ?? 0;
    else if (name === 'uc') s.skip = Math.max(0, value ?? 1);
    else if (name === 'ansicpg') this.codePage = value ?? 1252;
    else if (name === 'f') s.font = value ?? 0;
    else if (name === 'fcharset' && s.destination === 'fonttbl') this.fonts.set(s.font, value ?? 0);
    else if (name === 's' || name === 'cs') s.style = value ?? 0;
    else if (name === 'red' || name === 'green' || name === 'blue') this.rgb[name] = value ?? 0;
    if (name === 's' && (s.destination === 'text' || s.destination === BOX))
      this.out.heading = this.headings.has(s.style);
  }

  private paragraphDefaults(): void {
    this.state.style = 0;
    this.state.ground = 0;
    this.out.heading = false;
  }

  private endLine(): void {
    if (WRITTEN.has(this.state.destination)) this.breakLine();
  }

  /** Boxes follow the paragraph in which they are anchored. */
  private breakLine(): void {
    this.out.endLine();
    if (this.out !== this.builder) return;
    for (const box of this.boxes) {
      this.out.lines.push(...box.lines);
      this.out.hidden.push(...box.hidden);
      this.out.links.push(...box.links.map(({ url }) => ({ url, page: 1 })));
    }
    this.boxes = [];
  }

  private beginBox(): void {
    this.around.push(this.out);
    this.out = new LineBuilder();
    this.state.destination = BOX;
  }

  private endBox(): void {
    this.out.endLine();
    this.boxes.push(this.out);
    this.out = this.around.pop() ?? this.builder;
  }

  /** A cell's last paragraph ends its line: cells are read one after the other. */
  private cell(): void {
    this.breakLine();
  }
}
