import type { Locale } from '../../errors';

export interface ComparisonWords {
  eyebrow: string;
  candidates: (count: number) => string;
  tied: (names: string[]) => string;
  apart: string;
  nothingApart: string;
  changes: string;
  change: (who: string, above: string, labels: string[], needs: 'any' | 'all') => string;
  noChange: string;
}

const fr: ComparisonWords = {
  eyebrow: 'Comparaison',
  candidates: (count) => `${count} candidatures côte à côte`,
  tied: (names) => `à égalité avec ${names.join(', ')} : mêmes points, autant d’indispensables manquants`,
  apart: 'Ce qui les distingue le plus',
  nothingApart: 'Aucun critère ne les distingue.',
  changes: 'Ce qui changerait l’ordre',
  change: (who, above, labels, needs) =>
    `${who} passerait devant ${above} si une personne confirmait ${needs === 'all' ? 'ensemble' : labels.length > 1 ? 'l’un de ces critères' : 'ce critère'} : ${labels.map((label) => `« ${label} »`).join(', ')}.`,
  noChange: 'Aucun critère ouvert ou manquant ne suffirait à changer l’ordre.',
};

const en: ComparisonWords = {
  eyebrow: 'Comparison',
  candidates: (count) => `${count} candidates side by side`,
  tied: (names) => `level with ${names.join(', ')}: the same points, as many must-haves missing`,
  apart: 'What sets them apart most',
  nothingApart: 'No criterion sets them apart.',
  changes: 'What would change the order',
  change: (who, above, labels, needs) =>
    `${who} would come before ${above} if a person confirmed ${needs === 'all' ? 'all of these' : labels.length > 1 ? 'one of these' : 'this'}: ${labels.map((label) => `“${label}”`).join(', ')}.`,
  noChange: 'No open or missing criterion would be enough to change the order.',
};

export const comparisonWords: Record<Locale, ComparisonWords> = { fr, en };
