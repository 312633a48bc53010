import { headingKind } from '../../extract';
import { findPeriods } from '../dates';
import { fold, key } from '../text';
import { isFormLabel } from './forms';
import { blocksOf, type Row } from './rows';
import { CONTACT_LABELS, NAME_LABELS } from './vocabulary/personal';

/** Fewest labels of a table without lines. */
const LEAST_LABELS = 4;
/** Longest label, in characters. */
const LONGEST_LABEL = 32;
/** Share of the labels that share their baseline with a text. */
const ALIGNED = 0.9;
/** Share of the labels that say by themselves what they label; columns of a list of skills say nothing. */
const KNOWN = 0.4;
/** Font sizes by which baselines of one row may differ. */
const BASELINE = 0.3;

const isLevel = (a: Row, b: Row) => Math.abs((a.y ?? -1) - (b.y ?? 0)) < BASELINE * (a.size ?? 10);
const isPlaced = (row: Row) => row.x0 !== null && row.x1 !== null && row.y !== null;

/** A date, a heading, or what a form prints before a value. */
function isLabel({ text }: Row, referenceDate: string): boolean {
  if (findPeriods(text, referenceDate).length > 0 || headingKind(text) !== null || isFormLabel(text)) return true;
  return CONTACT_LABELS.includes(key(text)) || NAME_LABELS.test(`${fold(text)}: `);
}

/** Labels beside texts: nearly every label has a text on its baseline, and nothing among the texts is a heading. */
function isGrid(labels: readonly Row[], texts: readonly Row[], referenceDate: string): boolean {
  if (labels[0].page !== texts[0].page || ![...labels, ...texts].every(isPlaced)) return false;
  // Headings stand in the margin with no text beside them, on two rows where the column is narrow.
  const heads = (row: Row) => row.bold || row.upper || headingKind(row.text) !== null;
  const own = labels.filter((row) => !heads(row) || texts.some((text) => isLevel(row, text)));
  if (own.length < LEAST_LABELS || own.some((row) => row.cells.length > 1 || row.text.length > LONGEST_LABEL))
    return false;
  if (own.filter((row) => isLabel(row, referenceDate)).length < KNOWN * own.length) return false;
  const right = Math.max(...own.map((row) => row.x1 ?? 0));
  if (texts.some((row) => (row.x0 ?? 0) <= right || headingKind(row.text) !== null)) return false;
  // Dates beside entries that begin in bold belong to these, wherever they stand: `withMargins` puts them there.
  const isMixed = texts.some((row) => row.bold) && texts.some((row) => !row.bold);
  if (isMixed && own.some((row) => findPeriods(row.text, referenceDate).length > 0)) return false;
  return own.filter((row) => texts.some((text) => isLevel(row, text))).length >= ALIGNED * own.length;
}

function joined(labels: readonly Row[], texts: readonly Row[]): Row[] {
  const { block } = labels[0];
  // Labels may be set flush right; as rows of one table they begin at one edge.
  const x0 = Math.min(...labels.map((row) => row.x0 ?? Infinity));
  const taken = new Set<Row>();
  const rows = labels.map((label) => {
    const text = texts.find((other) => isLevel(label, other));
    if (!text) return label;
    taken.add(text);
    const cells = [...label.cells, ...text.cells];
    return {
      ...label,
      x0,
      cells,
      text: cells.join('\t'),
      bold: text.bold,
      x1: text.x1,
      gapAbove: label.gapAbove || text.gapAbove,
    };
  });
  const rest = texts.filter((text) => !taken.has(text));
  return [...rows, ...rest].sort((a, b) => (a.y ?? 0) - (b.y ?? 0)).map((row) => ({ ...row, block }));
}

/**
 * Tables drawn without lines, of which a reader took the labels for one column and the texts for another: each label is put in front of the text
 * on its baseline. Premise: two columns of running text do not share nine in ten of their baselines.
 */
export function withGrids(rows: readonly Row[], referenceDate: string): Row[] {
  const blocks = blocksOf(rows);
  const taken = new Set<Row[]>();
  return blocks.flatMap((block, i) => {
    if (taken.has(block)) return [];
    const texts = blocks[i + 1];
    if (!texts || !isGrid(block, texts, referenceDate)) return block;
    taken.add(texts);
    return joined(block, texts);
  });
}
