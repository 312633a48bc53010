import { mentionsLanguage, namesIn } from '../../extract';
import type { Cefr, Language } from '../../profile';
import { evidenceOf } from '../evidence';
import { fold, key, trimEnds } from '../text';
import type { Row } from './rows';
import { LEVELS } from './vocabulary/languages';

/** Published score bands of the usual tests, mapped to the CEFR by their makers (ETS, British Council, Cambridge, CVCL). */
function byTest(folded: string): Cefr | null {
  const band = (pattern: RegExp, steps: readonly (readonly [number, Cefr])[]): Cefr | null => {
    const score = Number(pattern.exec(folded)?.[1]?.replace(',', '.'));
    return Number.isNaN(score) ? null : (steps.find(([least]) => score >= least)?.[1] ?? 'A1');
  };
  return (
    band(/toeic\D{0,12}(\d{3})/, [
      [945, 'C1'],
      [785, 'B2'],
      [550, 'B1'],
      [225, 'A2'],
    ]) ??
    band(/toefl\D{0,12}([3-6]\d\d)/, [
      [627, 'C1'],
      [543, 'B2'],
      [460, 'B1'],
      [337, 'A2'],
    ]) ??
    band(/toefl\D{0,12}(\d{2,3})/, [
      [95, 'C1'],
      [72, 'B2'],
      [42, 'B1'],
    ]) ??
    band(/ielts\D{0,12}(\d(?:[.,]\d)?)/, [
      [8.5, 'C2'],
      [7, 'C1'],
      [5.5, 'B2'],
      [4, 'B1'],
    ]) ??
    band(/(?:linguaskill|cambridge english scale)\D{0,12}(\d{3})/, [
      [180, 'C1'],
      [160, 'B2'],
      [140, 'B1'],
      [120, 'A2'],
    ]) ??
    band(/celi\D{0,4}([1-5])/, [
      [5, 'C2'],
      [4, 'C1'],
      [3, 'B2'],
      [2, 'B1'],
      [1, 'A2'],
    ]) ??
    band(/bulats\D{0,12}(\d{2,3})/, [
      [90, 'C2'],
      [75, 'C1'],
      [60, 'B2'],
      [40, 'B1'],
      [20, 'A2'],
    ])
  );
}

/** The CEFR level that words stand for; null when they say none. */
export function levelOf(text: string): Cefr | null {
  const folded = key(text);
  if (!folded) return null;
  return LEVELS.find(([pattern]) => pattern.test(folded))?.[1] ?? byTest(fold(text));
}

/** Somebody's mother tongue is a language, though no list knows it: « Éwé (langue maternelle) ». */
const NAMED_NATIVE = /(?<=^|[,;•|\t/]\s*)(\p{Lu}[\p{Ll}’'-]{1,20})(?=\s*(?:[(:–—]|-\s)\s*([^,;|\t()]{4,40}))/gu;

function unlisted(text: string): ReturnType<typeof namesIn> {
  return [...text.matchAll(NAMED_NATIVE)].flatMap((match) => {
    const [, name, level] = match;
    if (mentionsLanguage(name) || levelOf(name) || levelOf(level) !== 'native') return [];
    return [{ name, code: null, index: match.index, end: match.index + name.length }];
  });
}

/** Nothing but a joining word between two names. */
const JOINED = /^\s*(?:et|and|und|y|e|ed|en|&)\s+(?:(?:le|la|l['’])\s*)?$/iu;

function tidyLevel(text: string): string {
  return trimEnds(
    text
      .replace(/\t/g, ' ')
      .replace(/(?<=\p{L})\.\s+\p{Lu}.*$/u, '')
      .replace(/^[\s:(–—._…-]+/u, '')
      .replace(/^(?:niveau|level)\s*:\s*/i, '')
      .replace(/[^\p{L}\p{N})]+$/u, ''),
  );
}

/**
 * Languages of a language section with their level. Each name owns the words up to the next name; a level that stands before its
 * name (« langue maternelle : français ») is taken when none follows.
 */
export function readLanguages(rows: readonly Row[]): Language[] {
  const found: Language[] = [];
  rows.forEach((row, i) => {
    const list = [...namesIn(row.text), ...(row.recognised ? [] : unlisted(row.text))].sort(
      (a, b) => a.index - b.index,
    );
    list.forEach((named, n) => {
      if (
        found.some((language) => key(language.name) === key(named.name) || (named.code && language.code === named.code))
      )
        return;
      // « Français et malgache : langues maternelles » says one level of both.
      const until = (at: number) => row.text.slice(list[at].end, list[at + 1]?.index ?? row.text.length);
      const own = until(n);
      const after = tidyLevel(list[n + 1] && JOINED.test(own) ? until(n + 1) : own);
      const before = n === 0 ? tidyLevel(row.text.slice(0, named.index)) : '';
      const next = rows[i + 1];
      const below =
        !after && next && next.block === row.block && namesIn(next.text).length === 0 && levelOf(next.text)
          ? next
          : null;
      const levelText =
        (levelOf(after) ? after : '') ||
        (levelOf(before) ? before : '') ||
        (below ? tidyLevel(below.text) : '') ||
        after;
      const lines = below && levelText === tidyLevel(below.text) ? [row, below] : [row];
      const evidence = evidenceOf(lines, lines.map((line) => line.text).join(' '));
      const short = levelText.length <= 80 ? levelText : '';
      found.push({
        code: named.code,
        name: named.name,
        level: levelOf(short),
        levelText: short || null,
        evidence: { name: evidence, ...(short && { level: evidence }) },
      });
    });
  });
  return found;
}
