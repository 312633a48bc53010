import { toVivierError, type Locale } from '../../errors';
import type { ModelClient } from '../../ollama';
import type { Profile, Warning } from '../../profile';
import { clean } from '../clean';
import { sha256 } from '../made';
import { doubtAbout, type Doubt } from './check/check';
import { factsOf } from './check/facts';
import type { OfferNames } from './check/offer-words';
import { composeLetter } from './compose';
import { PASSAGE_TOKENS, passagePrompt, passageSchema } from './prompt';
import type { Letter, LetterRequest, RemovedSentence, Worded } from './types';
import { letterWords } from './words';

const MOST_SENTENCES = 6;
const LONGEST_SENTENCE = 400;

export interface WriteOptions {
  /** Words a passage; without one the letter is the template's alone. */
  model?: ModelClient;
  /** What the person said of their wishes, for example in chats. They set the tone; a fact in them still has to stand in the profile. */
  wishes?: string[];
  signal?: AbortSignal;
}

export interface WrittenLetter {
  letter: Letter;
  /** What the letter can be made again from, with the request; null when no model took part. */
  worded: Worded | null;
  /** What the model wrote and the profile does not bear out. */
  removed: RemovedSentence[];
  /** The model failed: the letter is the template's. */
  warnings: Warning[];
}

/**
 * A letter whose passages a model may word. Each sentence of the model is checked against the profile, and taken out when the profile does not bear it out. A model that
 * fails costs the passage, not the letter.
 * @throws VivierError as `composeLetter`; `cancelled`.
 */
export async function writeLetter(
  profile: Profile,
  request: LetterRequest,
  { model, wishes = [], signal }: WriteOptions = {},
): Promise<WrittenLetter> {
  const plain = await composeLetter(profile, request);
  if (!model) return { letter: plain, worded: null, removed: [], warnings: [] };
  const prompt = passagePrompt(profile, request, wishes);
  try {
    const answer = await model.chatJson({ prompt, schema: passageSchema, maxTokens: PASSAGE_TOKENS, signal });
    // A company does not repeat as its own what a candidate says in praise of themselves.
    const basis = request.kind === 'cover-letter' ? profile : { ...profile, summary: null };
    const { kept, removed } = checkPassage(answer.value.sentences, basis, request.offer ?? {}, request.locale);
    const worded = { sentences: kept, model: { ...answer.model, promptSha256: sha256(prompt) } };
    return { letter: await composeLetter(profile, request, worded), worded, removed, warnings: [] };
  } catch (caught) {
    const error = toVivierError(caught);
    if (error.code === 'cancelled') throw error;
    const warning = { code: error.code, message: error.message };
    return { letter: plain, worded: null, removed: [], warnings: [warning] };
  }
}

/** Sentences that the profile bears out, and the others with what is wrong. */
export function checkPassage(
  passage: string[],
  profile: Profile,
  offer: OfferNames,
  locale: Locale,
): { kept: string[]; removed: RemovedSentence[] } {
  const facts = factsOf(profile, locale);
  const kept: string[] = [];
  const removed: RemovedSentence[] = [];
  const remove = (sentence: string, { reason, words }: Doubt) =>
    removed.push({ sentence, reason, why: letterWords[locale].why[reason](words) });
  for (const sentence of passage.flatMap((text) => sentencesOf(clean(text), locale))) {
    const doubt = doubtAbout(sentence, facts, offer);
    if (doubt) remove(sentence, doubt);
    else if (kept.length < MOST_SENTENCES && sentence.length <= LONGEST_SENTENCE) kept.push(sentence);
    else remove(sentence, { reason: 'unknown', words: `${sentence.slice(0, 40)}…` });
  }
  return { kept, removed };
}

/** As the language cuts sentences (Unicode TR 29); a line break ends one too. */
function sentencesOf(text: string, locale: Locale): string[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' });
  return text
    .split('\n')
    .flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => segment.trim()))
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}
