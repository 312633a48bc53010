import { headingKind, key, words, type RowSection as Section } from '../../extract';
import { findPeriods } from '../dates';
import type { Row } from './rows';
import { degreeIn, INSTITUTION_FEATURES, scoreOf } from './score';

/** Heads both: « Formations et habilitations », "Education and certifications". */
function headsBoth({ heading }: Section): boolean {
  const parts = heading ? key(heading.text).split(/ (?:et|and|und|y|e|en) /) : [];
  return parts.length > 1 && parts.some((part) => headingKind(part) === 'certifications');
}

const SCHOOLED = 1.8;
const LONGEST = 90;

/** A row by itself that names neither a degree nor a school, with a date at most: « CACES R482 A (2019) ». */
function isCertificate(row: Row): boolean {
  const [period] = findPeriods(row.text, '2100-01-01');
  if (row.text.length > LONGEST || words(row.text).length < 2 || row.cells.length > 1 || period?.index === 0)
    return false;
  const parts = row.text.split(/,\s|\s[–—|-]\s/);
  return parts.every((part) => degreeIn(part) === null && scoreOf(INSTITUTION_FEATURES, part) < SCHOOLED);
}

/** The studies of a section, and its certificates where the heading promises some. */
export function withoutCertificates(section: Section): { rows: Row[]; certificates: Row[] } {
  const certificates = headsBoth(section) ? section.rows.filter(isCertificate) : [];
  return { rows: section.rows.filter((row) => !certificates.includes(row)), certificates };
}
