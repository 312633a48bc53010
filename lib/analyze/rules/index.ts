import {
  type ExtractedDocument,
  mentionsLanguage,
  type RowSection as Section,
  rowsIn,
  sectionsOf,
} from '../../extract';
import { VivierError } from '../../errors';
import { derive, emptyProfile, type Profile, type Warning } from '../../profile';
import { readAvailability } from './availability';
import { readContact } from './contact';
import { readEducation } from './education';
import { explaining, type ExplanationSink } from './explain';
import { readExperiences } from './experiences';
import { readCertifications, readInterests, readProjects } from './extras';
import { readHeadline, readLicences, readSummary } from './header';
import { readIdentity } from './identity';
import { levelOf, readLanguages } from './languages';
import { withoutFormLabels } from './forms';
import { withGrids } from './grids';
import { withMargins } from './margins';
import { withMixedLanguages } from './mixed-languages';
import { withTableHeads } from './table-heads';
import { verdict } from './not-a-cv';
import { rowsOf, type Row } from './rows';
import { withoutCertificates } from './mixed-studies';
import { withOwnHeadings } from './own-headings';
import { readSkills } from './skills';

export { analyzeStructured } from './structured';
export type { ExplainedCandidate, ExplainedField, ExplanationSink } from './explain';

export interface RulesOptions {
  /** `YYYY-MM-DD`: the day the CV was received; dates « à ce jour » and two-digit years. */
  referenceDate: string;
  /** Told how each scored field was found, with all that was weighed for it. */
  explain?: ExplanationSink;
}

/** Fewest letters that can be a CV at all. */
const LEAST_LETTERS = 20;

/**
 * Reads a CV without a model: fast, free, and the same on every machine. Every value stands in the text, with its evidence.
 * @throws VivierError `empty`, `no-text` when there is nothing to read; `not-a-cv` for what is plainly another kind of document.
 */
export function analyzeWithRules(document: ExtractedDocument, options: RulesOptions): Profile {
  requireText(document);
  const sections = sectionsIn(document, options.referenceDate);
  const profile = explaining(options.explain, () => read(sections, document, options.referenceDate));
  const judged = verdict(sections, profile, document.text);
  // What is written in a mail is a letter until it plainly is a CV.
  const isLetter = judged === 'letter' || (document.origin?.role === 'body' && judged !== 'cv');
  if (isLetter) throw new VivierError('not-a-cv', { fileName: document.fileName, what: 'letter' });
  if (judged === 'other') throw new VivierError('not-a-cv', { fileName: document.fileName });
  if (judged === 'doubtful')
    profile.meta.warnings.push({
      code: 'not-a-cv',
      message: 'No section or entry of a CV was found; check that this document is one.',
    });
  return profile;
}

/** The CV's rows in their sections: tables without lines and margins put together, headings that no list knows found by their looks. */
function sectionsIn(document: ExtractedDocument, referenceDate: string): Section[] {
  const rows = withoutFormLabels(withGrids(rowsOf(document), referenceDate));
  const sections = withTableHeads(sectionsOf(withMargins(rows, referenceDate)));
  return withMixedLanguages(withOwnHeadings(sections, referenceDate));
}

function requireText(document: ExtractedDocument): void {
  const letters = document.lines.reduce((sum, line) => sum + (line.text.match(/\p{L}/gu)?.length ?? 0), 0);
  if (letters >= LEAST_LETTERS) return;
  throw new VivierError(document.bytes === 0 ? 'empty' : 'no-text', { fileName: document.fileName });
}

function read(sections: readonly Section[], document: ExtractedDocument, referenceDate: string): Profile {
  const profile = emptyProfile(referenceDate);
  profile.contact = readContact(sections, document);
  const { identity, nameRows } = readIdentity(sections, profile.contact, {
    referenceDate,
    language: document.language,
  });
  profile.identity = identity;
  const headline = readHeadline(sections, nameRows, identity.fullName);
  const summary = readSummary(sections);
  profile.headline = headline?.text ?? null;
  profile.summary = summary?.text ?? null;
  profile.evidence = {
    ...(headline && { headline: headline.evidence }),
    ...(summary && { summary: summary.evidence }),
  };
  profile.experiences = inSections(sections, ['experience', 'volunteer']).flatMap((section) => {
    const items = readExperiences(section.rows, referenceDate, profile.headline);
    // What somebody is engaged in without a date (« trésorière du club, danse ») is no post.
    return section.kind === 'volunteer'
      ? items.filter((item) => item.start !== null).map((item) => ({ ...item, kind: 'volunteer' as const }))
      : items;
  });
  const studies = inSections(sections, ['education']).map(withoutCertificates);
  profile.education = studies.flatMap(({ rows }) => readEducation(rows, referenceDate));
  profile.skills = readSkills(rowsIn(sections, 'skills'), document.language);
  profile.languages = readLanguages(languageRows(sections));
  const certificates = [...studies.flatMap((section) => section.certificates), ...rowsIn(sections, 'certifications')];
  profile.certifications = readCertifications(certificates, referenceDate);
  profile.projects = readProjects(rowsIn(sections, 'projects'), referenceDate);
  profile.interests = readInterests(rowsIn(sections, 'interests'));
  profile.drivingLicences = readLicences(sections);
  const availability = readAvailability(sections, referenceDate);
  if (availability) profile.availability = availability;
  return finish(profile, document, referenceDate, document.warnings);
}

/** Adds what is computed, not read: derived facts and where the profile came from. */
export function finish(
  profile: Profile,
  document: ExtractedDocument,
  referenceDate: string,
  warnings: readonly Warning[],
): Profile {
  const done: Profile = {
    ...profile,
    meta: {
      ...profile.meta,
      status: document.meta.status,
      fileName: document.fileName,
      sha256: document.sha256,
      language: document.language,
      warnings: [...warnings],
    },
  };
  return { ...done, derived: derive(done, referenceDate) };
}

/** The language sections; without any, short rows elsewhere that name a language with its level (« Anglais courant »). */
function languageRows(sections: readonly Section[]): Row[] {
  const own = rowsIn(sections, 'languages');
  if (own.length > 0) return own;
  const others = rowsIn(sections, 'skills', 'personal', 'other', 'interests');
  return others.filter((row) => row.text.length <= 40 && mentionsLanguage(row.text) && levelOf(row.text) !== null);
}

function inSections(sections: readonly Section[], kinds: readonly Section['kind'][]): Section[] {
  return sections.filter((section) => kinds.includes(section.kind) && section.rows.length > 0);
}
