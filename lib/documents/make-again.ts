import { VivierError } from '../errors';
import type { Profile } from '../profile';
import { makeLetterAgain } from './letters';
import type { DocumentInputs } from './made';

type Maker = (profile: Profile, made: DocumentInputs) => Promise<Buffer>;

/** What can be made again, by the name of the maker. */
const MAKERS: Record<string, Maker> = { letter: makeLetterAgain };

/**
 * The same document from the same inputs.
 * @throws VivierError `invalid-input` for a kind of document that can't be made again.
 */
export async function makeAgain(profile: Profile, made: DocumentInputs): Promise<Buffer> {
  if (!Object.hasOwn(MAKERS, made.maker)) throw new VivierError('invalid-input', { what: made.maker });
  return await MAKERS[made.maker](profile, made);
}
