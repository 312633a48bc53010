import { ancestors, conceptIndex, conceptOf, mentions, nearnessAt, specificity } from './concepts';
import type { Fact } from './facts';
import { tokenize } from './text';

/** One thing to look for: a known concept, or a word that the lexicon does not know. */
export type Unit = { weight: number } & ({ concept: string } | { stem: string });

/** Words of requirements that ask for nothing by themselves. */
export const FILLER = new Set(
  tokenize(
    `expérience expériences expérimenté maîtrise maîtriser connaissance connaissances bon bonne bonnes solide solides niveau pratique pratiquer compétence compétences
savoir capacité aptitude notion notions exercice fonction métier poste dont deja avoir avoir obtenu obtenue équivalent reconnu reconnue france minimum moins souhaité requis exigé
indispensable impératif plus atout apprécié courant autre autres etc plusieurs formation formations diplôme diplômé titulaire certificat attestation jusqu domaine environnement secteur
responsabilité type gestion gérer suivi suivre tenue tenir traitement traiter réalisation réaliser établissement établir élaboration élaborer préparation préparer mise place
assurer participation participer outil outils logiciel logiciels progiciel technique techniques méthode méthodes travail règles processus courante courants type ans an mois année années opérationnel
experience experienced knowledge good strong solid proven ability able skill skills working level practice track record must required essential preferred welcome bonus
plus least minimum minimum years year yrs month months about around equivalent recognised recognized qualification qualified certificate certified degree diploma
field area sector environment role similar relevant using use production used real really including other several various
manage managing handling handle preparing preparation software tool tools system systems process processes work understanding familiarity familiar proficiency proficient command
background hands daily`,
  ).map((token) => token.stem),
);

export const UNKNOWN_WORD_WEIGHT = 0.4;

/** What a wording asks for. A broader concept is dropped when a narrower one says it already (« conduite super-lourd »: the second only). */
export function unitsOf(text: string): Unit[] {
  const tokens = tokenize(text);
  const found = mentions(text, tokens);
  const covered = new Set(
    found.flatMap((mention) => tokens.map((_, index) => index).slice(mention.from, mention.to + 1)),
  );
  const concepts = [...new Set(found.map((mention) => mention.concept))];
  const narrowest = concepts.filter((id) => !concepts.some((other) => other !== id && ancestors(other).has(id)));
  const words = tokens.filter(
    (token, index) => !covered.has(index) && !FILLER.has(token.stem) && !/^\d+$/.test(token.stem),
  );
  return [
    ...narrowest.map((concept) => ({ concept, weight: specificity(concept) })),
    ...[...new Set(words.map((token) => token.stem))].map((stem) => ({ stem, weight: UNKNOWN_WORD_WEIGHT })),
  ];
}

/** How far a fact speaks of a unit, 0 to 1, before trust in where it stands. */
export function factMatches(fact: Fact, unit: Unit): number {
  if ('stem' in unit) return fact.stems.has(unit.stem) ? 1 : 0;
  return nearestTo(fact, conceptIndex(unit.concept));
}

function nearestTo({ conceptsAt }: Fact, wanted: number): number {
  let best = 0;
  for (const concept of conceptsAt) best = Math.max(best, nearnessAt(concept, wanted));
  return best;
}

/** What two more places add to the best one, of their own strength. */
const PER_FURTHER_PLACE = 0.05;

/** How far facts speak of one unit, 0 to 1: the best mention times the trust in its place, a little more for each of two others. */
function unitIn(facts: Fact[], unit: Unit): number {
  const wanted = 'concept' in unit ? conceptIndex(unit.concept) : null;
  let [first, second, third] = [0, 0, 0];
  for (const fact of facts) {
    const value = (wanted === null ? factMatches(fact, unit) : nearestTo(fact, wanted)) * fact.trust;
    if (value > first) [first, second, third] = [value, first, second];
    else if (value > second) [second, third] = [value, second];
    else if (value > third) third = value;
  }
  return Math.min(1, first + (second * PER_FURTHER_PLACE + third * PER_FURTHER_PLACE));
}

/** Weighted mean over the units of one wording, 0 to 1. */
export function strengthOfUnits(facts: Fact[], units: Unit[]): number {
  if (units.length === 0) return 0;
  const total = units.reduce((sum, unit) => sum + unit.weight, 0);
  return units.reduce((sum, unit) => sum + unitIn(facts, unit) * unit.weight, 0) / total;
}

/** True when a unit belongs to a profession rather than to any of them. */
export function isProfessional(unit: Unit): boolean {
  return 'concept' in unit && !conceptOf(unit.concept)?.transversal;
}
