import { currentLocale } from '../../errors';

export type QualityCode =
  | 'ocr'
  | 'lost-characters'
  | 'empty-pages'
  | 'hidden-text'
  | 'glued-words'
  | 'broken-words'
  | 'partial'
  | 'little-text'
  | 'language-unknown';

type Facts = Record<string, number>;
type Words = (facts: Facts) => string;

/** A whole number of per cent; 1 at least, for what is there at all. */
export const percent = (share: number) => Math.max(1, Math.round(share * 100));
const s = (count: number) => (count > 1 ? 's' : '');

const FRENCH: Record<QualityCode, Words> = {
  ocr: (f) =>
    `${f.pages} page${s(f.pages)} sur ${f.of} ${f.pages > 1 ? 'ont été lues' : 'a été lue'} sur l’image (reconnaissance de caractères, sûre à ${f.confidence} %) : vérifiez les noms, les dates et les chiffres.`,
  'lost-characters': (f) =>
    `Environ ${f.share} % des caractères sont illisibles, car le fichier ne dit pas quelles lettres il montre : comparez avec l’original.`,
  'empty-pages': (f) =>
    `Rien n’a été trouvé sur ${f.pages} page${s(f.pages)} sur ${f.of} : regardez-la dans l’original.`.replace(
      'regardez-la',
      f.pages > 1 ? 'regardez-les' : 'regardez-la',
    ),
  'hidden-text': (f) =>
    `Le fichier contient ${f.pieces} passage${s(f.pieces)} que l’on ne voit pas en le lisant ; ${f.pieces > 1 ? 'ils sont laissés' : 'il est laissé'} de côté et ${f.pieces > 1 ? 'signalés' : 'signalé'} à part.`,
  'glued-words': () => 'Des mots semblent collés les uns aux autres : des espaces se sont sans doute perdus.',
  'broken-words': () => 'Des mots semblent coupés en lettres isolées : certains titres ou noms peuvent être mal lus.',
  partial: () => 'Le document n’a été lu qu’en partie : la suite manque.',
  'little-text': (f) => `Le document ne contient que ${f.letters} lettre${s(f.letters)}, ce qui est peu pour un CV.`,
  'language-unknown': () => 'La langue du document n’a pas pu être reconnue.',
};

const ENGLISH: Record<QualityCode, Words> = {
  ocr: (f) =>
    `${f.pages} of ${f.of} page${s(f.of)} ${f.pages > 1 ? 'were' : 'was'} read from the picture (character recognition, ${f.confidence}% sure): check names, dates and figures.`,
  'lost-characters': (f) =>
    `About ${f.share}% of the characters can’t be read, because the file does not say which letters it shows: compare with the original.`,
  'empty-pages': (f) =>
    `Nothing was found on ${f.pages} of ${f.of} page${s(f.of)}: look at ${f.pages > 1 ? 'them' : 'it'} in the original.`,
  'hidden-text': (f) =>
    `The file has ${f.pieces} passage${s(f.pieces)} that nobody sees when reading it; ${f.pieces > 1 ? 'they are' : 'it is'} kept apart and reported.`,
  'glued-words': () => 'Words seem to run into each other: blanks were probably lost.',
  'broken-words': () => 'Words seem to be cut into single letters: some headings or names may be read wrongly.',
  partial: () => 'Only a part of the document was read: the rest is missing.',
  'little-text': (f) => `The document has only ${f.letters} letter${s(f.letters)}, which is little for a CV.`,
  'language-unknown': () => 'The language of the document could not be told.',
};

export const qualityWords = (code: QualityCode, facts: Facts): string =>
  (currentLocale() === 'fr' ? FRENCH : ENGLISH)[code](facts);
