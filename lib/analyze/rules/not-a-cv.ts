import type { RowSection as Section } from '../../extract';
import type { Profile } from '../../profile';
import { key } from '../text';
import { LETTER_WORDS, OTHER_DOCUMENT_WORDS } from './vocabulary/personal';

/** Points of another kind of document from which, with no sign of a CV, the document is refused. */
const STRONG = 4;

export type CvVerdict = 'cv' | 'doubtful' | 'letter' | 'other';

/** Of subject, greeting and close, so many make a letter of a text that has no section and no entry of a CV. */
const LETTER_PARTS = 2;

/** Judges whether this is a CV at all: its person, sections and entries speak for it, words of invoices, offers and letters against. */
export function verdict(sections: readonly Section[], profile: Profile, text: string): CvVerdict {
  const kinds = new Set(sections.map((section) => section.kind));
  const headed = ['experience', 'education', 'skills', 'languages'].filter((kind) =>
    kinds.has(kind as Section['kind']),
  ).length;
  const jobs = profile.experiences.filter((job) => job.start !== null || job.end !== null);
  const entries = jobs.length + profile.education.length;
  const { email, phone } = profile.contact;
  const named = profile.identity.fullName !== null;
  const reachable = email !== null || phone !== null;
  const folded = key(text.slice(0, 20_000));
  const points = OTHER_DOCUMENT_WORDS.reduce((sum, [pattern, value]) => (pattern.test(folded) ? sum + value : sum), 0);
  if (entries >= 2 && (named || reachable || headed >= 2)) return 'cv';
  if (headed >= 1 && entries >= 1 && (named || reachable)) return 'cv';
  if (entries === 0 && headed === 0 && isLetter(folded)) return 'letter';
  // An offer has sections too, but nobody's name and nobody's past.
  if (entries === 0 && (headed === 0 ? points >= STRONG : points > STRONG && !named)) return 'other';
  if (points >= STRONG) return 'doubtful';
  if (headed >= 1 && (named || reachable)) return 'cv';
  if (headed === 0 && entries === 0) return named && reachable && points === 0 ? 'cv' : 'doubtful';
  return named || reachable ? 'cv' : 'doubtful';
}

const isLetter = (folded: string) => LETTER_WORDS.filter((pattern) => pattern.test(folded)).length >= LETTER_PARTS;
