import type { Cefr } from '../../profile';
import { conceptCount, conceptIndex, nearnessAt, senseCount } from '../concepts';
import { diplomasCount } from '../evaluate-skill';
import { cefrRank } from '../languages';
import { TITLE_SHARE } from '../measures';
import type { PreparedOffer } from '../prepare';
import { NOTHING, relationAt } from '../relations';
import { isPersonal } from '../requirements';
import { isLesserTitle } from '../titles';
import type { Criterion, CriterionKind } from '../types';
import { isOfTrade, type Want } from '../wants';

/** What a want is looked for in, and what becomes of its proofs. */
export type Role = 'skill' | 'years' | 'degree' | 'title';

export interface PlanWant {
  want: Want;
  role: Role;
  /** Of the criterion; the title's wants have none. */
  criterion: number;
  senses: number[];
  concepts: number[];
  /** Diplomas prove it as much as practice does. */
  diplomasCount: boolean;
}

export interface PlanCriterion {
  kind: CriterionKind;
  must: boolean;
  /** Eighths of points. */
  share: number;
  /** Places among the wants. */
  alternatives: number[][];
  hasWants: boolean;
  years: number;
  level: number;
  languageCode: string;
  /** CEFR rank, -1 when none is asked for. */
  cefr: number;
  personal: boolean;
  /** A job in the offer's trade lends some of its relevance. */
  lends: boolean;
}

/** Relations of one sense found in a CV: place of the want and worth, alternately. */
export type Relations = Int32Array;
/** Nearness of one concept found in a CV to the offer's subjects. */
export interface Nearnesses {
  units: Int32Array;
  values: Float64Array;
}

/** An offer as tables of numbers, for `measure`. Worked out once an offer; rows of the tables when they are first asked for. */
export class Plan {
  readonly wants: PlanWant[] = [];
  readonly criteria: PlanCriterion[];
  readonly titleWants: number;
  readonly lesser: boolean;
  /** Squares of the offer's field, as `coverage` counts them. */
  readonly field = new Float64Array(conceptCount());
  readonly units: { concept: number; weight: number }[];
  private readonly relations: (Relations | undefined)[] = new Array<undefined>(senseCount());
  private readonly nearnesses: (Nearnesses | undefined)[] = new Array<undefined>(conceptCount());
  private readonly titles = new Float64Array(conceptCount()).fill(-1);
  private readonly titleUnits: number[];
  private readonly core: { concept: number; share: number }[];

  constructor(readonly prepared: PreparedOffer) {
    this.criteria = prepared.criteria.map((criterion, index) => this.criterionOf(criterion, index));
    const known = prepared.titleWants.filter(({ senses }) => senses.length > 0);
    const title = known.length > 0 ? known : prepared.titleWants;
    this.titleWants = title.map((want) => this.addWant(want, 'title', -1, false)).length;
    this.lesser = isLesserTitle(prepared.offer.title);
    for (const [concept, value] of prepared.field) this.field[conceptIndex(concept)] = value ** 2;
    const conceptOf = (unit: PreparedOffer['textUnits'][number]) =>
      'concept' in unit ? conceptIndex(unit.concept) : -1;
    this.units = prepared.textUnits.map((unit) => ({ concept: conceptOf(unit), weight: unit.weight }));
    this.titleUnits = prepared.titleUnits.map(conceptOf);
    this.core = prepared.core.map(({ unit, share }) => ({ concept: conceptOf(unit), share }));
  }

  private addWant(want: Want, role: Role, criterion: number, counts: boolean): number {
    const concepts = want.concepts.map(conceptIndex);
    return this.wants.push({ want, role, criterion, senses: want.sensesAt, concepts, diplomasCount: counts }) - 1;
  }

  private criterionOf(criterion: Criterion, index: number): PlanCriterion {
    const { kind, must, years = 0, level, languageCode = '', terms = [] } = criterion;
    const wanted = this.prepared.wanted.get(criterion.id) ?? [];
    const counts = diplomasCount(criterion);
    const role: Role | null = kind === 'years' || kind === 'degree' ? kind : isProof(kind) ? 'skill' : null;
    const looked = kind === 'years' ? wanted.map(decisive) : role === null ? [] : wanted;
    return {
      ...{ kind, must, years, languageCode, share: this.prepared.shares[index] },
      alternatives: looked.map((wants) => wants.map((want) => this.addWant(want, role ?? 'skill', index, counts))),
      hasWants: wanted.length > 0,
      level: kind === 'degree' ? Number(level) : 0,
      cefr: kind === 'language' && level !== undefined ? cefrRank(level as Cefr) : -1,
      personal: isProof(kind) && isPersonal(terms),
      lends: wanted.some((wants) => wants.some(isOfTrade)),
    };
  }

  relationsOf(sense: number): Relations {
    return (this.relations[sense] ??= this.relationsTo(sense));
  }

  private relationsTo(sense: number): Relations {
    const row: number[] = [];
    this.wants.forEach(({ senses }, place) => {
      const best = senses.reduce((top, wanted) => Math.max(top, relationAt(sense, wanted) >> 1), NOTHING);
      if (best > 0) row.push(place, best);
    });
    return Int32Array.from(row);
  }

  nearnessesOf(concept: number): Nearnesses {
    return (this.nearnesses[concept] ??= this.nearnessesTo(concept));
  }

  private nearnessesTo(concept: number): Nearnesses {
    const near = this.units
      .map(({ concept: wanted }, unit) => ({ unit, value: nearnessAt(concept, wanted) }))
      .filter(({ value }) => value > 0);
    return {
      units: Int32Array.from(near, ({ unit }) => unit),
      values: Float64Array.from(near, ({ value }) => value),
    };
  }

  /** How near a concept in a job's title brings the job to the offer. */
  titleValueOf(concept: number): number {
    if (this.titles[concept] < 0) this.titles[concept] = this.titleValue(concept);
    return this.titles[concept];
  }

  private titleValue(concept: number): number {
    const byTitle = Math.max(0, ...this.titleUnits.map((wanted) => nearnessAt(concept, wanted)));
    const byField = Math.max(0, ...this.core.map(({ concept: wanted, share }) => share * nearnessAt(concept, wanted)));
    return Math.max(TITLE_SHARE * byTitle, TITLE_SHARE * byField);
  }
}

const isProof = (kind: CriterionKind) => kind === 'skill' || kind === 'certification' || kind === 'licence';

function decisive(wants: Want[]): Want[] {
  const ofTrade = wants.filter(isOfTrade);
  return ofTrade.length > 0 ? ofTrade : wants;
}

const plans = new WeakMap<PreparedOffer, Plan>();

export function planOf(prepared: PreparedOffer): Plan {
  const known = plans.get(prepared) ?? new Plan(prepared);
  plans.set(prepared, known);
  return known;
}
