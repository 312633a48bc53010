import type { Evidence, Experience } from '../../profile';
import { evidenceOf } from '../evidence';
import { fold, key, trimEnds } from '../text';
import { entriesOf, isSentence, type Entry } from './entries';
import { countryOf } from './place';
import type { Row } from './rows';
import { explainPick } from './explain';
import {
  byText,
  EMPLOYER_FEATURES,
  isFigures,
  isTitleWord,
  sameText,
  scoreOf,
  TITLE_FEATURES,
  type Feature,
} from './score';
import { assign, isKnownPlace, looksLikePlace, unitsOf, type Assignment, type Unit } from './slots';
import { EMPLOYER_LABEL, KIND_WORDS, TITLE_LABEL } from './vocabulary/jobs';

/** What splitting at commas must gain over leaving commas alone: they stand inside titles and before places too. */
const COMMA_COST = 0.9;

/** Slots of rows with a label that stand below what was done: far from the period, so that no layout is guessed from them. */
const LATE = 20;

interface Layout {
  units: Unit[][];
  assignment: Assignment | null;
}

const AS_TITLE: readonly Feature<Unit>[] = [
  ...byText<Unit>(TITLE_FEATURES),
  ['stands before “at”', (unit) => unit.beforeAt, 2],
  ['stands after “at”', (unit) => unit.afterAt, -2],
];

const titleFeatures = (headline: string | null): readonly Feature<Unit>[] =>
  headline ? [...AS_TITLE, ['repeats the headline', (unit) => sameText(unit.text, headline), 3]] : AS_TITLE;

function titleScore(headline: string | null) {
  const features = titleFeatures(headline);
  return (unit: Unit): number => scoreOf(features, unit);
}

const AS_EMPLOYER: readonly Feature<Unit>[] = [
  ...byText<Unit>(EMPLOYER_FEATURES),
  ['stands after “at”', (unit) => unit.afterAt, 3],
  ['stands before “at”', (unit) => unit.beforeAt, -2],
  ['has a place beside it', (unit) => Boolean(unit.place), 0.6],
];

const employerScore = (unit: Unit): number => scoreOf(AS_EMPLOYER, unit);

const notAPlace = (part: string) => scoreOf(TITLE_FEATURES, part) >= 1.5 || scoreOf(EMPLOYER_FEATURES, part) >= 1.8;

/** Both ways to read the heads of a section, and the one that explains it better. */
function layoutOf(entries: readonly Entry[], headline: string | null): Layout {
  const read = (commas: boolean): Layout => {
    const units = entries.map((entry) => unitsOf(entry, { commas, at: true }, notAPlace));
    return { units, assignment: assign(units, titleScore(headline), employerScore) };
  };
  const plain = read(false);
  const split = read(true);
  const gain = (split.assignment?.score ?? 0) - (plain.assignment?.score ?? 0);
  return gain > COMMA_COST ? split : plain;
}

/** Title and employer of one entry by the section's layout; swapped or filled where this entry plainly differs. */
function pick(
  all: readonly Unit[],
  assignment: Assignment | null,
  headline: string | null,
): { title: Unit | null; employer: Unit | null } {
  const asTitle = titleScore(headline);
  // A town is neither, unless « chez » says so.
  const units = all.filter((unit) => unit.afterAt || !(isKnownPlace(unit.text) || isFigures(unit.text)));
  const bySlot = (slot: string | undefined) => units.find((unit) => unit.slot === slot) ?? null;
  let title = bySlot(assignment?.first);
  let employer = bySlot(assignment?.second);
  // « Terni, Italia »: a town that no list knows, before its country.
  const after = title ? all[all.indexOf(title) + 1] : null;
  if (title && after && after.row === title.row && countryOf(after.text) && asTitle(title) < 1) title = null;
  if (
    title &&
    employer &&
    asTitle(employer) - employerScore(employer) >= 3 &&
    employerScore(title) - asTitle(title) >= 1
  )
    [title, employer] = [employer, title];
  if (title && !employer && asTitle(title) < 1 && employerScore(title) >= 1.5) [title, employer] = [null, title];
  if (employer && !title && employerScore(employer) < 1 && asTitle(employer) >= 1.5)
    [title, employer] = [employer, null];
  const best = [...units].filter((unit) => unit !== title).sort((a, b) => employerScore(b) - employerScore(a))[0];
  if (employer && best && employerScore(best) >= 2 && employerScore(employer) < 0.3) employer = best;
  const rest = units.filter((unit) => unit !== title && unit !== employer && !isSentence(unit.text));
  title ??= rest.filter((unit) => asTitle(unit) >= 2).sort((a, b) => asTitle(b) - asTitle(a))[0] ?? null;
  employer ??=
    rest
      .filter((unit) => unit !== title && employerScore(unit) >= 1.5)
      .sort((a, b) => employerScore(b) - employerScore(a))[0] ?? null;
  return title && !employer ? (splitAtComma(title) ?? { title, employer }) : { title, employer };
}

/** « Vendeuse, Zara » in an entry whose other lines name no employer. */
function splitAtComma(unit: Unit): { title: Unit; employer: Unit } | null {
  const [first, ...others] = unit.text.split(/,\s+/);
  const rest = others.join(', ');
  const isTitle = scoreOf(TITLE_FEATURES, first) >= 1.5 && scoreOf(TITLE_FEATURES, rest) < 1.5;
  if (!isTitle || !/^[\p{Lu}\d]/u.test(rest)) return null;
  return { title: { ...unit, text: first, whole: first, place: null }, employer: { ...unit, text: rest } };
}

function placeOf(units: readonly Unit[], title: Unit | null, employer: Unit | null): { text: string; row: Row } | null {
  if (employer?.place) return { text: employer.place, row: employer.row };
  const free = units.filter(
    (unit) => unit !== title && unit !== employer && looksLikePlace(unit.text) && !notAPlace(unit.text),
  );
  const found =
    free.find((unit) => isKnownPlace(unit.text)) ??
    free.find((unit) => unit.row === employer?.row || unit.row === title?.row);
  if (found) return { text: found.whole, row: found.row };
  return title?.place ? { text: title.place, row: title.row } : null;
}

function kindOf(text: string): Experience['kind'] {
  const folded = ` ${key(text)} `;
  const found = (Object.entries(KIND_WORDS) as [keyof typeof KIND_WORDS, readonly string[]][]).find(([, list]) =>
    list.some((word) => folded.includes(` ${word} `)),
  );
  return found?.[0] ?? null;
}

/** The rows below the head, a line each, with lines put together again that the column wrapped. */
export function bodyText(rows: readonly Row[]): string | null {
  const lines: string[] = [];
  rows.forEach((row, i) => {
    const text = row.text.replace(/\t/g, ' ');
    const before = rows[i - 1];
    const wraps =
      before !== undefined &&
      !row.bullet &&
      !row.gapAbove &&
      lines.length > 0 &&
      (/^[\p{Ll}(]/u.test(text) || (before.bullet && row.x0 !== null && !/[.!?:;]$/.test(before.text)));
    if (wraps) lines[lines.length - 1] += ` ${text}`;
    else lines.push(text);
  });
  return lines.length > 0 ? lines.join('\n') : null;
}

/** « Norvalis (emballage, 4 200 salariés) »: what an employer does or how large it is; « Intérim (Adecco) » is a name. */
const withoutRemark = (text: string) => text.replace(/(?<=.)\s\((?:\p{Ll}|[^()]*\d)[^()]*\)$/u, '');

function experienceOf(entry: Entry, units: readonly Unit[], title: Unit | null, employer: Unit | null): Experience {
  const used = new Set([title?.row, employer?.row]);
  const place = placeOf(units, title, employer);
  if (place) used.add(place.row);
  const period = entry.period;
  const body = entry.body.filter((row) => !used.has(row) && !entry.periodRows.includes(row));
  const evidence: Record<string, Evidence> = {};
  const back = (field: string, rows: readonly Row[]) => {
    if (rows.length > 0) evidence[field] = evidenceOf(rows, rows.map((row) => row.text).join(' '));
  };
  if (title) back('title', [title.row]);
  if (employer) back('employer', [employer.row]);
  if (place) back('place', [place.row]);
  const start = period ? (period.range ? period.start : period.end) : null;
  if (start) back('start', entry.periodRows);
  if (period?.end || period?.current) back('end', entry.periodRows);
  const description = bodyText(body);
  if (description) back('description', body);
  return {
    employer: employer ? withoutRemark(employer.text) : null,
    title: title ? titleText(title) : null,
    start,
    end: period?.current ? null : (period?.end ?? null),
    current: period?.current ?? false,
    place: place?.text ?? null,
    description,
    kind:
      kindOf([title?.whole, ...units.filter((unit) => unit.row === title?.row).map((unit) => unit.whole)].join(' ')) ??
      (title ? 'job' : null),
    evidence,
  };
}

/** A comma in a title that cutting took for a place (« Responsable qualité, Lyon » is a place; « Chef, Adjoint » is not). */
function titleText(title: Unit): string {
  return title.place && isTitleWord(key(title.place).split(' ')[0]) ? trimEnds(title.whole) : title.text;
}

const covers = (whole: Experience, part: Experience) =>
  (whole.start ?? '9') <= (part.start ?? '0') &&
  (whole.current || (!part.current && (part.end ?? '9') <= (whole.end ?? '0')));

/** An employer with the years of all its posts heads them; it is no post of its own. */
function withoutHeads(list: readonly Experience[]): Experience[] {
  return list.filter((item, i) => {
    const next = list[i + 1];
    const heads = item.title === null && item.employer !== null && item.description === null;
    return !(heads && next?.title && next.employer === item.employer && covers(item, next));
  });
}

/** An employer with the years of all its posts and nothing else: « BNP Paribas, 2010 – 2014 » above « Guichetier, 2010 – 2012 ». */
function headsPosts(
  entries: readonly Entry[],
  at: number,
  units: readonly Unit[][],
): { title: null; employer: Unit } | null {
  const whole = entries[at].period;
  const part = entries[at + 1]?.period;
  const [only, ...others] = units[at].filter((unit) => !isKnownPlace(unit.text));
  if (!whole?.range || !part?.range || !only || others.length > 0 || entries[at].body.length > 0) return null;
  const isTitle = (unit: Unit) => scoreOf(TITLE_FEATURES, unit.text) >= 1.5;
  const below = units[at + 1].filter((unit) => !isKnownPlace(unit.text) && !isFigures(unit.text));
  const covered =
    (whole.start ?? '9') <= (part.start ?? '0') && (whole.current || (part.end ?? '9') <= (whole.end ?? '0'));
  return covered && !isTitle(only) && below.length === 1 && isTitle(below[0]) ? { title: null, employer: only } : null;
}

/** Several posts under one employer: an entry without one takes that of the entry above. */
function inheritEmployer(list: Experience[], entries: readonly Entry[]): void {
  list.forEach((item, i) => {
    const above = list[i - 1];
    if (item.employer || !item.title || !above?.employer || !entries[i].closedAbove) return;
    item.employer = above.employer;
    item.evidence.employer = above.evidence.employer;
  });
}

/** Posts below an employer with the years of all of them, though what was done stands between. */
function inheritHead(list: Experience[], heads: readonly boolean[]): void {
  let head: Experience | null = null;
  list.forEach((item, i) => {
    if (heads[i]) head = item;
    else if (head && item.title && !item.employer && covers(head, item)) {
      item.employer = head.employer;
      item.evidence.employer = head.evidence.employer;
    } else if (item.employer !== head?.employer) head = null;
  });
}

/** Times between posts that a CV accounts for; they are no posts, and no employer stands beside them. */
const NO_POST =
  /^(?:conge (?:parental|maternite|paternite|sabbatique|maladie|formation)|(?:en )?recherche d'emploi|sans emploi|demandeu(?:r|se) d'emploi|chomage|annee sabbatique|annee de cesure|parental leave|maternity leave|paternity leave|career break|gap year|sabbatical|family care|elternzeit|mutterschutz|arbeits?suchend|arbeitslos|sabbatjahr|excedencia|baja maternal|congedo|aspettativa|ouderschapsverlof|loopbaanonderbreking)/;

/** A form's « Employeur : … » below what was done there still says who it was. */
function withLabelled(entry: Entry): Entry {
  const isLabelled = ({ text, cells }: Row) =>
    cells.length === 1 && (EMPLOYER_LABEL.test(fold(text)) || TITLE_LABEL.test(fold(text)));
  const told = new Set(entry.head.map(({ row }) => row));
  const late = entry.body.filter((row) => isLabelled(row) && !told.has(row));
  return { ...entry, head: [...entry.head, ...late.map((row, i) => ({ row, text: row.text, slot: LATE + i }))] };
}

/** The jobs of one experience section. `headline` (the title below the name) helps to tell titles from employers. */
export function readExperiences(rows: readonly Row[], referenceDate: string, headline: string | null): Experience[] {
  const entries = entriesOf(rows, referenceDate).map(withLabelled);
  const { units, assignment } = layoutOf(entries, headline);
  const heads = entries.map((_, i) => headsPosts(entries, i, units));
  const list = entries.map((entry, i) => {
    const { title, employer } = heads[i] ?? pick(units[i], assignment, headline);
    explainPick('experiences.title', units[i], title, assignment?.first, titleFeatures(headline));
    explainPick('experiences.employer', units[i], employer, assignment?.second, AS_EMPLOYER);
    return experienceOf(entry, units[i], title, employer);
  });
  inheritHead(
    list,
    heads.map((head) => head !== null),
  );
  inheritEmployer(list, entries);
  return withoutHeads(list).filter(
    (item) =>
      (item.title ?? item.employer) !== null &&
      !NO_POST.test(fold(item.title ?? item.employer ?? '')) &&
      (item.start !== null || (item.title !== null && item.employer !== null)),
  );
}
