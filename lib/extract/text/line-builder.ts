import type { DraftLine, DraftLink } from '../reader';
import type { HiddenText } from '../types';

export interface TextLook {
  bold?: boolean;
  /** Points. */
  size?: number;
  /** Set when a reader would not see the text. */
  hidden?: HiddenText['reason'] | null;
}

/** Collects runs of text into lines for formats that flow (HTML, RTF, ODT): hidden runs go aside, links point to the line they stand in. */
export class LineBuilder {
  readonly lines: DraftLine[] = [];
  readonly links: DraftLink[] = [];
  readonly hidden: HiddenText[] = [];
  private text = '';
  private letters = 0;
  private boldLetters = 0;
  private size = 0;
  private pending: string[] = [];
  private prefix = '';
  heading = false;
  block = 0;

  add(text: string, look: TextLook = {}): void {
    if (look.hidden) {
      this.addHidden(text, look.hidden);
      return;
    }
    this.text += text;
    const letters = text.trim().length;
    this.letters += letters;
    if (look.bold) this.boldLetters += letters;
    if (letters > 0) this.size = Math.max(this.size, look.size ?? 0);
  }

  /** Whether the line so far shows nothing. */
  get isBlank(): boolean {
    return this.text.trim() === '';
  }

  get endsWithSpace(): boolean {
    return /\s$/.test(this.text) || this.text === '';
  }

  addLink(url: string): void {
    this.pending.push(url);
  }

  /** Text before the next line that shows something, such as a bullet. */
  startWith(prefix: string): void {
    this.prefix = prefix;
  }

  endLine(): void {
    if (!this.isBlank) {
      this.lines.push({
        text: this.prefix + this.text.trim(),
        page: 1,
        block: this.block,
        ...(this.size > 0 && { fontSize: this.size }),
        bold: this.boldLetters * 2 > this.letters,
        ...(this.heading && { heading: true }),
      });
      this.prefix = '';
    }
    const draft = this.lines.length - 1;
    this.links.push(...this.pending.map((url) => ({ url, page: 1, ...(draft >= 0 && { draft }) })));
    this.pending = [];
    this.text = '';
    this.letters = this.boldLetters = this.size = 0;
  }

  addHidden(text: string, reason: HiddenText['reason']): void {
    if (text.trim() === '') return;
    const last = this.hidden[this.hidden.length - 1];
    if (last?.reason === reason) last.text += text;
    else this.hidden.push({ text, page: 1, reason });
  }
}
