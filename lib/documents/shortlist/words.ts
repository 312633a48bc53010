import type { Locale } from '../../errors';

interface ShortlistWords {
  ranking: string;
  /** Heads of the ranking's columns in a spreadsheet. */
  columns: {
    headline: string;
    band: string;
    lowest: string;
    highest: string;
    years: string;
    missing: string;
    toCheck: string;
    email: string;
    phone: string;
    city: string;
  };
  criterion: string;
  standing: string;
  status: string;
  got: string;
  most: string;
  place: string;
  quote: string;
  howTitle: string;
  how: [string, string][];
  rankOf: (rank: number, name: string) => string;
}

const fr: ShortlistWords = {
  ranking: 'Classement',
  columns: {
    headline: 'Titre du CV',
    band: 'Proximité',
    lowest: 'Score au plus bas',
    highest: 'Score au plus haut',
    years: 'Expérience (années)',
    missing: 'Indispensables non remplis',
    toCheck: 'À vérifier',
    email: 'E-mail',
    phone: 'Téléphone',
    city: 'Ville',
  },
  criterion: 'Critère',
  standing: 'Importance',
  status: 'État',
  got: 'Points obtenus',
  most: 'Points possibles',
  place: 'Endroit du CV',
  quote: 'Ce que dit le CV',
  howTitle: 'Comment lire ce classeur',
  how: [
    ['Classement', 'Une ligne par candidature, dans l’ordre du score. Deux scores égaux ont le même rang.'],
    [
      'Critères',
      'Une ligne par candidature et par critère : l’importance, l’état, les points, la raison et la phrase du CV qui l’appuie. Filtrez sur un critère pour comparer.',
    ],
    ['Score', 'De 0 à 100 : la somme des points obtenus, rapportée aux points possibles.'],
    [
      'Score au plus bas, au plus haut',
      'Ce que deviendrait le score si tout ce qui reste à vérifier manquait, ou était rempli.',
    ],
    ['Non trouvé', 'Le CV ne le dit pas. Cela ne veut pas dire que la personne ne l’a pas : posez la question.'],
  ],
  rankOf: (rank, name) => `${rank}. ${name}`,
};

const en: ShortlistWords = {
  ranking: 'Ranking',
  columns: {
    headline: 'Headline of the CV',
    band: 'Closeness',
    lowest: 'Lowest score',
    highest: 'Highest score',
    years: 'Experience (years)',
    missing: 'Must-haves not met',
    toCheck: 'To check',
    email: 'E-mail',
    phone: 'Phone',
    city: 'Town',
  },
  criterion: 'Criterion',
  standing: 'Importance',
  status: 'State',
  got: 'Points',
  most: 'Points possible',
  place: 'Place in the CV',
  quote: 'What the CV says',
  howTitle: 'How to read this workbook',
  how: [
    ['Ranking', 'A line for each application, in the order of the score. Equal scores have the same rank.'],
    [
      'Criteria',
      'A line for each application and criterion: importance, state, points, reason, and the words of the CV behind it. Filter by a criterion to compare.',
    ],
    ['Score', 'From 0 to 100: the points, out of the points possible.'],
    [
      'Lowest and highest score',
      'What the score would be if all that is still to be checked were missing, or were met.',
    ],
    ['Not found', 'The CV does not say it. That does not mean that the person lacks it: ask.'],
  ],
  rankOf: (rank, name) => `${rank}. ${name}`,
};

export const shortlistWords: Record<Locale, ShortlistWords> = { fr, en };
