import type { Locale } from '../errors';
import type { JobOffer } from './types';

const plural = (count: number, one: string, many: string) => (count > 1 ? many : one);
const decimal = (value: number, locale: Locale) =>
  String(Math.round(value * 10) / 10).replace('.', locale === 'fr' ? ',' : '.');

/** « d’anglais », « de français ». */
const de = (name: string) => (/^[aeiouyàâéèêëîïôûh]/i.test(name) ? `d’${name}` : `de ${name}`);

/** The sentences that explain a score, in the offer's language. */
interface Words {
  titleLabel: string;
  textLabel: string;
  minYears: (years: number) => string;
  shown: (label: string, proof: string) => string;
  partly: (label: string, proof: string) => string;
  absent: (label: string) => string;
  notSaid: (label: string) => string;
  personal: (label: string) => string;
  yearsMet: (months: number, years: number, proof: string) => string;
  yearsShort: (months: number, years: number, proof: string) => string;
  yearsNone: (years: number) => string;
  yearsUnknown: (years: number) => string;
  languageMet: (name: string, level: string) => string;
  languageBelow: (name: string, level: string, wanted: string) => string;
  languageNoLevel: (name: string) => string;
  languageOfCv: (name: string) => string;
  languageAbsent: (name: string) => string;
  languageUnknown: (name: string) => string;
  nativeSpeaker: string;
  degreeMet: (degree: string) => string;
  degreeOtherField: (degree: string) => string;
  degreeBelow: (degree: string, wanted: string) => string;
  degreeByPractice: (proof: string) => string;
  degreeUnknown: (wanted: string) => string;
  titleMet: (proof: string) => string;
  titleNear: (proof: string) => string;
  titleFar: string;
  titleUnknown: string;
  textShare: (percent: number, proof: string) => string;
  textNone: string;
  textUnknown: string;
  duration: (months: number) => string;
  today: string;
  /** Between two proofs. */
  between: string;
  fewCriteria: string;
  scantProfile: string;
}

const fr: Words = {
  titleLabel: 'Expérience dans le métier de l’offre',
  textLabel: 'Proximité avec les missions décrites',
  minYears: (years) => `${decimal(years, 'fr')} ${plural(years, 'an', 'ans')} d’expérience dans le métier`,
  shown: (_label, proof) => `Attesté par ${proof}.`,
  partly: (_label, proof) => `En partie : ${proof}, mais pas tout ce qui est demandé.`,
  absent: (label) => `Le CV n’en dit rien (« ${label} ») : à demander au candidat.`,
  notSaid: (label) => `Le CV est trop bref pour le savoir (« ${label} ») : à vérifier en entretien.`,
  personal: (label) => `« ${label} » ne se lit pas dans un CV : à apprécier en entretien.`,
  yearsMet: (months, years, proof) =>
    `${fr.duration(months)} dans ce domaine pour ${decimal(years, 'fr')} ${plural(years, 'an demandé', 'ans demandés')}${proof && ` : ${proof}`}.`,
  yearsShort: (months, years, proof) =>
    `Seulement ${fr.duration(months)} dans ce domaine pour ${decimal(years, 'fr')} ${plural(years, 'an demandé', 'ans demandés')}${proof && ` : ${proof}`}.`,
  yearsNone: (years) =>
    `Aucun emploi daté dans ce domaine, pour ${decimal(years, 'fr')} ${plural(years, 'an demandé', 'ans demandés')}.`,
  yearsUnknown: () => 'Les dates manquent pour compter les années : à vérifier.',
  languageMet: (name, level) => `Niveau ${de(name)} indiqué dans le CV : ${level}.`,
  languageBelow: (name, level, wanted) =>
    `Niveau ${de(name)} indiqué dans le CV : ${level}, en dessous du niveau demandé (${wanted}).`,
  languageNoLevel: (name) => `Langue citée sans niveau : ${name}, à vérifier.`,
  languageOfCv: (name) => `Le CV est rédigé en ${name}, sans niveau indiqué.`,
  languageAbsent: (name) => `Le CV énumère d’autres langues ; ${name} n’y figure pas.`,
  languageUnknown: (name) => `Le CV ne parle pas de langues (${name} demandé) : à vérifier.`,
  nativeSpeaker: 'langue maternelle',
  degreeMet: (degree) => `Diplôme au niveau demandé : ${degree}.`,
  degreeOtherField: (degree) => `Le niveau y est, dans un autre domaine : ${degree}.`,
  degreeBelow: (degree, wanted) => `Plus haut diplôme trouvé : ${degree} (demandé : ${wanted}).`,
  degreeByPractice: (proof) => `Pas de diplôme trouvé dans ce domaine, mais le métier est exercé : ${proof}.`,
  degreeUnknown: (wanted) => `Le CV n’indique pas de diplôme (${wanted} demandé) : à vérifier.`,
  titleMet: (proof) => `Métier exercé : ${proof}.`,
  titleNear: (proof) => `Métier voisin : ${proof}.`,
  titleFar: 'Aucun emploi du CV n’est proche de cette offre.',
  titleUnknown: 'Le CV ne nomme pas d’emploi.',
  textShare: (percent, proof) =>
    `${percent} % des thèmes de l’annonce se retrouvent dans le CV${proof && `, par exemple ${proof}`}.`,
  textUnknown: 'Le CV est trop bref pour comparer avec l’annonce : à vérifier.',
  textNone: 'Les thèmes de l’annonce ne se retrouvent pas dans le CV.',
  duration: (months) => durationInWords(months, ['mois', 'mois'], ['an', 'ans'], 'et'),
  today: 'aujourd’hui',
  between: ' ; ',
  fewCriteria: 'L’offre précise peu de critères : le score repose surtout sur le titre et le texte.',
  scantProfile: 'Le CV a livré peu d’éléments : lisez-le avant de conclure.',
};

const en: Words = {
  titleLabel: 'Experience in the job offered',
  textLabel: 'Closeness to the tasks described',
  minYears: (years) => `${decimal(years, 'en')} ${plural(years, 'year', 'years')} of experience in the job`,
  shown: (_label, proof) => `Shown by ${proof}.`,
  partly: (_label, proof) => `In part: ${proof}, but not all that is asked for.`,
  absent: (label) => `The CV does not mention it (“${label}”): ask the candidate.`,
  notSaid: (label) => `The CV is too short to tell (“${label}”): check in the interview.`,
  personal: (label) => `“${label}” can’t be read from a CV: judge it in the interview.`,
  yearsMet: (months, years, proof) =>
    `${en.duration(months)} in this field, ${decimal(years, 'en')} asked for${proof && `: ${proof}`}.`,
  yearsShort: (months, years, proof) =>
    `Only ${en.duration(months)} in this field, ${decimal(years, 'en')} ${plural(years, 'year', 'years')} asked for${proof && `: ${proof}`}.`,
  yearsNone: (years) =>
    `No dated job in this field, ${decimal(years, 'en')} ${plural(years, 'year', 'years')} asked for.`,
  yearsUnknown: () => 'Dates are missing, so years can’t be counted: please check.',
  languageMet: (name, level) => `The CV states ${name}: ${level}.`,
  languageBelow: (name, level, wanted) => `The CV states ${name}: ${level}, below the level asked for (${wanted}).`,
  languageNoLevel: (name) => `The CV names ${name} without a level: please check.`,
  languageOfCv: (name) => `The CV is written in ${name}; no level is stated.`,
  languageAbsent: (name) => `The CV lists other languages but not ${name}.`,
  languageUnknown: (name) => `The CV does not speak of languages (${name} is asked for): please check.`,
  nativeSpeaker: 'native',
  degreeMet: (degree) => `Degree at the level asked for: ${degree}.`,
  degreeOtherField: (degree) => `The level is there, in another field: ${degree}.`,
  degreeBelow: (degree, wanted) => `Highest degree found: ${degree} (asked for: ${wanted}).`,
  degreeByPractice: (proof) => `No degree found in this field, but the job is practised: ${proof}.`,
  degreeUnknown: (wanted) => `The CV states no degree (${wanted} is asked for): please check.`,
  titleMet: (proof) => `Has done this job: ${proof}.`,
  titleNear: (proof) => `A neighbouring job: ${proof}.`,
  titleFar: 'No job in the CV is close to this offer.',
  titleUnknown: 'The CV names no job.',
  textShare: (percent, proof) =>
    `${percent}% of the advertisement’s subjects are found in the CV${proof && `, for example ${proof}`}.`,
  textUnknown: 'The CV is too short to compare with the advertisement: please check.',
  textNone: 'The advertisement’s subjects are not found in the CV.',
  duration: (months) => durationInWords(months, ['month', 'months'], ['year', 'years'], 'and'),
  today: 'today',
  between: '; ',
  fewCriteria: 'The offer states few criteria: the score rests mostly on its title and text.',
  scantProfile: 'Little could be read from this CV: look at it before you conclude.',
};

export const words: Record<Locale, Words> = { fr, en };

export function localeOf(offer: Pick<JobOffer, 'language' | 'title' | 'text'>): Locale {
  if (offer.language) return offer.language.toLowerCase().startsWith('fr') ? 'fr' : 'en';
  const text = ` ${offer.title} ${offer.text} `.toLowerCase();
  const count = (pattern: RegExp) => (text.match(pattern) ?? []).length;
  return count(
    /\s(?:le|la|les|des|du|et|vous|nous|pour|une|un|ans|avec|ou|en|de|expérience|diplôme|chez|\(?[hf]\/[hf]\)?)(?=[\s.,;:)])/g,
  ) >= count(/\s(?:the|and|of|you|we|for|with|a|years|year|or|in|experience|degree|skills|required)(?=[\s.,;:’'])/g)
    ? 'fr'
    : 'en';
}

function durationInWords(months: number, month: [string, string], year: [string, string], and: string): string {
  const years = Math.floor(months / 12);
  const rest = years >= 3 ? 0 : months % 12;
  const parts = [
    years > 0 ? `${years} ${plural(years, ...year)}` : '',
    rest > 0 || years === 0 ? `${rest} ${plural(rest, ...month)}` : '',
  ].filter(Boolean);
  return parts.join(` ${and} `);
}
