import type { Certification, Profile, Project } from '../../profile';
import { findPeriods, withoutPeriods, type FoundPeriod } from '../dates';
import { evidenceOf } from '../evidence';
import { fold, key, trimEnds } from '../text';
import { itemsOf, type Item } from './items';
import type { Row } from './rows';
import { LICENCE_CATEGORY, LICENCE_WORDS } from './vocabulary/personal';

const ISSUED_BY =
  /^(?:issued by|awarded by|délivrée? par|ausgestellt von|expedido por|rilasciato da|uitgegeven door)\s*:?\s+(.+)$/iu;

/** Words between a certificate and its date; of two dates the first is the day it was given. */
const GIVEN =
  /[,\s–—|:(-]*\b(?:obtenue?s?|delivree?s?|passee?s?|obtained|issued|awarded|earned|completed|erworben|obtenid[oa]|conseguit[oa]|behaald)(?:\s+(?:en|le|in|on|im|am|el|nel|il))?$/;
const EXPIRES =
  /[,\s–—|:(-]*\b(?:validite|valable|valide|expire|echeance|valid|expires|expiry|gultig|valido|valida|geldig|renouvellement|recyclage)(?:\s+(?:jusqu'en|jusqu'au|jusque|until|till|through|bis|hasta|fino al|tot|en|le|in|on))?$/;
/** What stands behind a dash or a comma without having issued anything: « Solutions Architect – Associate ». */
const GRADE =
  /^(?:associate|professional|practitioner|foundation|foundations|expert|specialist|specialty|fundamentals|advanced|intermediate|beginner|master|niveau .*|level .*|stufe .*|cat(?:egorie|egory|\.)? .*|option .*|base|initial|recyclage|score .*|mention .*|\d.*)$/;

/** Certifications: « Google Ads Search, Google (2017) » is name, issuer, date. */
export function readCertifications(rows: readonly Row[], referenceDate: string): Certification[] {
  const found: Certification[] = [];
  const own = rows.filter((row) => !isLicence(row.text) || listed(row.text).length > 1);
  for (const item of itemsOf(own).flatMap(apart)) {
    const periods = findPeriods(item.text, referenceDate);
    const { text, date } = dated(item.text, periods);
    if (!text || text.length > 140) {
      const last = found.at(-1);
      if (!text && last && !last.date && periods[0]?.end) last.date = periods[0].end;
      continue;
    }
    const by = ISSUED_BY.exec(text);
    const above = found.at(-1);
    if (by && above && !above.issuer) {
      above.issuer = by[1];
      above.evidence.issuer = evidenceOf(item.rows, item.text);
      continue;
    }
    const [name, issuer] = parted(text);
    const evidence = evidenceOf(item.rows, item.text);
    found.push({
      name,
      issuer,
      date,
      evidence: { name: evidence, ...(issuer && { issuer: evidence }), ...(date && { date: evidence }) },
    });
  }
  return found.filter((one) => one.name.length > 1);
}

/** "APICS CSCP (2021); Lean Six Sigma Green Belt (2020)": several in one row. */
function apart(item: Item): Item[] {
  const parts = listed(item.text);
  const isList = parts.every((part) => /^\p{Lu}/u.test(part));
  return isList ? parts.filter((part) => !isLicence(part)).map((text) => ({ ...item, text })) : [item];
}

/** A driving licence and its categories are read by themselves; « Carnet de manipulador » is none. */
function isLicence(text: string): boolean {
  const match = LICENCE_WORDS.exec(fold(text));
  return match?.index === 0 && text.slice(match[0].length).search(LICENCE_CATEGORY) >= 0;
}

/** « FIMO 2016, FCO 2021 – ADR base – CACES R489 »: three dashes part certificates, one parts a certificate from who gave it. */
function listed(text: string): string[] {
  const parts = text.split(/\s*;\s+/).filter(Boolean);
  if (parts.length > 1) return parts;
  const dashed = text.split(/\s+[–—|•]\s+/).filter(Boolean);
  return dashed.length > 3 ? dashed.flatMap((part) => part.split(/(?<=(?:19|20)\d{2}\)?),\s+/)) : [text];
}

/** « SST délivré par l’INRS en », what stood behind it cut off. */
const ISSUED_IN =
  /^(.{2,}?)[,\s–—|:(-]*\s(?:issued by|awarded by|délivrée? par|ausgestellt von|expedido por|rilasciato da|uitgegeven door)\s+(?:l['’]|la |le |the )?(.{2,60}?)(?:\s+(?:en|le|in|on|im|am|el|nel|il))?$/iu;

function parted(text: string): [string, string | null] {
  const issued = ISSUED_IN.exec(text);
  if (issued) return [trimEnds(issued[1]), trimEnds(issued[2])];
  const match = /^(.{2,}?)(?:\s+[–—|-]\s+|,\s+)([^,–—|]{2,60})$/.exec(text);
  // « CACES R482 A, B1, C1 »: categories.
  const isCode = match !== null && /^\p{Lu}{0,2}\d?\p{Lu}?$/u.test(match[2]);
  return match && !isCode && !GRADE.test(fold(match[2]))
    ? [trimEnds(match[1]), trimEnds(match[2])]
    : [trimEnds(text), null];
}

/** The text without its dates and the words that introduce them; the day of its end is not the day it was given. */
function dated(text: string, periods: readonly FoundPeriod[]): { text: string; date: string | null } {
  const first = periods[0];
  const before = first ? fold(text.slice(0, first.index)).trimEnd() : '';
  const ends = EXPIRES.test(before);
  const plain = withoutPeriods(text, periods).replace(/\t/g, ' – ');
  const word = GIVEN.exec(fold(plain)) ?? EXPIRES.exec(fold(plain));
  const date = ends ? null : (first?.end ?? first?.start ?? null);
  return { text: trimEnds(word && word.index > 1 ? plain.slice(0, word.index) : plain), date };
}

/** Projects: a short row names one, the rows below describe it. */
export function readProjects(rows: readonly Row[], referenceDate: string): Project[] {
  const found: Project[] = [];
  let used: Row[] = [];
  const close = (description: string[]) => {
    const last = found.at(-1);
    if (last && description.length > 0) {
      last.description = [...(last.description ? [last.description] : []), ...description].join('\n');
      last.evidence.description = evidenceOf(used, description.join(' '));
    }
    used = [];
  };
  let description: string[] = [];
  rows.forEach((row, i) => {
    const styled = row.bold || row.heading || rows[i + 1]?.bullet === true || row.gapAbove || i === 0;
    const opens = !row.bullet && styled && row.text.length <= 90 && !/\.$/.test(row.text);
    if (!opens) {
      description.push(row.text.replace(/\t/g, ' '));
      used.push(row);
      return;
    }
    close(description);
    description = [];
    const text = trimEnds(withoutPeriods(row.text, findPeriods(row.text, referenceDate)).replace(/\t/g, ' – '));
    const url = /(?:https?:\/\/|www\.)\S+/.exec(text)?.[0] ?? null;
    const whole = trimEnds(url ? text.replace(url, '') : text);
    const [name, about] = /^(.{2,40}?)\s*:\s+(.+)$/.exec(whole)?.slice(1) ?? [whole, null];
    if (name) found.push({ name, description: about, url, evidence: { name: evidenceOf([row], row.text) } });
  });
  close(description);
  return found;
}

export function readInterests(rows: readonly Row[]): Profile['interests'] {
  const found: Profile['interests'] = [];
  for (const item of itemsOf(rows)) {
    for (const part of item.text.split(/\t|,(?![^(]*\))\s*|\s*[;|•·]\s*|\s[–—]\s/)) {
      const name = trimEnds(part);
      if (!name || name.length > 80 || found.some((one) => key(one.name) === key(name))) continue;
      found.push({ name, evidence: { name: evidenceOf(item.rows, item.text) } });
    }
  }
  return found;
}
