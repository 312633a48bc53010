import { VivierError } from '../../errors';
import type { Profile } from '../../profile';
import { makeCompanyCvAgain } from '../company-cv/made';
import { makeLetterAgain } from '../letters';
import { makeProfilePageAgain } from '../profile-html';
import { makeReviewSheetAgain } from '../review-sheet/made';
import { makeFilledTemplateAgain } from '../template/made';
import type { DocumentInputs } from './index';

type Maker = (profile: Profile, made: DocumentInputs, stored: Uint8Array) => Promise<Buffer> | Buffer;

/** What can be made again, by the name of the maker. */
const MAKERS: Record<string, Maker> = {
  'company-cv': makeCompanyCvAgain,
  letter: makeLetterAgain,
  'profile-page': makeProfilePageAgain,
  'review-sheet': makeReviewSheetAgain,
  template: makeFilledTemplateAgain,
};

/**
 * The same document from the same inputs: the same bytes, but for the PDF of a person's own Word template, which LibreOffice dates. `stored` is the kept file; only the
 * page pictures of a review sheet are taken out of it, which would otherwise be kept twice.
 * @throws VivierError `invalid-input` for a kind of document that can't be made again.
 */
export async function makeAgain(profile: Profile, made: DocumentInputs, stored: Uint8Array): Promise<Buffer> {
  if (!Object.hasOwn(MAKERS, made.maker)) throw new VivierError('invalid-input', { what: made.maker });
  return await MAKERS[made.maker](profile, made, stored);
}
