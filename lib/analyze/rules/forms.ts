import { key } from '../text';
import type { Row } from './rows';
import { isHead } from './table-heads';
import { FORM_LABELS, type FormField } from './vocabulary/forms';

const FIELD_OF = new Map<string, FormField>(
  (Object.entries(FORM_LABELS) as [FormField, readonly string[]][]).flatMap(([field, labels]) =>
    labels.map((label): [string, FormField] => [key(label), field]),
  ),
);

/** What a label names, its remark in brackets apart: « Date (da – a) ». */
const fieldOf = (label: string) => FIELD_OF.get(key(label.replace(/\([^()]*\)?/g, ' ')));

/** Whether forms print it before a value. */
export const isFormLabel = (label: string) => fieldOf(label) !== undefined;

/** The label that the readers of entries know (`TITLE_LABEL`, `EMPLOYER_LABEL`). */
const LABEL: Partial<Record<FormField, string>> = { title: 'Title', employer: 'Employer' };

function plain(row: Row): Row {
  if (row.cells.length < 2 || isHead(row)) return row;
  const field = fieldOf(row.cells[0]);
  if (!field) return row;
  const value = row.cells.slice(1);
  const text = value.join('\t');
  const label = LABEL[field];
  if (label) return { ...row, cells: [`${label}: ${value.join(', ')}`], text: `${label}: ${value.join(', ')}` };
  return { ...row, cells: value, text, bullet: row.bullet || field === 'duties' };
}

/**
 * Rows of a form without its labels: the Europass table of 2002 and its kin print « Date (da – a) », « Datore di lavoro »,
 * "Occupation or position held" before every value. What a value is stays known by the label that the entries' readers look for.
 */
export const withoutFormLabels = (rows: readonly Row[]): Row[] => rows.map(plain);
