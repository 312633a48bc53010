import { invalid } from '../errors';
import { auditBias, selectionRates, SMALLEST_GROUP, type BiasAudit, type GroupRate } from './audit';
import { prepareOffer, type PreparedOffer } from './prepare';
import { FORMULA, scoreProfile } from './score';
import type { CriterionKind, JobOffer, Score } from './types';
import type { Profile } from '../profile';

/** A decision that people took on an application, with the offer as it was. */
export interface PastDecision {
  profile: Profile;
  offer: JobOffer;
  /** Went on to an interview, or whatever the company takes for a success. */
  selected: boolean;
  /** The score that stood then; one of another formula is worked out again. */
  score?: Score;
  /** As the person declared it, for the rates by group; never part of the fit. */
  group?: string | null;
}

export interface KindWeight {
  kind: CriterionKind;
  /** Relative, as in docs/scoring.md; both lists sum to the same. */
  current: number;
  proposed: number;
  /** What an offer's `weights` takes for this kind once a person agrees: proposed by current, 0.05 to 20. */
  factor: number;
}

export interface Calibration {
  decisions: number;
  selected: number;
  weights: KindWeight[];
  /** Mean log loss and share of decisions told right, on folds that the weights weren't fitted on; the current weights beside them. */
  crossValidated: { folds: number; proposed: Fit; current: Fit };
  /** The swaps once more on some of the profiles: proposed weights change how much a kind counts, not what is seen. */
  audit: BiasAudit[];
  /** Share of each declared group above the median score, with the current weights and with the proposed ones; null where no group is given. */
  groups: { current: GroupRate[]; proposed: GroupRate[] } | null;
  /** Always true: nothing is put to use before a person has agreed. */
  needsConfirmation: true;
}

export interface Fit {
  logLoss: number;
  accuracy: number;
}

/** Ten decisions of the rarer kind for each weight fitted (Peduzzi et al., J. Clin. Epidemiol. 1996): fewer make weights of chance. */
const EVENTS_PER_WEIGHT = 10;
const FEWEST_DECISIONS = 100;
const FOLDS = 5;
const STEPS = 400;
const STEP = 0.5;
const L2 = 0.02;
const AUDITED = 5;

/**
 * Weights of the kinds of criteria, fitted to past decisions: logistic regression, L2 towards nothing, none below 0, the same every time. A proposal to
 * be read by a person, who should ask whether the past was fair: weights learned from unfair decisions repeat them.
 * @throws VivierError `invalid-input` for fewer than 100 decisions, or than 10 of the rarer outcome for each kind of criterion
 */
export function calibrate(decisions: PastDecision[]): Calibration {
  const prepared = new Map<JobOffer, PreparedOffer>();
  for (const { offer } of decisions) if (!prepared.has(offer)) prepared.set(offer, prepareOffer(offer));
  const rows = decisions.map((decision) => rowOf(decision, prepared.get(decision.offer)));
  const kinds = [...new Set(rows.flatMap(({ byKind }) => [...byKind.keys()]))].sort();
  const selected = decisions.filter((decision) => decision.selected).length;
  requireEnough(decisions.length, Math.min(selected, decisions.length - selected), kinds.length);
  const inputs = rows.map(({ byKind }) => kinds.map((kind) => byKind.get(kind)?.fulfilled ?? 0));
  const wanted = decisions.map((decision) => (decision.selected ? 1 : 0));
  const current = kinds.map((kind) => mean(rows.map(({ byKind }) => byKind.get(kind)?.share ?? 0)));
  const fitted = fit(inputs, wanted).weights;
  const scale = sum(current) / (sum(fitted) || 1);
  const weights = kinds.map((kind, at): KindWeight => {
    const proposed = fitted[at] * scale;
    return { kind, current: current[at], proposed, factor: factorOf(proposed, current[at]) };
  });
  const agreed = Object.fromEntries(weights.map(({ kind, factor }) => [kind, factor]));
  return {
    ...{ decisions: decisions.length, selected, needsConfirmation: true },
    weights,
    crossValidated: {
      folds: FOLDS,
      proposed: crossValidate(inputs, wanted, null),
      current: crossValidate(inputs, wanted, current),
    },
    audit: [...prepared.keys()].slice(0, AUDITED).map((offer) =>
      auditBias(
        decisions.slice(0, AUDITED).map(({ profile }) => profile),
        { ...offer, weights: agreed },
      ),
    ),
    groups: decisions.some(({ group }) => group)
      ? { current: ratesOf(decisions, inputs, current), proposed: ratesOf(decisions, inputs, fitted) }
      : null,
  };
}

/** Whole hundredths, so that a person can read and type them; no kind is switched off or made everything. */
const factorOf = (proposed: number, current: number) =>
  Math.round(Math.min(20, Math.max(0.05, current === 0 ? 1 : proposed / current)) * 100) / 100;

/** As if everybody above the median of the weighted sums had been selected. */
function ratesOf(decisions: PastDecision[], inputs: number[][], weights: number[]): GroupRate[] {
  const points = inputs.map((row) => dot(row, weights));
  const median = [...points].sort((a, b) => a - b)[Math.floor(points.length / 2)] ?? 0;
  return selectionRates(
    decisions.flatMap(({ group }, at) => (group ? [{ group, selected: points[at] > median }] : [])),
    SMALLEST_GROUP,
  );
}

function requireEnough(count: number, rarer: number, kinds: number): void {
  const needed = kinds * EVENTS_PER_WEIGHT;
  if (count >= FEWEST_DECISIONS && rarer >= needed) return;
  throw invalid(
    'decisions',
    `${count} (≥ ${FEWEST_DECISIONS}), ${rarer} of the rarer outcome (≥ ${needed})`,
    `${count} (≥ ${FEWEST_DECISIONS}), dont ${rarer} de l’issue la plus rare (≥ ${needed})`,
  );
}

interface Row {
  byKind: Map<CriterionKind, { share: number; fulfilled: number }>;
}

/** How far each kind of criterion is fulfilled, as shares of the offer's points; must-haves weigh within their kind as they do now. */
function rowOf({ profile, offer, score }: PastDecision, prepared: PreparedOffer = prepareOffer(offer)): Row {
  const { criteria } = score?.formula === FORMULA ? score : scoreProfile(profile, prepared);
  const byKind: Row['byKind'] = new Map();
  for (const { kind, points, maxPoints } of criteria) {
    const known = byKind.get(kind) ?? { share: 0, fulfilled: 0 };
    const share = known.share + maxPoints;
    byKind.set(kind, { share, fulfilled: share === 0 ? 0 : (known.fulfilled * known.share + points) / share });
  }
  return { byKind };
}

interface Model {
  bias: number;
  weights: number[];
}

/** Projected gradient descent from nothing, in the order given: no chance takes part. With `fixed`, only their common size and the bias are fitted. */
function fit(inputs: number[][], wanted: number[], fixed: number[] | null = null): Model {
  const columns = fixed ? inputs.map((row) => [dot(row, fixed) / (sum(fixed) || 1)]) : inputs;
  const width = columns[0]?.length ?? 0;
  const model: Model = { bias: 0, weights: new Array<number>(width).fill(0) };
  for (let step = 0; step < STEPS; step += 1) {
    const errors = columns.map((row, at) => chance(model, row) - wanted[at]);
    model.bias -= STEP * mean(errors);
    model.weights = model.weights.map((weight, column) => {
      const slope = mean(errors.map((error, at) => error * columns[at][column])) + L2 * weight;
      return Math.max(0, weight - STEP * slope);
    });
  }
  return fixed
    ? { bias: model.bias, weights: fixed.map((weight) => (weight / (sum(fixed) || 1)) * model.weights[0]) }
    : model;
}

const chance = ({ bias, weights }: Model, row: number[]) => 1 / (1 + Math.exp(-(bias + dot(row, weights))));

function crossValidate(inputs: number[][], wanted: number[], fixed: number[] | null): Fit {
  const told = Array.from({ length: FOLDS }, (_, fold) => {
    const learned = inputs.map((_row, at) => at).filter((at) => at % FOLDS !== fold);
    const model = fit(
      learned.map((at) => inputs[at]),
      learned.map((at) => wanted[at]),
      fixed,
    );
    return inputs.flatMap((row, at) => (at % FOLDS === fold ? [{ p: chance(model, row), y: wanted[at] }] : []));
  }).flat();
  return {
    logLoss: mean(told.map(({ p, y }) => -Math.log(Math.max(1e-12, y === 1 ? p : 1 - p)))),
    accuracy: mean(told.map(({ p, y }) => Number(p >= 0.5 === (y === 1)))),
  };
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: number[]) => (values.length === 0 ? 0 : sum(values) / values.length);
const dot = (a: number[], b: number[]) => a.reduce((total, value, at) => total + value * b[at], 0);
