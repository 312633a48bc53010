import type { Profile } from '../../profile';
import { inputsOf, sha256, sortedJson, type DocumentInputs } from '../made';
import { renderReviewSheet, type PagePicture, type ReviewSheetData } from './index';
import { script } from './script';
import { styles } from './styles';
import { sheetWords } from './words';

type Stored = Omit<ReviewSheetData, 'profile' | 'pictures'> & { pages: number[] };

/** What a review sheet was made from: see `makeAgain`. Its pictures are in the sheet itself, and are not kept a second time. */
export function reviewSheetInputs(
  { profile, pictures = [], ...rest }: ReviewSheetData,
  data: Uint8Array,
): DocumentInputs {
  const { lines, pages, hiddenText, fileName } = rest.document;
  const document = { lines, pages, hiddenText, fileName };
  const stored: Stored = { ...rest, document, pages: pictures.map(({ page }) => page) };
  const version = sha256(sortedJson([styles, script, sheetWords(rest.locale)]));
  const about = { maker: 'review-sheet', format: 'html', template: { name: 'review-sheet', version } };
  return inputsOf(about, profile, stored, data);
}

export function makeReviewSheetAgain(profile: Profile, made: DocumentInputs, sheet: Uint8Array): Buffer {
  const { pages, ...rest } = made.options as unknown as Stored;
  return Buffer.from(renderReviewSheet({ ...rest, profile, pictures: picturesIn(sheet, pages) }), 'utf8');
}

const PICTURE = /<image href="data:image\/png;base64,([A-Za-z0-9+/=]*)"/g;

/** The drawings of the CV's pages, in the order in which the sheet shows them. */
function picturesIn(sheet: Uint8Array, pages: number[]): PagePicture[] {
  const found = [...Buffer.from(sheet).toString('utf8').matchAll(PICTURE)];
  return found.flatMap(([, base64], index) =>
    index < pages.length ? [{ page: pages[index], png: Buffer.from(base64, 'base64') }] : [],
  );
}
