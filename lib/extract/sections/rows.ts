import { isUpperCase } from '../text/fold';
import type { ExtractedDocument, TextLine } from '../types';

/** A line as the rules see it: cleaned text, its cells, and what its looks say. */
export interface Row {
  number: number;
  page: number;
  block: number;
  /** Without bullet and icon glyphs; cells parted by tabs. */
  text: string;
  cells: string[];
  bullet: boolean;
  upper: boolean;
  bold: boolean;
  /** The format itself calls it a heading. */
  heading: boolean;
  /** The line below was a rule (-----): plain text's way to mark a heading. */
  ruled: boolean;
  size: number | null;
  /** Read by OCR: sizes and weights are guesses. */
  recognised: boolean;
  x0: number | null;
  x1: number | null;
  y: number | null;
  /** How far to the right the text of its block reaches. */
  edge: number | null;
  /** It begins well to the left of the text of its block: a label or heading in the margin. */
  outdented: boolean;
  /** An empty line, or more white than usual, stands above. */
  gapAbove: boolean;
}

const BULLET = /^\s*(?:[•●▪▫◦‣⁃∙·■□○◆◇➢➤►▶▸✓✔✦✱★❖※\uE000-\uF8FF]\s*|(?:[-–—*+>→»]|o)\s+(?=\S))/u;
const ICONS = /[\uE000-\uF8FF\u{1F300}-\u{1FAFF}\u2600-\u27BF\u260E\u2706\u2709\u25A0-\u25FF]|\uFE0F/gu;
const RULE = /^\s*[-=_*~–—]{3,}\s*$/;
const RATING = /[●○★☆■□▪▫◆◇⬤◯✩]{2,}/gu;

/** « E X P É R I E N C E » → « EXPÉRIENCE »; words are parted by two spaces or a tab. */
export function closeLetterSpacing(text: string): string {
  const tokens = text.trim().split(/\s+/);
  const single = tokens.filter((token) => /^[\p{L}&'’]$/u.test(token)).length;
  if (tokens.length < 4 || single / tokens.length < 0.75) return text;
  return text
    .trim()
    .split(/\s{2,}|\t/)
    .map((part) => part.replace(/\s/g, ''))
    .join(' ');
}

function cellsOf(text: string): string[] {
  return text
    .split(/\t+|\s{3,}/)
    .map((cell) => cell.trim())
    .filter(Boolean);
}

/** Longest row in characters. Paragraphs that are longer go on in rows of the same number, so that no pattern meets text without bound. */
const LONGEST = 600;

function chunks(text: string): string[] {
  if (text.length <= LONGEST) return [text];
  const cut = text.lastIndexOf(' ', LONGEST);
  const at = cut > LONGEST / 2 ? cut : LONGEST;
  return [text.slice(0, at), ...chunks(text.slice(at))];
}

function rowOf(line: TextLine, ruled: boolean, gapAbove: boolean): Row | null {
  const raw = closeLetterSpacing(
    line.text
      .normalize('NFC')
      .replace(/[\u00a0\u202f]/g, ' ')
      .replace(RATING, ' '),
  );
  const bullet = BULLET.test(raw) && !/^\s*[-–+*]\s*\d/.test(raw);
  const text = (bullet ? raw.replace(BULLET, '') : raw)
    .replace(ICONS, ' ')
    .replace(/ {2}(?! )/g, ' ')
    .trim();
  const cells = cellsOf(text);
  if (cells.length === 0) return null;
  return {
    number: line.number,
    page: line.page,
    block: line.block ?? 0,
    text: cells.join('\t'),
    cells,
    bullet,
    upper: isUpperCase(text),
    bold: line.bold ?? false,
    heading: line.heading ?? false,
    ruled,
    size: line.fontSize ?? null,
    recognised: line.confidence !== undefined,
    x0: line.box?.x ?? null,
    x1: line.box ? line.box.x + line.box.width : null,
    y: line.box?.y ?? null,
    edge: null,
    outdented: false,
    gapAbove,
  };
}

/** Sizes that OCR guesses vary from line to line (a line without descenders looks small): white is measured by the page's usual one. */
function steadySizes(lines: readonly TextLine[]): (line: TextLine) => number {
  const usual = new Map<number, number>();
  for (const page of new Set(lines.map((line) => line.page))) {
    const read = lines.filter((line) => line.page === page && line.confidence !== undefined);
    const sizes = read.flatMap((line) => line.fontSize ?? []).sort((a, b) => a - b);
    if (sizes.length > 0) usual.set(page, sizes[Math.floor(sizes.length / 2)]);
  }
  return (line) => {
    const own = line.fontSize ?? 10;
    return line.confidence === undefined ? own : Math.max(own, usual.get(line.page) ?? own);
  };
}

/** The document's lines as rows: rules and empty lines become features of their neighbours. */
export function rowsOf(document: Pick<ExtractedDocument, 'lines' | 'text'>): Row[] {
  const rows: Row[] = [];
  let blank = false;
  const sizeOf = steadySizes(document.lines);
  document.lines.forEach((line, i) => {
    if (!line.text.trim() || (line.text.length < LONGEST && RULE.test(line.text))) {
      blank = true;
      return;
    }
    const before = rows.at(-1);
    const leap =
      before?.y != null && line.box && line.page === before.page && line.block === before.block
        ? line.box.y - before.y > 1.9 * Math.max(sizeOf(line), 6)
        : false;
    const ruled = RULE.test((document.lines[i + 1]?.text ?? '').slice(0, LONGEST));
    chunks(line.text).forEach((text, part) => {
      const row = rowOf({ ...line, text }, ruled, part === 0 && (blank || leap || line.gapBefore === true));
      if (!row) return;
      rows.push(row);
      blank = false;
    });
  });
  return withWrappedLabels(withinBlocks(withLabels(rows)));
}

/** Longest text, in characters, of a label beside its value. */
const LONGEST_LABEL = 30;

/** A cell in the margin and the line on its baseline (« EDV » beside « Word, Excel ») become one row, unless the cell heads more than that line. */
function withLabels(rows: readonly Row[]): Row[] {
  const out: Row[] = [];
  for (let i = 0; i < rows.length; i++) {
    const [label, value, after] = rows.slice(i, i + 3);
    const heads = after && after.block === label.block && after.y !== value?.y && isBeside(label, after, 4);
    if (value && !heads && isBeside(label, value, 0.4) && label.cells.length === 1 && !label.bullet && !value.bullet) {
      const cells = [label.text, ...value.cells];
      out.push({ ...label, cells, text: cells.join('\t'), bold: value.bold, x1: value.x1 });
      i++;
    } else out.push(label);
  }
  return out;
}

/** `value` begins to the right of a short `label`, at most `lines` font sizes above or below it. */
function isBeside(label: Row, value: Row, lines: number): boolean {
  if (label.page !== value.page || label.block !== value.block || label.text.length > LONGEST_LABEL) return false;
  if (label.y === null || value.y === null || label.x1 === null || value.x0 === null) return false;
  return value.x0 > label.x1 && Math.abs(value.y - label.y) < lines * (label.size ?? 10);
}

/** Points by which a margin label stands to the left of the text beside it. */
const OUTDENT = 20;

function withinBlocks(rows: readonly Row[]): Row[] {
  const lefts = new Map<string, number[]>();
  const edges = new Map<string, number>();
  const place = (row: Row) => `${row.page}/${row.block}`;
  for (const row of rows) {
    if (row.x0 === null) continue;
    const inPlace = lefts.get(place(row));
    if (inPlace) inPlace.push(row.x0);
    else lefts.set(place(row), [row.x0]);
    edges.set(place(row), Math.max(row.x1 ?? 0, edges.get(place(row)) ?? 0));
  }
  const usual = new Map(
    [...lefts].map(([block, list]) => [block, list.sort((a, b) => a - b)[Math.floor(list.length / 2)]]),
  );
  return rows.map((row) => ({
    ...row,
    edge: edges.get(place(row)) ?? null,
    outdented: row.x0 !== null && row.x0 < (usual.get(place(row)) ?? 0) - OUTDENT,
  }));
}

/** Lines, in font sizes, between the rows of one label. */
const LABEL_LEADING = 1.7;

/** A heading in the margin that wraps beside its text (« Activités » … « professionnelles »): its rows stand among those of the text. */
function withWrappedLabels(rows: readonly Row[]): Row[] {
  const taken = new Set<Row>();
  const out: Row[] = [];
  rows.forEach((row, i) => {
    if (taken.has(row)) return;
    const rest = rows.slice(i + 2, i + 5).find((other) => !rows[i + 1].outdented && goesOn(row, other));
    if (rest) taken.add(rest);
    out.push(rest ? { ...row, text: `${row.text} ${rest.text}`, cells: [`${row.text} ${rest.text}`] } : row);
  });
  return out;
}

function goesOn(label: Row, rest: Row): boolean {
  if (!label.outdented || !rest.outdented || label.cells.length + rest.cells.length > 2) return false;
  if (label.page !== rest.page || label.block !== rest.block || /\d/.test(label.text + rest.text)) return false;
  if (label.bold !== rest.bold || label.size !== rest.size || label.y === null || rest.y === null) return false;
  return Math.abs((label.x0 ?? 0) - (rest.x0 ?? 0)) < 2 && rest.y - label.y < LABEL_LEADING * (label.size ?? 10);
}

/** Rows in a row of one page and block of the layout. */
export function blocksOf(rows: readonly Row[]): Row[][] {
  const blocks: Row[][] = [];
  for (const row of rows) {
    const last = blocks.at(-1);
    if (last && last[0].page === row.page && last[0].block === row.block) last.push(row);
    else blocks.push([row]);
  }
  return blocks;
}
