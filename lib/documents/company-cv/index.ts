import type { Locale } from '../../errors';
import type { Profile } from '../../profile';
import { cvContent } from './content';
import { layoutDocx } from './docx';
import { stamped } from './stamp';

export interface CompanyCvOptions {
  locale: Locale;
  /** Stands in the head and the foot of every page. */
  companyName?: string;
  /** Initials instead of the name; no contact, place, birth date or year of degree. */
  anonymous?: boolean;
  /** `#rrggbb` for headings and rules; anything else is ignored. */
  colour?: string;
  /** Shown at the top right, 120 × 40 pixels at most. */
  logo?: { data: Uint8Array; type: 'png' | 'jpg'; width: number; height: number };
}

/**
 * A profile as a Word document in the company's own style, to be edited and sent on: name, headline, contact, summary, skills by group, jobs, education,
 * languages. Says only what the profile says. Its dates are the profile's reference date, so that the same input gives the same bytes.
 */
export async function renderCompanyCv(profile: Profile, options: CompanyCvOptions): Promise<Buffer> {
  const content = cvContent(profile, options.locale, options.anonymous ?? false);
  return stamped(await layoutDocx(content, options), profile.meta.referenceDate);
}
