import type { Profile } from '../../profile';
import { profileSum, sha256, sortedJson, type DocumentInputs } from '../made';
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

type Stored = { request: LetterRequest; worded: Worded | null; colour: string | null; logo: StoredLogo | null };
type StoredLogo = { data: string; type: 'png' | 'jpg'; width: number; height: number };

/** What a letter was made from, to be stored with the candidate: see `makeAgain`. */
export function letterInputs(
  profile: Profile,
  request: LetterRequest,
  { letter, worded }: { letter: Letter; worded: Worded | null },
  file: { format: LetterFormat; style: LetterStyle; data: Uint8Array },
): DocumentInputs {
  const { colour = null, logo } = file.style;
  const options: Stored = {
    ...{ request, worded, colour },
    logo: logo ? { ...logo, data: Buffer.from(logo.data).toString('base64') } : null,
  };
  const { offer } = request;
  return {
    maker: 'letter',
    format: file.format,
    template: letter.template,
    options: { ...options },
    profileSha256: profileSum(profile),
    offer: offer ? { id: offer.id ?? null, title: offer.title ?? '', sha256: sha256(sortedJson(offer)) } : null,
    model: worded?.model ?? null,
    sha256: sha256(file.data),
  };
}

/** The same letter from what was stored. The model is not asked again: its sentences are among the inputs. */
export async function makeLetterAgain(profile: Profile, made: DocumentInputs): Promise<Buffer> {
  const { request, worded, colour, logo } = made.options as Stored;
  const letter = await composeLetter(profile, request, worded);
  return await renderLetter(letter, made.format as LetterFormat, {
    ...(colour ? { colour } : {}),
    ...(logo ? { logo: { ...logo, data: Buffer.from(logo.data, 'base64') } } : {}),
  });
}
