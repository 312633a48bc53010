import type { RowSection as Section } from '../../extract';
import type { Profile } from '../../profile';
import { key } from '../text';
import { OTHER_DOCUMENT_WORDS } from './vocabulary/personal';

/** Points of another kind of document from which, with no sign of a CV, the document is refused. */
const STRONG = 4;

export type CvVerdict = 'cv' | 'doubtful' | 'other';

/** Judges whether this is a CV at all: its sections and entries speak for it, words of invoices and letters against. */
export function verdict(sections: readonly Section[], profile: Profile, text: string): CvVerdict {
  const kinds = new Set(sections.map((section) => section.kind));
  const headed = ['experience', 'education', 'skills', 'languages'].filter((kind) =>
    kinds.has(kind as Section['kind']),
  ).length;
  const entries = profile.experiences.length + profile.education.length;
  if (headed >= 2 || entries >= 2) return 'cv';
  if (headed >= 1 && entries >= 1) return 'cv';
  const folded = key(text.slice(0, 20_000));
  const points = OTHER_DOCUMENT_WORDS.reduce((sum, [pattern, value]) => (pattern.test(folded) ? sum + value : sum), 0);
  if (headed === 0 && entries === 0 && points >= STRONG) return 'other';
  return headed === 0 && entries === 0 ? 'doubtful' : points >= STRONG ? 'doubtful' : 'cv';
}
