import type { Education, Evidence } from '../../profile';
import { evidenceOf } from '../evidence';
import { fold, key, trimEnds } from '../text';
import { entriesOf, isSentence, type Entry, type RefineLeads } from './entries';
import type { Row } from './rows';
import { explainPick } from './explain';
import { byText, DEGREE_FEATURES, degreeIn, INSTITUTION_FEATURES, scoreOf, type Feature } from './score';
import { assign, isKnownPlace, looksLikePlace, unitsOf, type Assignment, type Unit } from './slots';
import { NOT_OBTAINED } from './vocabulary/degrees';

const COMMA_COST = 0.9;
const AS_DEGREE: readonly Feature<Unit>[] = [
  ...byText<Unit>(DEGREE_FEATURES),
  ['stands after “at”', (unit) => unit.afterAt, -2],
];
const AS_INSTITUTION: readonly Feature<Unit>[] = [
  ...byText<Unit>(INSTITUTION_FEATURES),
  ['stands after “at”', (unit) => unit.afterAt, 2],
  ['has a place beside it', (unit) => Boolean(unit.place), 0.4],
];
const asDegree = (unit: Unit) => scoreOf(AS_DEGREE, unit);
const asInstitution = (unit: Unit) => scoreOf(AS_INSTITUTION, unit);
const notAPlace = (part: string) => scoreOf(DEGREE_FEATURES, part) >= 1.5 || scoreOf(INSTITUTION_FEATURES, part) >= 1.8;

/** « BTS Comptabilité et gestion (lycée Roosevelt, Reims) », « BEP Vente, lycée Weil » where no other row of the entry names a school. */
function withSchool(unit: Unit): Unit[] {
  const match = /^(.{2,}?)(?:\s*\(([^()]{4,80})\)|,\s+([^(),]{4,80}))$/.exec(unit.whole);
  const school = match?.[2] ?? match?.[3] ?? '';
  if (!match || scoreOf(INSTITUTION_FEATURES, school) < 1.5 || scoreOf(DEGREE_FEATURES, match[1]) < 1.5) return [unit];
  const [name, ...town] = school.split(/,\s+/);
  const place = town.length > 0 ? town.join(', ') : null;
  return [
    { ...unit, text: match[1], whole: match[1], place: null },
    { ...unit, text: name, whole: school, place, slot: `${unit.slot}5` },
  ];
}

function studyUnits(entry: Entry, commas: boolean): Unit[] {
  const units = unitsOf(entry, { commas, at: false }, notAPlace);
  const isTold = units.some((unit) => asInstitution(unit) >= 1.5 && asDegree(unit) < 1.5);
  return isTold ? units : units.flatMap(withSchool);
}

function layoutOf(entries: readonly Entry[]): { units: Unit[][]; assignment: Assignment | null } {
  const read = (commas: boolean) => {
    const units = entries.map((entry) => studyUnits(entry, commas));
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
  const best = [...units].filter((unit) => unit !== degree).sort((a, b) => asInstitution(b) - asInstitution(a))[0];
  if (institution && best && asInstitution(best) >= 1.8 && asInstitution(institution) < 0.5) institution = best;
  const rest = units.filter((unit) => unit !== degree && unit !== institution && !isSentence(unit.text));
  degree ??= rest.filter((unit) => asDegree(unit) >= 1.5).sort((a, b) => asDegree(b) - asDegree(a))[0] ?? null;
  institution ??=
    rest
      .filter((unit) => unit !== degree && asInstitution(unit) >= 1.5)
      .sort((a, b) => asInstitution(b) - asInstitution(a))[0] ?? null;
  // What stands in an institution's place without speaking for one: « Concours d’attaché, lauréate ».
  return { degree, institution: institution && asInstitution(institution) < -0.5 ? null : institution };
}

/** Honours and marks beside a degree; they are no field of study. */
const HONOURS =
  /[,;(–-]?\s*(?:mention\s+(?:très bien|assez bien|bien|passable|tb|ab|b)|avec mention|gpa:?\s*[\d.,/ ]+|(?:note|abschlussnote|grade)\s*:?\s*[\d.,/]+|first class honours|2[:.][12])\)?\s*$/iu;

/** Remarks in brackets that are neither a field nor a name: « (mention bien) », « (RNCP niveau 4) », "(Level 3)". */
const REMARK =
  /\s*[([](?:(?:avec )?mention |rncp|niveau |level |stufe |nivel |eqf|cec|bac ?\+ ?\d|with (?:honours|distinction|merit))[^()[\]]*[)\]]\s*$/iu;

const withoutRemark = (text: string) => trimEnds(text.replace(REMARK, '')) || text;

/** "Bachelor of Arts: History", « Diplôme d’État in Infirmier », « BTS Comptabilité »: the degree and its field, each as written. */
export function splitDegree(text: string): { degree: string; field: string | null } {
  const plain = trimEnds(text.replace(HONOURS, ''));
  const parted =
    /^(.{2,60}?)(?:\s*:\s+|\s+[–—-]\s+|,?\s+(?:mention|spécialité|specialite|option|filière|filiere)\s*:?\s+|\s+in\s+)(.{2,})$/iu.exec(
      plain,
    );
  if (parted && degreeIn(parted[1])) return { degree: trimEnds(parted[1]), field: trimEnds(parted[2]) };
  const found = degreeIn(plain);
  if (found?.index !== 0) return { degree: plain, field: null };
  const plainEnd = foldedEnd(plain, found.length);
  const end = plainEnd + (/^\s*\((?:hons?|honours)\.?\)/i.exec(plain.slice(plainEnd))?.[0].length ?? 0);
  const rest = /^\s*,?\s*(?:(?:en|de|of|in|d['’]|:|-)\s*)?(.*)$/u.exec(plain.slice(end))?.[1] ?? '';
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

/** A statement beside a degree, or below a bare one, that is neither institution nor place: its field (« CAP – Cuisine »). */
function fieldUnits(units: readonly Unit[], degree: Unit | null, institution: Unit | null): Unit[] {
  const next = degree ? units[units.indexOf(degree) + 1] : undefined;
  if (!degree || !next || next === institution || isKnownPlace(next.text) || isSentence(next.text)) return [];
  const bare = (degreeIn(degree.text)?.length ?? 0) >= key(degree.text).length - 7;
  const near = next.row === degree.row || (bare && partOf(next.text) === null);
  return near && asInstitution(next) < 1.8 ? [next] : [];
}

/** « Agrégation – Histoire, ENS de Lyon »: a field and the institution behind a comma, beside a degree of their own, are two statements. */
function withFieldsApart(units: readonly Unit[]): Unit[] {
  return units.flatMap((unit, i) => {
    const at = unit.text.lastIndexOf(', ');
    const before = units[i - 1];
    if (at < 0 || before?.row !== unit.row || asDegree(before) < 1.5) return [unit];
    const [field, school] = [unit.text.slice(0, at), unit.text.slice(at + 2)];
    const parts = scoreOf(INSTITUTION_FEATURES, school) >= 1.8 && scoreOf(INSTITUTION_FEATURES, field) < 1;
    if (!parts || scoreOf(DEGREE_FEATURES, field) >= 1.5) return [unit];
    return [
      { ...unit, text: field, whole: field, place: null, slot: `${unit.slot} field` },
      { ...unit, text: school, whole: unit.whole.slice(at + 2) },
    ];
  });
}

interface Read {
  item: Education;
  /** Rows that it was read from. */
  used: Row[];
}

function educationOf(
  entry: Entry,
  units: readonly Unit[],
  { degree, institution }: { degree: Unit | null; institution: Unit | null },
): Read {
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
  const item: Education = {
    institution: institution ? withoutRemark(institution.text) : null,
    degree: split.degree && withoutRemark(split.degree),
    field: split.field && withoutRemark(split.field),
    level:
      whole && !units.some(({ row }) => NOT_OBTAINED.test(fold(row.text))) ? (degreeIn(whole)?.level ?? null) : null,
    start: period?.start ?? null,
    end: period?.end ?? null,
    place,
    evidence,
  };
  return { item, used: [degree, institution, ...extra].flatMap((unit) => (unit ? [unit.row] : [])) };
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
    if (opens)
      entries.push({
        period: null,
        periodRows: [],
        head: [{ row, text: row.text, slot: 0 }],
        body: [],
        closedAbove: false,
      });
    else last.head.push({ row, text: row.text, slot: last.head.length });
  }
  return entries;
}

type Part = 'degree' | 'institution' | null;

function partOf(text: string): Part {
  const degree = scoreOf(DEGREE_FEATURES, text);
  const institution = scoreOf(INSTITUTION_FEATURES, text);
  if (Math.max(degree, institution) < 1.5) return null;
  return degree > institution ? 'degree' : 'institution';
}

/**
 * Rows above the first date that belong to it: an entry has one degree and one institution, and what follows the last date tells which of them stands
 * below the date. The others are studies without a date.
 */
const ownLeads: RefineLeads = (leads, anchor, tail) => {
  const below = tail[0] && !tail[0].row.bullet && tail.length <= 2 ? [partOf(tail[0].rest)] : [];
  const seen = new Set<Part>([...below, ...anchor.rest.split('\t').map(partOf)].filter((part) => part !== null));
  let from = leads.length;
  while (from > 0) {
    const part = partOf(leads[from - 1].rest);
    if (part && seen.has(part)) break;
    if (part) seen.add(part);
    from--;
  }
  return leads.slice(from);
};

/** The studies of one education section, in its order. */
export function readEducation(rows: readonly Row[], referenceDate: string): Education[] {
  const dated = entriesOf(rows, referenceDate, ownLeads);
  const entries = dated.some((entry) => entry.period) ? dated : undated(rows);
  const read = (list: readonly Entry[]) => {
    const { units, assignment } = layoutOf(list);
    return list.map((entry, i) => {
      const parted = withFieldsApart(units[i]);
      const picked = pick(parted, assignment);
      explainPick('education.degree', parted, picked.degree, assignment?.first, AS_DEGREE);
      explainPick('education.institution', parted, picked.institution, assignment?.second, AS_INSTITUTION);
      return educationOf(entry, parted, picked);
    });
  };
  const found = read(entries);
  const used = new Set([...found.flatMap((one) => one.used), ...entries.flatMap((entry) => entry.periodRows)]);
  const more = entries === dated ? read(leftOver(rows, used)) : [];
  return [...found, ...more]
    .filter(({ item }) => item.degree !== null || (item.institution !== null && item.end !== null))
    .sort((a, b) => firstLine(a.item) - firstLine(b.item))
    .map(({ item }) => item);
}

function firstLine(item: Education): number {
  return Math.min(...Object.values(item.evidence).map((one) => one.lines[0]));
}

/** Degrees without a date among dated ones: rows that begin with a degree and belong to no entry, and the row beside them. */
function leftOver(rows: readonly Row[], used: ReadonlySet<Row>): Entry[] {
  // By line: a row that was put together from two is not among the rows themselves.
  const lines = new Set([...used].map((row) => row.number));
  const isFree = (row: Row | undefined): row is Row =>
    row !== undefined && !lines.has(row.number) && !row.bullet && !isSentence(row.text);
  const taken = new Set<Row>();
  return rows
    .filter((row) => isFree(row) && degreeIn(row.text)?.index === 0 && row.text.length < 90)
    .map((row) => {
      const at = rows.indexOf(row);
      const beside = [rows[at - 1], rows[at + 1]].find(
        (other) => isFree(other) && !taken.has(other) && partOf(other.text) === 'institution',
      );
      if (beside) taken.add(beside);
      const head = beside ? [row, beside] : [row];
      return {
        period: null,
        periodRows: [],
        head: head.map((r, i) => ({ row: r, text: r.text, slot: i })),
        body: [],
        closedAbove: false,
      };
    });
}
