import { headingKind, type RowSection as Section, rowsIn } from '../../extract';
import type { Evidence, Profile } from '../../profile';
import { evidenceOf } from '../evidence';
import { fold, key, trimEnds, words } from '../text';
import { isSentence } from './entries';
import { withoutLabel } from './place';
import { isKnownPlace } from './slots';
import type { Row } from './rows';
import { bestFirst, candidateOf, explain } from './explain';
import { byText, scoreOf, TITLE_FEATURES } from './score';
import { LICENCE_ALONE, LICENCE_CATEGORY, LICENCE_WORDS, NO_LICENCE, NOT_YET } from './vocabulary/personal';

/** « Emploi recherché : Grutier à tour », "Position sought: Nurse". */
const SOUGHT =
  /^(?:(?:emploi|poste|metier|fonction|profession)s? (?:recherche|vise|souhaite|cible)e?s?|situation (?:professionnelle|actuelle)|(?:position|role|job) (?:sought|wanted)|(?:desired|target) (?:position|role|job)|(?:gesuchte|angestrebte) (?:stelle|position)|puesto (?:deseado|solicitado)|posizione desiderata)\s*[:\t]\s*(.{3,80})$/;

const CONTACT_LIKE = /@|\d{4,}|https?:|www\.|linkedin|github|(?:\d[\s.-]?){8}/i;

/** « 44100 Nantes », « 20095 Hamburg »: a row of contact data, however long it is. */
const ADDRESS = /(?<!\d)\d{5}\s+\p{Lu}/u;
/** « Né le 12 mai 1984 à Lens – Nationalité française »: who somebody is, not what they can do. */
const PERSONAL =
  /^(?:née?(?:\(e\))? le|date de naissance|nationalité|demeurant|born (?:on|in)|date of birth|nationality|geboren)/iu;
/** Longer than this, a row below the name is no title; what stands before its first bar may be one. */
const LONGEST_TITLE = 80;

interface Backed {
  text: string;
  evidence: Evidence;
}

/** The title below (or beside) the name: the first row that is neither contact data nor a sentence. */
export function readHeadline(
  sections: readonly Section[],
  nameRows: readonly Row[],
  fullName: string | null,
): Backed | null {
  const page = sections.flatMap((section) => section.rows).filter((row) => row.page === 1);
  const last = nameRows.at(-1);
  if (!last || !fullName) return null;
  const beside = last.text
    .split(/\t|,\s|\s[|–—-]\s/)
    .map(trimEnds)
    .filter((part) => part && key(part) !== key(fullName) && !key(fullName).includes(key(part)));
  const own = beside.find((part) => scoreOf(TITLE_FEATURES, part) >= 1.5 && !CONTACT_LIKE.test(part));
  if (own) {
    explain(() => ({
      field: 'headline',
      chosen: own,
      decidedBy: 'score',
      candidates: bestFirst(beside.map((text) => candidateOf(TITLE_FEATURES, text, text, [last]))),
    }));
    return { text: own, evidence: evidenceOf([last], last.text) };
  }
  const headings = sections.flatMap(({ heading }) => (heading?.page === 1 ? [heading] : []));
  const sought = [...page, ...headings].find((row) => SOUGHT.test(fold(row.text)));
  if (sought) {
    const text = trimEnds(sought.text.slice(sought.text.search(/[:\t]/) + 1));
    explain(() => ({ field: 'headline', chosen: text, decidedBy: 'label', candidates: [] }));
    return { text, evidence: evidenceOf([sought], sought.text) };
  }
  const header = rowsIn(sections, 'header').filter((row) => row.page === last.page);
  const after = page.filter((row) => row.number > last.number && row.number <= last.number + 4);
  const near = [...after, ...header.filter((row) => !after.includes(row))].filter((row) => !nameRows.includes(row));
  const usable = near.filter(
    (row) =>
      !CONTACT_LIKE.test(row.text) &&
      !row.bullet &&
      !isSentence(row.text) &&
      titleIn(row).length <= LONGEST_TITLE &&
      headingKind(row.text) === null &&
      withoutLabel(row.text) === row.text &&
      !isKnownPlace(row.text),
  );
  const titled =
    usable.find((row) => scoreOf(TITLE_FEATURES, titleIn(row)) >= 2) ??
    usable.find(
      (row) =>
        row.number === last.number + 1 && scoreOf(TITLE_FEATURES, titleIn(row)) >= 0 && words(titleIn(row)).length <= 8,
    );
  if (!titled) {
    // « Data scientist · Paris · 06 … »: the title begins the row of contact data.
    const mixed = near.find((row) => CONTACT_LIKE.test(row.text) && scoreOf(TITLE_FEATURES, firstPart(row)) >= 3);
    if (mixed) return { text: trimEnds(firstPart(mixed)), evidence: evidenceOf([mixed], mixed.text) };
  }
  explain(() => ({
    field: 'headline',
    chosen: titled?.text ?? null,
    decidedBy: titled ? 'score' : 'nothing',
    candidates: bestFirst(usable.map((row) => candidateOf(byText<Row>(TITLE_FEATURES), row, row.text, [row]))),
  }));
  return titled
    ? { text: trimEnds(titleIn(titled).replace(/\t/g, ' ')), evidence: evidenceOf([titled], titled.text) }
    : null;
}

/** « Directeur des opérations | Transformation | … »: of a long row, what stands before its first bar. */
const titleIn = (row: Row) => (row.text.length > LONGEST_TITLE ? firstPart(row) : row.text);
const firstPart = ({ text }: Row) => text.split(/\t|\s[|•·]\s/)[0];

/** The profile section, else the sentences below the name. */
export function readSummary(sections: readonly Section[]): Backed | null {
  const section = sections.find(
    (candidate) => candidate.kind === 'summary' && candidate.rows.some((row) => !CONTACT_LIKE.test(row.text)),
  );
  const rows = section
    ? section.rows.filter((row) => !CONTACT_LIKE.test(row.text) || isSentence(row.text))
    : rowsIn(sections, 'header').filter(
        (row, i, all) =>
          isSentence(row.text) ||
          (i > 0 && all[i + 1] !== undefined && row.text.length > 60 && isSentence(`${row.text} ${all[i + 1].text}`)),
      );
  const plain = rows.filter(
    (row) => !/@/.test(row.text) && (section || !(ADDRESS.test(row.text) || PERSONAL.test(row.text))),
  );
  if (plain.length === 0) return null;
  const text = plain.map((row) => row.text.replace(/\t/g, ' ')).join(' ');
  return text.length >= 20 ? { text, evidence: evidenceOf(plain, text) } : null;
}

interface Said {
  row: Row;
  text: string;
}

/** A heading and its rows; below « Permis » alone, each row says a licence's category. */
function saidIn({ heading, rows }: Section): Said[] {
  const title = heading?.text.trim() ?? '';
  const isLicence = LICENCE_WORDS.exec(fold(title))?.[0].length === title.length && title !== '';
  const said = rows.map((row) => ({ row, text: isLicence ? `${title} ${row.text}` : row.text }));
  return heading ? [{ row: heading, text: heading.text }, ...said] : said;
}

/** « Permis B », "Driving licence: B, BE", « Permis B, C, CE ». */
export function readLicences(sections: readonly Section[]): Profile['drivingLicences'] {
  const said = sections.filter((section) => section.kind !== 'experience').flatMap(saidIn);
  const found: Profile['drivingLicences'] = [];
  said.forEach(({ row, text }) => {
    const match = LICENCE_WORDS.exec(fold(text));
    if (!match || text.length > 120) return;
    const after = text.slice(match.index + match[0].length).split(/\s[–|•]\s|\.\s|;/)[0];
    for (const category of after.matchAll(LICENCE_CATEGORY)) {
      const name = category[1].replace(/[\s+]/g, '').replace(/^E([BC])$/, '$1E');
      const before = after.slice(0, category.index);
      if (NOT_YET.test(fold(after.slice(category.index + category[0].length)))) continue;
      if (/[\p{L}]{4,}/u.test(before.replace(/categor\p{L}*|klasse|class|cat/iu, ''))) break;
      if (!found.some((licence) => licence.category === name))
        found.push({ category: name, evidence: { category: evidenceOf([row], row.text) } });
    }
  });
  return found.length > 0 ? found : licenceAlone(said.map(({ row }) => row));
}

/** Without a category the CV's own words stand for it: « Full clean driving licence ». */
function licenceAlone(rows: readonly Row[]): Profile['drivingLicences'] {
  for (const row of rows) {
    const folded = fold(row.text);
    const match = LICENCE_ALONE.exec(folded);
    if (!match || row.text.length > 60 || NO_LICENCE.test(folded)) continue;
    const category = row.text.slice(match.index, match.index + match[0].length);
    return [{ category, evidence: { category: evidenceOf([row], row.text) } }];
  }
  return [];
}
