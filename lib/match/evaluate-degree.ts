import { degreeLevelIn, degreeLevelName } from './degrees';
import type { Facts } from './facts';
import { MET, unknown, wantedBy, type Case, type Finding } from './finding';
import { describeJob } from './proof';
import { answerAny, evidenceOf as evidenceOfProofs, leading, type Proof } from './search-wants';
import type { Criterion } from './types';
import type { Want } from './wants';
import { words } from './words';

/** What a degree at the level asked for is worth in a neighbouring field, and in another one. */
const NEAR_FIELD = 0.65;
const OTHER_FIELD = 0.3;
const ONE_LEVEL_BELOW = 0.6;
const FAR_BELOW = 0.2;
const LEVEL_UNREADABLE = 0.5;
/** Someone who does the job without the diploma is worth talking to. */
const BY_PRACTICE = 0.5;
const PRACTISED_FROM = 0.8;

type Field = 'same' | 'near' | 'other';

interface Degree {
  name: string;
  level: number | null;
  reached: number;
  field: Field;
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
  if (best.fulfilment < BY_PRACTICE && alternatives.length > 0 && practised?.relevance >= PRACTISED_FROM)
    return {
      status: 'partly',
      fulfilment: BY_PRACTICE,
      reason: w.degreeByPractice(name, describeJob(practised.facts.job, prepared.locale)),
      evidence: best.evidence,
    };
  const status = best.fulfilment >= MET ? 'met' : best.fulfilment >= OTHER_FIELD ? 'partly' : 'missing';
  return { status, fulfilment: best.fulfilment, reason: reasonFor(best, name, asked, w), evidence: best.evidence };
}

function degreeOf({ entry, facts }: Facts['education'][number], wanted: number, alternatives: Want[][]): Degree {
  const level = entry.level ?? degreeLevelIn(`${entry.degree ?? ''} ${entry.field ?? ''}`);
  const reached =
    level === null ? LEVEL_UNREADABLE : level >= wanted ? 1 : level === wanted - 1 ? ONE_LEVEL_BELOW : FAR_BELOW;
  const found = answerAny(facts, alternatives, () => 1);
  const field: Field =
    alternatives.length === 0 || found.complete ? 'same' : found.answers.some(isKnown) ? 'near' : 'other';
  const proofs: Proof[] = leading(found.answers);
  return {
    ...{ level, reached, field },
    name: [entry.degree, entry.field].filter(Boolean).join(' – '),
    fulfilment: reached * (field === 'same' ? 1 : field === 'near' ? NEAR_FIELD : OTHER_FIELD),
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
