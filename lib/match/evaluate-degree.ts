import { degreeLevelName } from './degrees';
import type { Facts } from './facts';
import { unknown, wantedBy, type Case, type Finding } from './finding';
import {
  BY_PRACTICE,
  degreeFulfilment,
  degreeMeasure,
  levelOfDegree,
  levelReached,
  practiceDecides,
  type DegreeField,
} from './measures';
import { describeJob } from './proof';
import { answerAny, evidenceOf as evidenceOfProofs, leading, type Proof } from './search-wants';
import type { Criterion } from './types';
import type { Want } from './wants';
import { words } from './words';

interface Degree {
  name: string;
  level: number | null;
  reached: number;
  field: DegreeField;
  fulfilment: number;
  evidence: Finding['evidence'];
}

/** Level and field of one and the same degree: a master's in history beside a BTS in accounting is no master's in accounting. */
export function evaluateDegree(criterion: Criterion, of: Case): Finding {
  const { facts, prepared, relevance } = of;
  const w = words[prepared.locale];
  const wanted = Number(criterion.level);
  const asked = degreeLevelName(wanted, prepared.locale);
  const alternatives = wantedBy(criterion, of);
  const best = facts.education
    .map((one) => degreeOf(one, wanted, alternatives))
    .reduce<Degree | null>((top, next) => (top === null || isBetter(next, top) ? next : top), null);
  if (best === null) return unknown(w.degreeUnknown(asked));
  const name = best.name || degreeLevelName(best.level ?? 0, prepared.locale);
  const practised = relevance.record.jobs[0];
  if (practised && practiceDecides(best.fulfilment, alternatives.length > 0, practised.relevance))
    return {
      status: 'partly',
      fulfilment: BY_PRACTICE,
      reason: w.degreeByPractice(name, describeJob(practised.facts.job, prepared.locale)),
      evidence: best.evidence,
    };
  return { ...degreeMeasure(best.fulfilment), reason: reasonFor(best, name, asked, w), evidence: best.evidence };
}

function degreeOf({ entry, facts }: Facts['education'][number], wanted: number, alternatives: Want[][]): Degree {
  const level = levelOfDegree(entry);
  const reached = levelReached(level, wanted);
  const found = answerAny(facts, alternatives, () => 1);
  const field: DegreeField =
    alternatives.length === 0 || found.complete ? 'same' : found.answers.some(isKnown) ? 'near' : 'other';
  const proofs: Proof[] = leading(found.answers);
  return {
    ...{ level, reached, field },
    name: [entry.degree, entry.field].filter(Boolean).join(' – '),
    fulfilment: degreeFulfilment(reached, field),
    evidence: proofs.length > 0 ? evidenceOfProofs(proofs).slice(0, 1) : Object.values(entry.evidence).slice(0, 1),
  };
}

const isKnown = ({ proofs, want }: { proofs: Proof[]; want: Want }) => proofs.length > 0 && want.senses.length > 0;

function isBetter(next: Degree, top: Degree): boolean {
  return (
    next.fulfilment > top.fulfilment || (next.fulfilment === top.fulfilment && (next.level ?? 0) > (top.level ?? 0))
  );
}

function reasonFor({ reached, field, level }: Degree, name: string, asked: string, w: (typeof words)['fr']): string {
  if (level === null) return w.degreeNoLevel(name, asked);
  if (reached < 1) return w.degreeBelow(name, asked);
  return field === 'same' ? w.degreeMet(name) : field === 'near' ? w.degreeNearField(name) : w.degreeOtherField(name);
}
