import type { Locale } from '../../errors';

interface AnswerWords {
  title: string;
  found: (people: number) => string;
  understood: string;
  /** When no word of the question became a filter. */
  everybody: string;
  nobody: string;
  quoted: string;
  noQuote: string;
  readOn: string;
}

export const answerWords: Record<Locale, AnswerWords> = {
  fr: {
    title: 'Réponse du vivier',
    found: (people) => `${people} ${people > 1 ? 'personnes' : 'personne'}`,
    understood: 'Compris ainsi',
    everybody: 'Rien de précis : tout le monde est montré.',
    nobody: 'Personne ne correspond. Essayez avec moins de conditions, ou d’autres mots.',
    quoted: 'Ce que dit le CV',
    noQuote: 'Aucune phrase à citer : à vérifier dans le CV.',
    readOn: 'Une recherche n’écarte personne : qui n’est pas dans cette liste a peut-être écrit les choses autrement.',
  },
  en: {
    title: 'Answer from the talent pool',
    found: (people) => `${people} ${people === 1 ? 'person' : 'people'}`,
    understood: 'Understood as',
    everybody: 'Nothing in particular: everybody is shown.',
    nobody: 'Nobody matches. Try fewer conditions, or other words.',
    quoted: 'What the CV says',
    noQuote: 'No sentence to quote: look it up in the CV.',
    readOn: 'A search rules nobody out: whoever is not on this list may have put it differently.',
  },
};
