import { currentCandidateRows, toCandidate } from '../candidates/read';
import { latestText } from '../candidates/reindex';
import { transact, type PoolContext, type Trx } from '../context';
import type { FoundCandidate, MeaningMode, SearchInput, SearchResult } from '../types';
import { notHeld } from '../staff/held';
import { optionalText, page } from '../validate';
import { attempts, type Attempt } from './attempts';
import { saidAvailable } from './availability';
import { readCursor, writeCursor, type Cursor } from './cursor';
import { facetsOf } from './facets';
import { readFilters, type Condition } from './filters';
import { highlightsOf } from './highlights';
import { fuse, meaningOf, type Meaning } from './hybrid';
import type { Compiled } from './query';
import { MOST_COUNTED, rankPage, type RankedPage } from './ranking';

/** As many of each list take part in a hybrid ranking. Who is near comes slower than who has the words, and far down is no longer near. */
const MOST_FUSED = 200;
const MOST_NEAREST = 100;

interface Window {
  limit: number;
  offset: number;
  after: Cursor | null;
}

interface Outcome extends RankedPage {
  attempt: Attempt;
}

/**
 * See TalentPool.candidates.search: first the words as written; only when no CV has them, the last one as a beginning, then words that look
 * alike. With `meaning`, candidates close in meaning are ranked beside those.
 */
export async function searchCandidates(context: PoolContext, input: SearchInput = {}): Promise<SearchResult> {
  const text = optionalText(input.query, 'query', 500) ?? '';
  const window = { ...page(input), after: readCursor(input.after) };
  const filters = [
    ...readFilters(context, input.filters),
    ...(input.withoutHeld === true ? [notHeld('candidate.id')] : []),
  ];
  // The model is asked before the database is held.
  const asked = await meaningOf(input.meaning, text);
  return transact(context, async (trx) => {
    const words = await byWords(context, trx, text, filters, asked.vector ? { ...WHOLE } : window);
    const meaning = asked.vector ? await asked.nearest(context, trx, filters, MOST_NEAREST) : null;
    const ranked = meaning && meaning.ids.length > 0 ? fused(words, meaning, window) : null;
    const shown = ranked ?? (asked.vector ? slice(words, window) : words);
    const candidates = await read(context, trx, shown, input, words.attempt.words);
    const isFull = shown.rows.length === window.limit;
    const total = ranked ? ranked.found : Math.min(words.found, MOST_COUNTED);
    return {
      candidates,
      total,
      totalIsExact: !ranked && words.found <= MOST_COUNTED,
      mode: ranked ? 'hybrid' : words.attempt.mode,
      modes: {
        words: words.attempt.mode !== 'all',
        meaning: modeOf(asked.mode, meaning),
        ...(meaning?.compared === undefined ? {} : { compared: meaning.compared }),
      },
      next: isFull ? nextOf(shown, window, asked.vector !== null) : null,
      ...(input.facets === true
        ? { facets: await facetsOf(trx, [...words.attempt.where, ...filters], words.found) }
        : {}),
    };
  });
}

const WHOLE = { limit: MOST_FUSED, offset: 0, after: null };

const modeOf = (mode: MeaningMode, meaning: Meaning | null): MeaningMode => meaning?.mode ?? mode;

async function byWords(
  context: PoolContext,
  trx: Trx,
  text: string,
  filters: Condition[],
  window: Window,
): Promise<Outcome> {
  let last: Outcome | null = null;
  for await (const attempt of attempts(context, trx, text)) {
    const ranked = await rankPage(trx, attempt, filters, window);
    if (ranked.found > 0 || attempt.mode === 'all') return { ...ranked, attempt };
    if (attempt.mode === 'words') last = { ...ranked, attempt };
  }
  return last ?? { rows: [], found: 0, attempt: NOTHING };
}

const NOTHING = { mode: 'words', where: [], words: null } as unknown as Attempt;

/** By both lists; the rows keep what the words' list knows of them. */
function fused(words: Outcome, meaning: Meaning, window: Window): RankedPage {
  const asked = words.attempt.mode === 'all' ? [] : words.rows.map(({ id }) => id);
  const order = fuse([asked, meaning.ids]);
  const rows = order.map(({ id, score }) => ({ id, rank: score, updated: '' }));
  return slice({ rows, found: rows.length }, window);
}

function slice(ranked: RankedPage, window: Window): RankedPage {
  const start = startOf(window);
  return { rows: ranked.rows.slice(start, start + window.limit), found: ranked.found };
}

const startOf = ({ after, offset }: Window) => (after && 'shown' in after ? after.shown : offset);

function nextOf({ rows }: RankedPage, window: Window, byPlace: boolean): string | null {
  const last = rows.at(-1);
  if (!last) return null;
  if (byPlace) return writeCursor({ shown: startOf(window) + rows.length });
  return writeCursor({ rank: last.rank, updated: last.updated, id: last.id });
}

async function read(
  context: PoolContext,
  trx: Trx,
  { rows }: RankedPage,
  { filters, highlights }: SearchInput,
  words: Compiled | null,
): Promise<FoundCandidate[]> {
  if (rows.length === 0) return [];
  const stored = await currentCandidateRows(
    trx,
    rows.map((row) => row.id),
  );
  const byId = new Map(stored.map((row) => [row.id, row]));
  const found: FoundCandidate[] = rows.flatMap(({ id, rank }) => {
    const row = byId.get(id);
    const candidate = row && toCandidate(context.secrets, row);
    return candidate ? [{ ...candidate, rank, ...saidAvailable(filters, candidate.profile) }] : [];
  });
  if (highlights !== true || !words) return found;
  const texts: string[] = [];
  for (const { candidateId, profile } of found) {
    texts.push((await latestText(trx, context.secrets, candidateId)) ?? profile.summary ?? '');
  }
  const passages = await highlightsOf(trx, texts, words);
  return found.map((one, index) => ({ ...one, highlights: passages[index] }));
}
