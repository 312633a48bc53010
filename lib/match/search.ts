import { ancestors, conceptOf, mentions, nearness, specificity } from './concepts';
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

export interface Hit {
  /** 0 to 1. */
  strength: number;
  facts: Fact[];
}

const NOTHING: Hit = { strength: 0, facts: [] };

/** How far a fact speaks of a unit, 0 to 1, before trust in where it stands. */
export function factMatches(fact: Fact, unit: Unit): number {
  if ('stem' in unit) return fact.stems.has(unit.stem) ? 1 : 0;
  return fact.concepts.reduce((best, concept) => Math.max(best, nearness(concept, unit.concept)), 0);
}

/** The best proof of one unit; being shown in several places adds up to a tenth. */
export function searchUnit(facts: Fact[], unit: Unit): Hit {
  const hits = facts
    .map((fact) => ({ fact, value: factMatches(fact, unit) * fact.trust }))
    .filter((hit) => hit.value > 0)
    .sort((a, b) => b.value - a.value);
  if (hits.length === 0) return NOTHING;
  const best = hits[0].value;
  const breadth = hits.slice(1, 3).reduce((sum, hit) => sum + hit.value * 0.05, 0);
  return { strength: Math.min(1, best + breadth), facts: hits.slice(0, 3).map((hit) => hit.fact) };
}

/** Weighted mean over the units of one wording. */
export function searchUnits(facts: Fact[], units: Unit[]): Hit {
  if (units.length === 0) return NOTHING;
  const hits = units.map((unit) => ({ unit, ...searchUnit(facts, unit) }));
  const total = units.reduce((sum, unit) => sum + unit.weight, 0);
  const strength = hits.reduce((sum, hit) => sum + hit.strength * hit.unit.weight, 0) / total;
  const proofs = hits
    .filter((hit) => hit.strength > 0)
    .sort((a, b) => b.unit.weight * b.strength - a.unit.weight * a.strength);
  return { strength, facts: [...new Set(proofs.flatMap((hit) => hit.facts.slice(0, 1)))] };
}

/** True when a unit belongs to a profession rather than to any of them. */
export function isProfessional(unit: Unit): boolean {
  return 'concept' in unit && !conceptOf(unit.concept)?.transversal;
}
