import { degreeLevelIn } from './degrees';
import { cefrRank } from './languages';
import { isScored, lawfulText } from './lawful';
import { criteriaFromText } from './offer-text';
import { diplomaTerms, languageRequirement, readRequirement, WEIGHTS, type Draft } from './requirements';
import { fold } from './text';
import type { Criterion, CriterionText, JobOffer, OfferCriteria } from './types';
import type { Cefr } from '../profile';
import { localeOf, words } from './words';

/** Share of the total that the offer's own title and text get beside listed criteria; without a list, the text counts twice. */
const TEXT_WEIGHT_WITHOUT_LIST = 2;

/**
 * What an offer asks for, as criteria that code can check: those its author listed, else those that rules find in its text, and always how close a
 * person's experience is to its title and its text. Weights are relative; a must-have weighs three times a nice-to-have.
 */
export function criteriaOf(offer: JobOffer): Criterion[] {
  const listed = offer.criteria ? listedCriteria(offer.criteria, offer) : [];
  const drafts = listed.some(({ kind }) => kind !== 'question')
    ? listed
    : [...listed, ...criteriaFromText(lawfulText(offer.text), offer.title)];
  const w = words[localeOf(offer)];
  const title: Draft = { kind: 'title', label: w.titleLabel, must: false, weight: WEIGHTS.title, terms: [offer.title] };
  const text: Draft = {
    kind: 'text',
    label: w.textLabel,
    must: false,
    weight: WEIGHTS.text * (listed.some(({ kind }) => kind !== 'question') ? 1 : TEXT_WEIGHT_WITHOUT_LIST),
    terms: [],
  };
  return [title, ...drafts, ...(offer.text.trim() === '' ? [] : [text])].map((draft, index) => ({
    id: `c${index + 1}`,
    ...draft,
    weight: draft.weight * (offer.weights?.[draft.kind] ?? 1),
  }));
}

function listedCriteria(criteria: OfferCriteria, offer: JobOffer): Draft[] {
  const read = (list: CriterionText[] | undefined, must: boolean) =>
    (list ?? [])
      .map((item) => (typeof item === 'string' ? { text: item, weight: 1 } : item))
      .filter((item) => item.text.trim() !== '' && isScored(item))
      .map((item) => readRequirement(item.text.trim(), must, item.weight));
  const drafts = [...read(criteria.mustHave, true), ...read(criteria.niceToHave, false), ...questions(criteria, offer)];
  const w = words[localeOf(offer)];
  if (criteria.minYears) addYears(drafts, criteria.minYears, w.minYears(criteria.minYears));
  if (criteria.degreeLevel) addDegree(drafts, criteria.degreeLevel);
  for (const { language, level } of criteria.languages ?? [])
    addLanguage(drafts, languageRequirement(language, level, true));
  return withoutRepeats(drafts);
}

/** What no CV tells and a person asks: free questions, the place, the dates. */
function questions({ questions: asked = [], place, availability }: OfferCriteria, offer: JobOffer): Draft[] {
  const w = words[localeOf(offer)];
  const said = (text: string | undefined, label: (text: string) => string) =>
    text?.trim() ? [label(text.trim())] : [];
  return [...asked, ...said(place, w.placeQuestion), ...said(availability, w.availabilityQuestion)]
    .map((item) => ({ weight: 1, must: false, ...(typeof item === 'string' ? { text: item } : item) }))
    .filter((item) => item.text.trim() !== '' && isScored(item))
    .map(({ text, must, weight }) => ({
      ...{ kind: 'question', label: text.trim(), must, terms: [] },
      weight: WEIGHTS.question * weight,
    }));
}

/** « 8 ans d'exercice » beside `minYears: 8` is one wish, not two. */
function addYears(drafts: Draft[], years: number, label: string): void {
  if (drafts.some((draft) => draft.kind === 'years' && draft.must && (draft.years ?? 0) >= years)) return;
  drafts.push({ kind: 'years', label, must: true, weight: WEIGHTS.years, years, terms: [] });
}

function addDegree(drafts: Draft[], label: string): void {
  const level = degreeLevelIn(label);
  if (level === null || drafts.some((draft) => draft.kind === 'degree' && draft.must && draft.level === level)) return;
  drafts.push({ kind: 'degree', label, must: true, weight: WEIGHTS.degree, level, terms: diplomaTerms(label) });
}

/** The same language twice: the list's words stay, with the higher of the two levels. */
function addLanguage(drafts: Draft[], language: Draft): void {
  const same = drafts.find((draft) => draft.kind === 'language' && draft.languageCode === language.languageCode);
  if (!same) drafts.push(language);
  else {
    same.level = higher(same.level, language.level);
    if (!same.must) Object.assign(same, { must: true, weight: language.weight });
  }
}

function higher(a: Criterion['level'], b: Criterion['level']): Criterion['level'] {
  if (a === undefined || b === undefined) return a ?? b;
  return cefrRank(a as Cefr) >= cefrRank(b as Cefr) ? a : b;
}

function withoutRepeats(drafts: Draft[]): Draft[] {
  const seen = new Set<string>();
  return drafts.filter((draft) => {
    const key = `${draft.kind} ${fold(draft.label)}`;
    return !seen.has(key) && seen.add(key);
  });
}
