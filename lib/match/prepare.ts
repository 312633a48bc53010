import type { Locale } from '../errors';
import { conceptOf } from './concepts';
import { criteriaOf } from './criteria';
import { offerField, type FieldVector } from './field';
import { lawfulText, risksOf } from './lawful';
import type { CriterionRisk } from './lint';
import { tasksText } from './offer-text';
import { shareOut } from './points';
import { isProfessional, unitsOf, type Unit } from './search';
import type { Criterion, JobOffer } from './types';
import { isOfTrade, wantsOf, type Want } from './wants';
import { localeOf } from './words';

/** An offer read once, to score many profiles against. Plain data: may be kept, not stored. */
export interface PreparedOffer {
  prepared: true;
  offer: JobOffer;
  locale: Locale;
  criteria: Criterion[];
  /** Wordings of the offer that the law forbids or that are risky. */
  risks: CriterionRisk[];
  /** Of each criterion, in eighths of points; they sum to 800. */
  shares: number[];
  /** What to look for, by criterion: alternatives of wordings. */
  wanted: Map<string, Want[][]>;
  /** What the title and the whole text name. */
  titleWants: Want[];
  textWants: Want[];
  /** Professional concepts of the title. */
  titleUnits: Unit[];
  /** The subjects of the whole text, weighted by how often they come up. */
  textUnits: Unit[];
  field: FieldVector;
  /** The professions that most of the offer is about, with their share of the strongest one. */
  core: { unit: Unit; share: number }[];
  /** Months after which practice counts half; null for never. */
  halfAfter: number | null;
  /** The longest experience asked for, in years; 0 when none is. */
  years: number;
}

const CORE_FROM = 0.6;
/** « (F/H) », "(m/f/x)": not words of the title. */
const GENDERS = /\(?\b[HFMXWDN](?:\s?[/-]\s?[HFMXWDN])+\b\)?/gi;

export function prepareOffer(offer: JobOffer): PreparedOffer {
  const criteria = criteriaOf(offer);
  const tasks = tasksText(lawfulText(offer.text));
  const listed = offer.criteria
    ? criteria.filter(({ kind }) => !['title', 'text', 'language', 'question'].includes(kind))
    : [];
  const field = offerField(offer.title, [
    {
      text: listed
        .filter((criterion) => criterion.must)
        .map((criterion) => criterion.label)
        .join('\n'),
      weight: 2,
    },
    { text: tasks, weight: 1 },
  ]).field;
  return {
    prepared: true,
    offer,
    locale: localeOf(offer),
    criteria,
    risks: risksOf(offer),
    shares: shareOut(criteria.map(({ weight }) => weight)),
    wanted: new Map(criteria.map((criterion) => [criterion.id, wantedBy(criterion)])),
    titleWants: wantsOf(offer.title.replace(GENDERS, ' ')),
    textWants: wantsOf(`${offer.title}\n${tasks}`).filter(({ senses }) => senses.length > 0),
    titleUnits: unitsOf(offer.title).filter(isProfessional),
    textUnits: unitsOf(`${offer.title}\n${tasks}`).filter((unit) => 'concept' in unit),
    field,
    core: coreOf(field),
    halfAfter: offer.halfAfterYears ? Math.round(offer.halfAfterYears * 12) : null,
    years: Math.max(0, ...criteria.filter((criterion) => criterion.must).map((criterion) => criterion.years ?? 0)),
  };
}

function wantedBy({ kind, terms = [] }: Criterion): Want[][] {
  const all = terms
    .map((term) => wantsOf(term, { numbers: kind === 'certification' }))
    .filter((wants) => wants.length > 0);
  if (kind !== 'years') return all;
  // « 5 ans en cuisine dont 3 avec responsabilité de poste ou d'équipe »: leading a team elsewhere is no other way to have cooked.
  const ofTrade = all.filter((wants) => wants.some(isOfTrade));
  return ofTrade.length > 0 ? ofTrade : all;
}

/** Concepts nearly as strong as the strongest; whole fields of work are too broad to name a job. */
function coreOf(field: FieldVector): PreparedOffer['core'] {
  const professions = [...field].filter(([concept]) => !conceptOf(concept)?.field);
  const strongest = Math.max(0, ...professions.map(([, weight]) => weight));
  return professions
    .filter(([, weight]) => weight >= strongest * CORE_FROM)
    .map(([concept, weight]) => ({ unit: { concept, weight }, share: weight / strongest }));
}

export function isPrepared(offer: JobOffer | PreparedOffer): offer is PreparedOffer {
  return 'prepared' in offer;
}
