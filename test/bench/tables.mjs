/** What a cell shows where there is nothing to measure. */
const NOTHING = '–';
const FIGURE = /^(–|[\d.]+)$/;

/** @param {number | null | undefined} share 0 to 1 */
export const percent = (share) => (share == null ? NOTHING : (100 * share).toFixed(1));

/** @param {number | null | undefined} value @param {number} digits */
export const decimal = (value, digits) => (value == null ? NOTHING : value.toFixed(digits));

export const TEXT_HEAD = ['documents', 'found %', 'clean %', 'order (tau)', 'character errors %', 'median ms'];

/** A group of the text scorer's result as the cells under TEXT_HEAD. */
export const textFigures = ({ n, found, clean, tau, cer, ms }) => [
  n,
  percent(found),
  percent(clean),
  decimal(tau, 3),
  percent(cer),
  decimal(ms, 0),
];

/**
 * A Markdown table; columns of figures are set to the right. Empty without rows: the tables that there are depend on the documents chosen.
 * @param {string[]} head
 * @param {(string | number)[][]} rows
 */
export function table(head, rows) {
  if (rows.length === 0) return '';
  const line = (cells) => `| ${cells.map((cell) => String(cell).replace(/\|/g, '\\|')).join(' | ')} |`;
  const isFigures = (column) => rows.every((row) => FIGURE.test(String(row[column])));
  const rule = head.map((_, column) => (isFigures(column) ? '---:' : '---'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** @param {number[]} values @returns {number | null} the middle one, or the mean of the two in the middle */
export function median(values) {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** « 12 (8–20) »: the median, the least and the most. @param {number[]} values @param {number} digits */
export function spread(values, digits) {
  if (values.length === 0) return NOTHING;
  const [least, most] = [Math.min(...values), Math.max(...values)].map((value) => decimal(value, digits));
  return least === most ? least : `${decimal(median(values), digits)} (${least}–${most})`;
}

/**
 * How a damaged or dangerous file was answered, beside what the corpus expects of it.
 * @param {{status: string, codes: string[]}} expected `status` may name several: "error-or-partial"
 * @param {{status?: string, code?: string | null} | undefined} meta of the result; absent when there is none
 * @returns {'as expected' | 'other code' | 'not as expected'}
 */
export function outcome(expected, meta) {
  const status = meta?.status ?? 'missing';
  if (!expected.status.split('-or-').includes(status)) return 'not as expected';
  const codeMatters = status === 'error' && expected.codes.length > 0;
  return codeMatters && !expected.codes.includes(meta.code ?? '') ? 'other code' : 'as expected';
}

/**
 * @param {{type: string, expect: {status: string, codes: string[]}, meta?: {status?: string, code?: string | null}}[]} files
 * @returns {string} a sentence: how many as expected, and which not
 */
export function outcomes(files) {
  const judged = files.map((file) => ({ ...file, outcome: outcome(file.expect, file.meta) }));
  const others = judged.filter(({ outcome: found }) => found !== 'as expected');
  const count = `Damaged and dangerous files answered as expected: ${files.length - others.length} of ${files.length}.`;
  const list = others.map(({ type, outcome: found, meta }) => {
    const got = [meta?.status ?? 'no result', meta?.code].filter(Boolean).join(', ');
    return `${type} (${found}: ${got})`;
  });
  return list.length > 0 ? `${count} Others: ${list.join('; ')}.` : count;
}
