import type { Locale } from '../../errors';
import type { CounterfactualResult, GroupRate } from '../../match';

export interface AuditWords {
  eyebrow: string;
  profiles: (count: number) => string;
  swaps: string;
  swapsMethod: string;
  swapsVerdict: (pairs: number, changed: number) => string;
  swapsHead: string[];
  kind: Record<CounterfactualResult['kind'], string>;
  groups: string;
  noGroups: string;
  groupsMethod: (by: 'decision' | 'median', smallest: number, unknown: number) => string;
  groupsHead: string[];
  ratesTitle: string;
  verdict: Record<GroupRate['verdict'], string>;
  risks: string;
  noRisks: string;
  risksHead: string[];
  limitsTitle: string;
  limits: string;
  sourcesTitle: string;
  sources: string;
}

const fr: AuditWords = {
  eyebrow: 'Audit des biais',
  profiles: (count) => `${count} ${count > 1 ? 'profils' : 'profil'}`,
  swaps: 'Échanges contrefactuels',
  swapsMethod:
    'Chaque profil est noté de nouveau avec un autre nom (genre et origine), une autre civilité, un autre âge, une autre adresse, une autre nationalité, une autre situation de famille, une interruption de carrière ou une photo. Rien d’autre ne change : l’écart doit être exactement 0.',
  swapsVerdict: (pairs, changed) =>
    changed === 0
      ? `${pairs} comparaisons : aucun score, aucun critère et aucune fourchette n’a bougé.`
      : `${changed} comparaisons sur ${pairs} ont changé un résultat : c’est une erreur du calcul, à signaler avant tout usage.`,
  swapsHead: ['Ce qui est échangé', 'Comparaisons', 'Changements', 'Plus grand écart'],
  kind: {
    name: 'Nom (genre, origine)',
    gender: 'Civilité',
    age: 'Âge, dates de naissance et de diplôme',
    address: 'Adresse',
    nationality: 'Nationalité',
    family: 'Situation de famille',
    gap: 'Interruption de carrière, congé',
    photo: 'Photo',
  },
  groups: 'Taux de sélection par groupe',
  noGroups: 'Aucun groupe n’a été déclaré : seuls les échanges ont été vérifiés.',
  groupsMethod: (by, smallest, unknown) =>
    `Groupes déclarés par l’utilisateur, jamais transmis au calcul du score. Sélectionné : ${by === 'decision' ? 'la décision prise par une personne' : 'un score au-dessus de la médiane'}. Chaque taux est comparé au plus élevé ; un rapport inférieur à 0,80 est signalé. Les groupes de moins de ${smallest} personnes sont montrés sans être jugés. Intervalles à 95 %.${unknown > 0 ? ` Sans groupe connu : ${unknown}.` : ''}`,
  ratesTitle: 'Part des personnes retenues dans chaque groupe',
  groupsHead: ['Groupe', 'Retenus', 'Taux (Wilson)', 'Rapport (Katz)', 'Constat'],
  verdict: {
    reference: 'référence',
    within: 'au-dessus de 0,80',
    below: 'sous 0,80 : à examiner',
    small: 'trop peu de personnes',
  },
  risks: 'Critères de l’offre',
  noRisks: 'Aucun critère interdit ou à risque n’a été reconnu.',
  risksHead: ['Mots', 'Motif', 'Conseil'],
  limitsTitle: 'Ce que cet audit ne dit pas',
  limits:
    'Il montre des écarts, pas leurs causes, et ne prouve pas l’absence de discrimination. Un écart entre groupes peut venir de l’offre, du vivier ou des décisions ; un rapport supérieur à 0,80 peut cacher une inégalité dans un petit groupe. Les mots d’un CV peuvent trahir un groupe autrement que par les données échangées ici. Une personne doit lire, interroger et décider.',
  sourcesTitle: 'Sources',
  sources:
    'Règle des quatre cinquièmes : 29 CFR 1607.4 D ; New York City, Local Law 144 (2021). Intervalle d’un taux : E. B. Wilson, 1927. Intervalle d’un rapport : Katz, Baptista, Azen et Pike, Biometrics, 1978. Code du travail, art. L1132-1 ; règlement (UE) 2024/1689, annexe III, 4.',
};

const en: AuditWords = {
  eyebrow: 'Bias audit',
  profiles: (count) => `${count} ${count === 1 ? 'profile' : 'profiles'}`,
  swaps: 'Counterfactual swaps',
  swapsMethod:
    'Each profile is scored again with another name (gender and origin), civility, age, address, nationality, family status, a career break or a photo. Nothing else changes: the difference must be exactly 0.',
  swapsVerdict: (pairs, changed) =>
    changed === 0
      ? `${pairs} comparisons: no score, no criterion and no interval moved.`
      : `${changed} of ${pairs} comparisons changed a result: an error of the calculation, to be reported before any use.`,
  swapsHead: ['What is swapped', 'Comparisons', 'Changes', 'Greatest difference'],
  kind: {
    name: 'Name (gender, origin)',
    gender: 'Civility',
    age: 'Age, dates of birth and of degrees',
    address: 'Address',
    nationality: 'Nationality',
    family: 'Family status',
    gap: 'Career break, leave',
    photo: 'Photo',
  },
  groups: 'Selection rates by group',
  noGroups: 'No groups were declared: only the swaps were checked.',
  groupsMethod: (by, smallest, unknown) =>
    `Groups as declared by the user, never given to the scorer. Selected: ${by === 'decision' ? 'the decision that a person took' : 'a score above the median'}. Each rate is compared with the highest; a ratio under 0.80 is flagged. Groups of fewer than ${smallest} people are shown and not judged. Intervals at 95%.${unknown > 0 ? ` Without a known group: ${unknown}.` : ''}`,
  ratesTitle: 'Share of people selected in each group',
  groupsHead: ['Group', 'Selected', 'Rate (Wilson)', 'Ratio (Katz)', 'Finding'],
  verdict: { reference: 'reference', within: 'above 0.80', below: 'under 0.80: look into it', small: 'too few people' },
  risks: 'Criteria of the offer',
  noRisks: 'No forbidden or risky criterion was recognised.',
  risksHead: ['Words', 'Ground', 'Advice'],
  limitsTitle: 'What this audit does not tell',
  limits:
    'It shows differences, not their causes, and proves no absence of discrimination. A difference between groups may come from the offer, the pool or the decisions; a ratio above 0.80 may hide inequality in a small group. The words of a CV may give a group away in other ways than the data swapped here. A person has to read, ask and decide.',
  sourcesTitle: 'Sources',
  sources:
    'Four-fifths rule: 29 CFR 1607.4 D; New York City Local Law 144 (2021). Interval of a rate: E. B. Wilson, 1927. Interval of a ratio: Katz, Baptista, Azen and Pike, Biometrics, 1978. Code du travail, art. L1132-1; Regulation (EU) 2024/1689, annex III, 4.',
};

export const auditWords: Record<Locale, AuditWords> = { fr, en };
