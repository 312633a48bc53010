import { currentLocale } from '../../errors';

const french = () => currentLocale() === 'fr';

export const notInCv = () => (french() ? 'Le CV ne le dit pas.' : 'Not in the CV.');

/** The search by words finds lines; it understands no question. */
export const linesOnly = () =>
  french()
    ? 'Recherche par mots, sans modèle : voici les lignes qui partagent des mots avec la question. À lire vous-même.'
    : 'Search by words, without a model: these lines share words with the question. Read them yourself.';

export const noLine = () =>
  french()
    ? 'Recherche par mots, sans modèle : aucune ligne ne partage de mot avec la question. Le CV peut le dire autrement.'
    : 'Search by words, without a model: no line shares a word with the question. The CV may say it in other words.';

export const quotesDropped = (count: number) => ({
  code: 'unverified-quote',
  message: french()
    ? `Citations du modèle introuvables dans le CV, donc écartées : ${count}.`
    : `Quotes of the model that do not stand in the CV were left out: ${count}.`,
});

export const answerReplaced = () => ({
  code: 'unverified-answer',
  message: french()
    ? 'La phrase du modèle disait plus que ses citations ; les citations la remplacent.'
    : 'The model’s sentence said more than its quotes; the quotes stand in its place.',
});
