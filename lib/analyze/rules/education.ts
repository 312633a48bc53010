import type { Education, Evidence } from '../../profile';
import { evidenceOf } from '../evidence';
import { fold, key, trimEnds } from '../text';
import { entriesOf, isSentence, type Entry } from './entries';
import type { Row } from './rows';
import { DEGREE_FEATURES, degreeIn, INSTITUTION_FEATURES, scoreOf } from './score';
import { assign, isKnownPlace, looksLikePlace, unitsOf, type Assignment, type Unit } from './slots';

const COMMA_COST = 0.9;
const asDegree = (unit: Unit) => scoreOf(DEGREE_FEATURES, unit.text) - (unit.afterAt ? 2 : 0);
const asInstitution = (unit: Unit) =>
  scoreOf(INSTITUTION_FEATURES, unit.text) + (unit.afterAt ? 2 : 0) + (unit.place ? 0.4 : 0);
const notAPlace = (part: string) => scoreOf(DEGREE_FEATURES, part) >= 1.5 || scoreOf(INSTITUTION_FEATURES, part) >= 1.8;

function layoutOf(entries: readonly Entry[]): { units: Unit[][]; assignment: Assignment | null } {
  const read = (commas: boolean) => {
    const units = entries.map((entry) => unitsOf(entry, commas, notAPlace));
    return { units, assignment: assign(units, asDegree, asInstitution) };
  };
  const plain = read(false);
  const split = read(true);
  return (split.assignment?.score ?? 0) - (plain.assignment?.score ?? 0) > COMMA_COST ? split : plain;
}

function pick(
  units: readonly Unit[],
  assignment: Assignment | null,
): { degree: Unit | null; institution: Unit | null } {
  const bySlot = (slot: string | undefined) => units.find((unit) => unit.slot === slot) ?? null;
  let degree = bySlot(assignment?.first);
  let institution = bySlot(assignment?.second);
  if (
    degree &&
    institution &&
    asDegree(institution) - asInstitution(institution) >= 2 &&
    asInstitution(degree) > asDegree(degree)
  )
    [degree, institution] = [institution, degree];
  if (degree && !institution && asInstitution(degree) >= 1.8 && asDegree(degree) < 1.5)
    [degree, institution] = [null, degree];
  if (institution && !degree && asDegree(institution) >= 1.5) [degree, institution] = [institution, null];
  const rest = units.filter((unit) => unit !== degree && unit !== institution && !isSentence(unit.text));
  degree ??= rest.filter((unit) => asDegree(unit) >= 1.5).sort((a, b) => asDegree(b) - asDegree(a))[0] ?? null;
  institution ??=
    rest
      .filter((unit) => unit !== degree && asInstitution(unit) >= 1.5)
      .sort((a, b) => asInstitution(b) - asInstitution(a))[0] ?? null;
  return { degree, institution };
}

/** "Bachelor of Arts: History", « Diplôme d’État in Infirmier », « BTS Comptabilité »: the degree and its field, each as written. */
export function splitDegree(text: string): { degree: string; field: string | null } {
  const plain = trimEnds(text);
  const parted =
    /^(.{2,60}?)(?:\s*:\s+|\s+[–—-]\s+|,?\s+(?:mention|spécialité|specialite|option|filière|filiere)\s*:?\s+|\s+in\s+)(.{2,})$/iu.exec(
      plain,
    );
  if (parted && degreeIn(parted[1])) return { degree: trimEnds(parted[1]), field: trimEnds(parted[2]) };
  const found = degreeIn(plain);
  if (found?.index !== 0) return { degree: plain, field: null };
  const end = foldedEnd(plain, found.length);
  const rest = /^\s*(?:(?:en|de|of|in|d['’]|:|-)\s*)?(.*)$/u.exec(plain.slice(end))?.[1] ?? '';
  if (!/^\p{Lu}/u.test(rest) || /^\s*[)\d+]/.test(plain.slice(end))) return { degree: plain, field: null };
  return { degree: trimEnds(plain.slice(0, end)), field: trimEnds(rest) };
}

/** Where the first `length` characters of the folded text end in the text itself. */
function foldedEnd(text: string, length: number): number {
  for (let end = 1; end <= text.length; end++) {
    if (key(text.slice(0, end)).length >= length && !/[\p{L}\p{N}]/u.test(text[end] ?? ' ')) return end;
  }
  return text.length;
}

/** Statements beside the degree that are neither institution nor place: its field (« CAP – Cuisine »). */
function fieldUnits(units: readonly Unit[], degree: Unit | null, institution: Unit | null): Unit[] {
  if (!degree) return [];
  return units.filter(
    (unit) =>
      unit !== degree &&
      unit !== institution &&
      unit.row === degree.row &&
      !isKnownPlace(unit.text) &&
      !isSentence(unit.text) &&
      asInstitution(unit) < 1.8 &&
      unitAfter(units, degree, unit),
  );
}

function unitAfter(units: readonly Unit[], degree: Unit, unit: Unit): boolean {
  return units.indexOf(unit) === units.indexOf(degree) + 1;
}

function educationOf(entry: Entry, units: readonly Unit[], degree: Unit | null, institution: Unit | null): Education {
  const extra = fieldUnits(units, degree, institution);
  const whole = degree
    ? [
        degree.place && !isKnownPlace(degree.place) ? degree.whole : degree.text,
        ...extra.map((unit) => unit.text),
      ].join(' - ')
    : null;
  const split = whole ? splitDegree(whole) : { degree: null, field: null };
  const free = units.filter(
    (unit) =>
      unit !== degree &&
      unit !== institution &&
      !extra.includes(unit) &&
      looksLikePlace(unit.text) &&
      isKnownPlace(unit.text),
  );
  const place =
    institution?.place ?? free[0]?.text ?? (degree?.place && isKnownPlace(degree.place) ? degree.place : null);
  const evidence: Record<string, Evidence> = {};
  const back = (field: string, rows: readonly Row[]) => {
    if (rows.length > 0) evidence[field] = evidenceOf(rows, rows.map((row) => row.text).join(' '));
  };
  if (degree) back('degree', [degree.row]);
  if (degree && split.field) back('field', [degree.row]);
  if (institution) back('institution', [institution.row]);
  if (place)
    back(
      'place',
      [(institution?.place ? institution : (free[0] ?? degree ?? institution))?.row].filter(
        (row): row is Row => row !== undefined,
      ),
    );
  const period = entry.period;
  if (period?.start) back('start', entry.periodRows);
  if (period?.end ?? period?.current) back('end', entry.periodRows);
  return {
    institution: institution?.text ?? null,
    degree: split.degree,
    field: split.field,
    level: whole ? (degreeIn(whole)?.level ?? null) : null,
    start: period?.start ?? null,
    end: period?.end ?? null,
    place,
    evidence,
  };
}

/** Studies without any date: each degree, or each pair of degree and institution, is one. */
function undated(rows: readonly Row[]): Entry[] {
  const entries: Entry[] = [];
  for (const row of rows) {
    if (isSentence(row.text)) continue;
    const last = entries.at(-1);
    const isDegree = scoreOf(DEGREE_FEATURES, row.text) >= 1.5;
    const hasDegree = last?.head.some((head) => scoreOf(DEGREE_FEATURES, head.text) >= 1.5);
    const isSchool = scoreOf(INSTITUTION_FEATURES, row.text) >= 1.8;
    const completes = last !== undefined && last.head.length === 1 && (isDegree ? !hasDegree : isSchool && hasDegree);
    const opens = !last || (row.gapAbove && !completes) || last.head.length >= 3 || (isDegree && hasDegree);
    if (opens) entries.push({ period: null, periodRows: [], head: [{ row, text: row.text, slot: 0 }], body: [] });
    else last.head.push({ row, text: row.text, slot: last.head.length });
  }
  return entries;
}

/** The studies of one education section. */
export function readEducation(rows: readonly Row[], referenceDate: string): Education[] {
  const dated = entriesOf(rows, referenceDate);
  const entries = dated.some((entry) => entry.period) ? [...leftOver(rows, dated), ...dated] : undated(rows);
  const { units, assignment } = layoutOf(entries);
  return entries
    .map((entry, i) => {
      const { degree, institution } = pick(units[i], assignment);
      return educationOf(entry, units[i], degree, institution);
    })
    .filter((item) => item.degree !== null || (item.institution !== null && item.end !== null));
}

/** Degrees without a date among dated ones: rows of a body that begin with a degree, and the row beside them. */
function leftOver(rows: readonly Row[], dated: readonly Entry[]): Entry[] {
  const used = new Set(dated.flatMap((entry) => [...entry.head.map((head) => head.row), ...entry.periodRows]));
  const free = rows.filter((row) => !used.has(row) && !isSentence(row.text));
  const degrees = free.filter(
    (row) =>
      !row.bullet &&
      degreeIn(row.text)?.index === 0 &&
      row.text.length < 90 &&
      !/^(?:mention|option)/.test(fold(row.text)),
  );
  return degrees.map((row) => {
    const at = rows.indexOf(row);
    const beside = [rows[at - 1], rows[at + 1]].filter(
      (other) => other && free.includes(other) && scoreOf(INSTITUTION_FEATURES, other.text) >= 1.8,
    );
    return {
      period: null,
      periodRows: [],
      head: [row, ...beside.slice(0, 1)].map((r, i) => ({ row: r, text: r.text, slot: i })),
      body: [],
    };
  });
}
