import { invalid } from '../validate';

/** Where a page ended: the last row's place in the order (rank, then most recently changed, then id), or how many were shown. */
export type Cursor = { rank: number; updated: string; id: string } | { shown: number };

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MOMENT = /^\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;

/** A text for `after`, which callers hand back as it is. */
export const writeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

/** @throws VivierError `invalid-input` for what `writeCursor` did not write. */
export function readCursor(after: unknown): Cursor | null {
  if (after === undefined || after === null || after === '') return null;
  try {
    const read = JSON.parse(Buffer.from(String(after), 'base64url').toString()) as Record<string, unknown>;
    const { rank, updated, id, shown } = read;
    if (typeof shown === 'number' && Number.isInteger(shown) && shown >= 0) return { shown };
    if (typeof rank === 'number' && typeof updated === 'string' && typeof id === 'string') {
      if (MOMENT.test(updated) && UUID.test(id)) return { rank, updated, id };
    }
  } catch {
    // Not ours: said below.
  }
  throw invalid('after', 'it is not the “next” of a page', 'ce n’est pas le « next » d’une page');
}
