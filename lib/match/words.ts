import type { Locale } from '../errors';
import type { JobOffer } from './types';

const plural = (count: number, one: string, many: string) => (count > 1 ? many : one);
const decimal = (value: number, locale: Locale) =>
  String(Math.round(value * 10) / 10).replace('.', locale === 'fr' ? ',' : '.');

/** « d’anglais », « de français ». */
const de = (name: string) => (/^[aeiouyàâéèêëîïôûh]/i.test(name) ? `d’${name}` : `de ${name}`);

/** « l’anglais », « le français ». */
const le = (name: string) => (/^[aeiouyàâéèêëîïôûh]/i.test(name) ? `l’${name}` : `le ${name}`);

/** « a, b et c » */
const joined = (parts: string[], and: string) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${and} ${parts[parts.length - 1]}`;

/** A quote speaks for itself; a job is introduced as one. */
const isQuote = (proof: string) => /^[«“]/.test(proof);
const parFr = (proof: string) => (isQuote(proof) ? proof : `le poste ${proof}`);
const byEn = (proof: string) => (isQuote(proof) ? proof : `the job ${proof}`);

/** The line that names a product, unless it is no more than the product's name. */
const beyond = (products: string, proof: string) =>
  proof.replace(/[«»“”\s]/g, '') === products.replace(/\s/g, '') ? '' : ` (${proof})`;

/** « « Sage » n’est pas cité » ; « rien sur « TVA » et « Sage » ». */
const notNamedFr = (lacking: string[]) => {
  const quoted = lacking.map((wording) => `« ${wording} »`);
  return quoted.length === 1 ? `${quoted[0]} n’est pas cité` : `${joined(quoted, 'et')} ne sont pas cités`;
};
const notNamedEn = (lacking: string[]) =>
  `${joined(
    lacking.map((wording) => `“${wording}”`),
    'and',
  )} ${plural(lacking.length, 'is', 'are')} not mentioned`;

const citedFr = (named: number, all: number) => {
  if (all === 1) return 'Le CV cite le seul thème de l’annonce';
  if (named === all) return `Le CV cite les ${all} thèmes de l’annonce`;
  return named === 1
    ? `Le CV cite un seul des ${all} thèmes de l’annonce`
    : `Le CV cite ${named} des ${all} thèmes de l’annonce`;
};
const namedEn = (named: number, all: number) => {
  if (all === 1) return 'The CV names the advertisement’s only subject';
  if (named === all) return `The CV names all ${all} of the advertisement’s subjects`;
  return `The CV names ${named === 1 ? 'only one' : named} of the advertisement’s ${all} subjects`;
};

/** The sentences that explain a score, in the offer's language. */
interface Words {
  titleLabel: string;
  textLabel: string;
  minYears: (years: number) => string;
  shown: (proof: string) => string;
  /** Found in a place that proves little. */
  weakPlace: Record<'training' | 'diploma' | 'claimed' | 'elsewhere', (proof: string) => string>;
  incomplete: (proof: string, lacking: string[]) => string;
  related: (proof: string, lacking: string[]) => string;
  comparableTool: (products: string, proof: string, lacking: string[]) => string;
  /** What is shown, then what only comes near the rest. */
  besides: (proof: string, close: string) => string;
  absent: (label: string) => string;
  notSaid: (label: string) => string;
  personal: (label: string) => string;
  yearsMet: (months: number, years: number, proof: string) => string;
  yearsShort: (months: number, years: number, proof: string) => string;
  olderCountsHalf: (years: number) => string;
  yearsNone: (years: number) => string;
  yearsUnknown: (months: number, years: number) => string;
  languageMet: (name: string, level: string) => string;
  languageBelow: (name: string, level: string, wanted: string) => string;
  languageNoLevel: (name: string, wanted: string) => string;
  languageNamed: (name: string) => string;
  languageOfCv: (name: string) => string;
  languageAbsent: (name: string) => string;
  languageUnknown: (name: string) => string;
  nativeSpeaker: string;
  degreeMet: (degree: string) => string;
  degreeNearField: (degree: string) => string;
  degreeOtherField: (degree: string) => string;
  degreeNoLevel: (degree: string, wanted: string) => string;
  degreeBelow: (degree: string, wanted: string) => string;
  degreeByPractice: (degree: string, proof: string) => string;
  degreeUnknown: (wanted: string) => string;
  titleMet: (proof: string) => string;
  titleNear: (proof: string) => string;
  titleShort: (proof: string) => string;
  titleFar: string;
  titleUnknown: string;
  textShare: (named: number, all: number, proof: string) => string;
  textNone: string;
  textUnknown: string;
  duration: (months: number) => string;
  today: string;
  /** Between two proofs. */
  between: string;
  placeQuestion: (place: string) => string;
  availabilityQuestion: (when: string) => string;
  question: (label: string) => string;
  answered: (answer: 'yes' | 'partly' | 'no', by: string, cv: string) => string;
  risk: (quote: string, message: string, notScored: string, suggestion: string) => string;
  notScored: string;
  fewCriteria: string;
  unconfirmed: string;
  unexplained: string;
  scantProfile: string;
}

const fr: Words = {
  titleLabel: 'Expérience dans le métier de l’offre',
  textLabel: 'Proximité avec les missions décrites',
  minYears: (years) => `${decimal(years, 'fr')} ${plural(years, 'an', 'ans')} d’expérience dans le métier`,
  shown: (proof) => `Attesté par ${parFr(proof)}.`,
  weakPlace: {
    training: (proof) => `Vu en stage ou en formation seulement : ${proof}.`,
    diploma: (proof) => `Étudié, sans pratique citée : ${proof}.`,
    claimed: (proof) => `Annoncé dans la présentation, sans exemple : ${proof}.`,
    elsewhere: (proof) => `Cité, sans exemple de pratique : ${proof}.`,
  },
  incomplete: (proof, lacking) => `En partie : ${proof} ; ${notNamedFr(lacking)}.`,
  related: (proof, lacking) => `${notNamedFr(lacking)} ; le plus proche : ${proof}.`,
  comparableTool: (products, proof, lacking) =>
    `${products}, un logiciel comparable${beyond(products, proof)} ; ${notNamedFr(lacking)}.`,
  besides: (proof, close) => `Attesté par ${parFr(proof)}. Pour le reste : ${close}`,
  absent: (label) => `Le CV n’en dit rien (« ${label} ») : à demander à la personne.`,
  notSaid: (label) => `Le CV est trop bref pour le savoir (« ${label} ») : à vérifier en entretien.`,
  personal: (label) => `« ${label} » ne se lit pas dans un CV : à apprécier en entretien.`,
  yearsMet: (months, years, proof) =>
    `${fr.duration(months)} dans ce domaine pour ${decimal(years, 'fr')} ${plural(years, 'an demandé', 'ans demandés')}${proof && ` ; poste le plus long : ${proof}`}.`,
  olderCountsHalf: (years) =>
    `La pratique de plus de ${decimal(years, 'fr')} ${plural(years, 'an', 'ans')} compte pour moitié.`,
  yearsShort: (months, years, proof) =>
    `Seulement ${fr.duration(months)} dans ce domaine pour ${decimal(years, 'fr')} ${plural(years, 'an demandé', 'ans demandés')}${proof && ` ; poste le plus long : ${proof}`}.`,
  yearsNone: (years) =>
    `Aucun emploi daté dans ce domaine, stages à part, pour ${decimal(years, 'fr')} ${plural(years, 'an demandé', 'ans demandés')}.`,
  yearsUnknown: (months, years) =>
    months === 0
      ? 'Les dates manquent pour compter les années : à vérifier.'
      : `Au moins ${fr.duration(months)} dans ce domaine pour ${decimal(years, 'fr')} ${plural(years, 'an demandé', 'ans demandés')} ; un emploi est sans dates : à vérifier.`,
  languageMet: (name, level) => `Niveau ${de(name)} indiqué dans le CV : ${level}.`,
  languageBelow: (name, level, wanted) =>
    `Niveau ${de(name)} indiqué dans le CV : ${level}, en dessous du niveau demandé (${wanted}).`,
  languageNoLevel: (name, wanted) => `Langue citée sans niveau : ${name} (demandé : ${wanted}), à vérifier.`,
  languageNamed: (name) => `Langue citée dans le CV : ${name} ; aucun niveau n’est demandé.`,
  languageOfCv: (name) => `Le CV est rédigé en ${name}, sans niveau indiqué.`,
  languageAbsent: (name) => `Le CV énumère d’autres langues ; ${le(name)} n’y figure pas.`,
  languageUnknown: (name) => `Le CV ne dit rien des langues (demandé : ${name}) : à vérifier.`,
  nativeSpeaker: 'langue maternelle',
  degreeMet: (degree) => `Diplôme au niveau demandé : ${degree}.`,
  degreeNearField: (degree) => `Le niveau y est, dans un domaine voisin : ${degree}.`,
  degreeOtherField: (degree) => `Le niveau y est, dans un autre domaine : ${degree}.`,
  degreeNoLevel: (degree, wanted) => `Le niveau de ce diplôme n’est pas lisible : ${degree} (demandé : ${wanted}).`,
  degreeBelow: (degree, wanted) => `Diplôme le plus proche : ${degree} (demandé : ${wanted}).`,
  degreeByPractice: (degree, proof) =>
    `Le diplôme demandé n’y est pas (trouvé : ${degree}), mais le métier est exercé : ${proof}.`,
  degreeUnknown: (wanted) => `Le CV n’indique pas de diplôme (demandé : ${wanted}) : à vérifier.`,
  titleMet: (proof) => `Métier exercé : ${proof}.`,
  titleNear: (proof) => `Métier voisin : ${proof}.`,
  titleShort: (proof) => `Métier exercé, mais peu, en formation ou il y a longtemps : ${proof}.`,
  titleFar: 'Aucun emploi du CV n’est proche de cette offre.',
  titleUnknown: 'Le CV ne nomme pas d’emploi.',
  textShare: (named, all, proof) =>
    `${citedFr(named, all)}${proof && `${named === 1 ? ' :' : ', par exemple'} ${proof}`}.`,
  textUnknown: 'Le CV est trop bref pour comparer avec l’annonce : à vérifier.',
  textNone: 'Le CV ne cite aucun thème de l’annonce.',
  duration: (months) => durationInWords(months, ['mois', 'mois'], ['an', 'ans'], 'et'),
  today: 'aujourd’hui',
  between: ' ; ',
  placeQuestion: (place) => `Lieu et déplacements : ${place}`,
  availabilityQuestion: (when) => `Disponibilité : ${when}`,
  question: (label) => `« ${label} » : à demander ; une personne répond.`,
  answered: (answer, by, cv) =>
    `Réponse de ${by} : ${{ yes: 'oui', partly: 'en partie', no: 'non' }[answer]}.${cv && ` D’après le CV : ${cv}`}`,
  risk: (quote, message, notScored, suggestion) => `« ${quote} » : ${message}${notScored} Conseil : ${suggestion}.`,
  notScored: ' Ce critère n’est pas noté.',
  fewCriteria: 'L’offre précise peu de critères : le score repose surtout sur le titre et le texte.',
  unconfirmed: 'Les critères ont été lus dans le texte de l’offre ; personne ne les a encore confirmés.',
  unexplained: 'Sans justification ici : la justification détaillée se limite aux premiers du classement.',
  scantProfile: 'Le CV a livré peu d’éléments : lisez-le avant de conclure.',
};

const en: Words = {
  titleLabel: 'Experience in the job offered',
  textLabel: 'Closeness to the tasks described',
  minYears: (years) => `${decimal(years, 'en')} ${plural(years, 'year', 'years')} of experience in the job`,
  shown: (proof) => `Shown by ${byEn(proof)}.`,
  weakPlace: {
    training: (proof) => `Seen in an internship or in training only: ${proof}.`,
    diploma: (proof) => `Studied; no practice is mentioned: ${proof}.`,
    claimed: (proof) => `Stated in the introduction, without an example: ${proof}.`,
    elsewhere: (proof) => `Mentioned, without an example of practice: ${proof}.`,
  },
  incomplete: (proof, lacking) => `In part: ${proof}; ${notNamedEn(lacking)}.`,
  related: (proof, lacking) => `${notNamedEn(lacking)}; the nearest: ${proof}.`,
  comparableTool: (products, proof, lacking) =>
    `${products}, comparable software${beyond(products, proof)}; ${notNamedEn(lacking)}.`,
  besides: (proof, close) => `Shown by ${byEn(proof)}. As to the rest: ${close}`,
  absent: (label) => `The CV does not mention it (“${label}”): ask the person.`,
  notSaid: (label) => `The CV is too short to tell (“${label}”): check in the interview.`,
  personal: (label) => `“${label}” can’t be read from a CV: judge it in the interview.`,
  yearsMet: (months, years, proof) =>
    `${en.duration(months)} in this field, ${decimal(years, 'en')} asked for${proof && `; the longest job: ${proof}`}.`,
  olderCountsHalf: (years) =>
    `Practice more than ${decimal(years, 'en')} ${plural(years, 'year', 'years')} back counts half.`,
  yearsShort: (months, years, proof) =>
    `Only ${en.duration(months)} in this field, ${decimal(years, 'en')} ${plural(years, 'year', 'years')} asked for${proof && `; the longest job: ${proof}`}.`,
  yearsNone: (years) =>
    `No dated job in this field, internships aside; ${decimal(years, 'en')} ${plural(years, 'year', 'years')} asked for.`,
  yearsUnknown: (months, years) =>
    months === 0
      ? 'Dates are missing, so years can’t be counted: please check.'
      : `At least ${en.duration(months)} in this field, ${decimal(years, 'en')} asked for; a job has no dates: please check.`,
  languageMet: (name, level) => `The CV states ${name}: ${level}.`,
  languageBelow: (name, level, wanted) => `The CV states ${name}: ${level}, below the level asked for (${wanted}).`,
  languageNoLevel: (name, wanted) => `The CV names ${name} without a level (asked for: ${wanted}): please check.`,
  languageNamed: (name) => `The CV names ${name}; no level is asked for.`,
  languageOfCv: (name) => `The CV is written in ${name}; no level is stated.`,
  languageAbsent: (name) => `The CV lists other languages but not ${name}.`,
  languageUnknown: (name) => `The CV says nothing about languages (asked for: ${name}): please check.`,
  nativeSpeaker: 'native',
  degreeMet: (degree) => `Degree at the level asked for: ${degree}.`,
  degreeNearField: (degree) => `The level is there, in a neighbouring field: ${degree}.`,
  degreeOtherField: (degree) => `The level is there, in another field: ${degree}.`,
  degreeNoLevel: (degree, wanted) => `The level of this degree can’t be read: ${degree} (asked for: ${wanted}).`,
  degreeBelow: (degree, wanted) => `Nearest degree: ${degree} (asked for: ${wanted}).`,
  degreeByPractice: (degree, proof) =>
    `The degree asked for is not there (found: ${degree}), but the job is practised: ${proof}.`,
  degreeUnknown: (wanted) => `The CV states no degree (asked for: ${wanted}): please check.`,
  titleMet: (proof) => `Has done this job: ${proof}.`,
  titleNear: (proof) => `A neighbouring job: ${proof}.`,
  titleShort: (proof) => `Has done this job, but briefly, in training or long ago: ${proof}.`,
  titleFar: 'No job in the CV is close to this offer.',
  titleUnknown: 'The CV names no job.',
  textShare: (named, all, proof) =>
    `${namedEn(named, all)}${proof && `${named === 1 ? ':' : ', for example'} ${proof}`}.`,
  textUnknown: 'The CV is too short to compare with the advertisement: please check.',
  textNone: 'The CV names none of the advertisement’s subjects.',
  duration: (months) => durationInWords(months, ['month', 'months'], ['year', 'years'], 'and'),
  today: 'today',
  between: '; ',
  placeQuestion: (place) => `Place and travel: ${place}`,
  availabilityQuestion: (when) => `Availability: ${when}`,
  question: (label) => `“${label}”: to be asked; a person answers.`,
  answered: (answer, by, cv) => `${by} answered: ${answer}.${cv && ` From the CV: ${cv}`}`,
  risk: (quote, message, notScored, suggestion) => `“${quote}”: ${message}${notScored} Advice: ${suggestion}.`,
  notScored: ' It is not scored.',
  fewCriteria: 'The offer states few criteria: the score rests mostly on its title and text.',
  unconfirmed: 'The criteria were read from the offer’s text; nobody has confirmed them yet.',
  unexplained: 'No reason here: reasons were asked for at the top of the ranking only.',
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
