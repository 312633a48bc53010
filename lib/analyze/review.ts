import { currentLocale } from '../errors';
import type { Profile } from '../profile';

/** `never`; when rules and model gave different values; or on any doubt. */
export type ReviewWhen = 'never' | 'disagreements' | 'anyDoubt';

export interface ReviewReason {
  /** `disagreement`, or the code of a warning. */
  code: string;
  /** The field concerned, such as `experiences[0].title`; null when it is the whole profile. */
  path: string | null;
  message: string;
}

/** Warnings after which a person should look at the CV itself. */
const DOUBTS: readonly string[] = [
  'unverified-value',
  'model-incomplete',
  'model-unavailable',
  'answer-cut',
  'instructions-in-text',
];

const disagreement = (path: string) =>
  currentLocale() === 'fr'
    ? `Les règles et le modèle lisent différemment : ${path}.`
    : `Rules and model read this differently: ${path}.`;

const partial = () => (currentLocale() === 'fr' ? 'Le CV n’a été lu qu’en partie.' : 'The CV was read in part only.');

/**
 * Why a person should look at this profile beside its CV; empty when nothing says so. A flag for people: it never lowers a score and never
 * removes anybody.
 */
export function reviewReasons({ meta }: Profile, when: ReviewWhen): ReviewReason[] {
  if (when === 'never') return [];
  const reasons: ReviewReason[] = meta.disagreements.map(({ path }) => ({
    code: 'disagreement',
    path,
    message: disagreement(path),
  }));
  if (when === 'disagreements') return reasons;
  if (meta.status === 'partial') reasons.push({ code: 'partial', path: null, message: partial() });
  for (const { code, message } of meta.warnings) if (DOUBTS.includes(code)) reasons.push({ code, path: null, message });
  return reasons;
}
