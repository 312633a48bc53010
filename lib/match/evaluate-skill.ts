import type { Locale } from '../errors';
import { degreeLevelIn } from './degrees';
import type { Fact } from './facts';
import { isScant, unknown, wantedBy, type Case, type Finding } from './finding';
import { skillMeasure, STUDIED } from './measures';
import { describeFact } from './proof';
import { asksDiploma, isPersonal } from './requirements';
import { fold } from './text';
import { answerAny, evidenceOf, leading, type Answers, type Proof } from './search-wants';
import type { Criterion } from './types';
import { words } from './words';

const MOST_SHOWN = 2;

/** Skills, certificates and licences: met by the thing itself, partly by what is near it, by a part of it, or where only a diploma names it. */
export function evaluateSkill(criterion: Criterion, of: Case): Finding {
  const w = words[of.prepared.locale];
  if (isPersonal(criterion.terms ?? [])) return unknown(w.personal(criterion.label));
  const counts = diplomasCount(criterion);
  const found = answerAny(of.facts.all, wantedBy(criterion, of), (fact) =>
    fact.source === 'education' && !counts ? fact.trust * STUDIED : fact.trust,
  );
  const measure = skillMeasure(found.strength, found.complete, isScant(of.facts));
  const { status } = measure;
  if (status === 'unknown') return unknown(w.notSaid(criterion.label));
  if (status === 'missing') return { ...measure, reason: w.absent(criterion.label), evidence: [] };
  const proofs = leading(found.answers);
  return {
    ...measure,
    reason:
      status === 'met'
        ? w.shown(shownBy(proofs, of.prepared.locale))
        : reasonForPart(found, proofs, of.prepared.locale, counts),
    evidence: evidenceOf(proofs),
  };
}

/** A certificate or a diploma is had by having passed it; a skill is shown by using it. */
export function diplomasCount({ kind, label }: Criterion): boolean {
  return kind !== 'skill' || asksDiploma(label) || degreeLevelIn(label) !== null;
}

function shownBy(proofs: Proof[], locale: Locale): string {
  return proofs
    .map(({ fact }) => describeFact(fact, locale))
    .filter((proof, index, all) => all.indexOf(proof) === index)
    .slice(0, MOST_SHOWN)
    .join(words[locale].between);
}

/** Why something that was found is not the whole of what is asked for, in plain words. */
function reasonForPart({ complete, answers }: Answers, proofs: Proof[], locale: Locale, counts: boolean): string {
  const w = words[locale];
  const same = proofs.filter((proof) => proof.same);
  const near = proofs.filter((proof) => !proof.same);
  if (complete) {
    const place = same[0] ? placeOf(same[0].fact, counts) : 'elsewhere';
    return w.weakPlace[place](shownBy(same, locale));
  }
  const lacking = answers.filter((answer) => !answer.same).map(({ want }) => want.wording);
  const nothing = lacking.filter((_, index, all) => all.indexOf(lacking[index]) === index).slice(0, 3);
  if (near.length === 0) return w.incomplete(shownBy(same, locale), nothing);
  const shown = shownBy(near, locale);
  const products = near.map(({ wording }) => wording).join(', ');
  const other = near.every(({ tool, wording }) => tool && !nothing.some((one) => fold(one).includes(fold(wording))));
  const close = other ? w.comparableTool(products, shown, nothing) : w.related(shown, nothing);
  return same.length === 0 ? close : w.besides(shownBy(same, locale), close);
}

function placeOf({ source, job }: Fact, counts: boolean): 'training' | 'diploma' | 'claimed' | 'elsewhere' {
  if (source === 'education' && !counts) return 'diploma';
  if (job && !job.practice) return 'training';
  return source === 'headline' || source === 'summary' ? 'claimed' : 'elsewhere';
}
