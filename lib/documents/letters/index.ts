import type { Profile } from '../../profile';
import { inputsOf, logoOf, sha256, sortedJson, storedLogo, type DocumentInputs, type StoredPicture } from '../made';
import { composeLetter } from './compose';
import { letterDocx } from './docx';
import { letterMarkdown, letterPage } from './mail';
import { letterPdf } from './pdf';
import type { Letter, LetterRequest, LetterStyle, Worded } from './types';

export { composeLetter } from './compose';
export { mailOf, type Mail } from './mail';
export { missingFrom } from './missing';
export { checkPassage, writeLetter, type WriteOptions, type WrittenLetter } from './write';
export { usualReasons } from './reasons';
export { LETTER_KINDS } from './types';
export type { Letter, LetterKind, LetterRequest, LetterStyle, RemovedSentence, Sender, Worded } from './types';

export const LETTER_FORMATS = ['docx', 'pdf', 'md', 'html'] as const;
export type LetterFormat = (typeof LETTER_FORMATS)[number];

/** The letter as a file: A4 for `docx` and `pdf`, UTF-8 for the others. The same letter gives the same bytes. */
export async function renderLetter(letter: Letter, format: LetterFormat, style: LetterStyle = {}): Promise<Buffer> {
  switch (format) {
    case 'docx':
      return await letterDocx(letter, style);
    case 'pdf':
      return await letterPdf(letter, style);
    case 'md':
      return Buffer.from(letterMarkdown(letter), 'utf8');
    case 'html':
      return Buffer.from(letterPage(letter, style), 'utf8');
  }
}

interface Stored {
  request: LetterRequest;
  worded: Worded | null;
  style: Omit<LetterStyle, 'logo'>;
  logo: StoredPicture | null;
}

/** What a letter was made from, to be stored with the candidate: see `makeAgain`. */
export function letterInputs(
  profile: Profile,
  request: LetterRequest,
  { letter, worded }: { letter: Letter; worded: Worded | null },
  { format, style, data }: { format: LetterFormat; style: LetterStyle; data: Uint8Array },
): DocumentInputs {
  const { logo, ...look } = style;
  const options: Stored = { request, worded, style: look, logo: logo ? storedLogo(logo) : null };
  const { offer } = request;
  const about = {
    ...{ maker: 'letter', format, template: letter.template, model: worded?.model ?? null },
    offer: offer ? { id: offer.id ?? null, title: offer.title ?? '', sha256: sha256(sortedJson(offer)) } : null,
  };
  return inputsOf(about, profile, options, data);
}

/** The same letter from what was stored. The model is not asked again: its sentences are among the inputs. */
export async function makeLetterAgain(profile: Profile, made: DocumentInputs): Promise<Buffer> {
  const { request, worded, style, logo } = storedIn(made);
  const letter = await composeLetter(profile, request, worded);
  return await renderLetter(letter, made.format as LetterFormat, { ...style, ...(logo ? { logo: logoOf(logo) } : {}) });
}

/** Letters that were stored before they had a whole style have a colour alone. */
function storedIn({ options }: DocumentInputs): Stored {
  const { style, colour, ...rest } = options as unknown as Stored & { colour?: string | null };
  return { ...rest, style: style ?? (colour ? { colour } : {}) };
}
