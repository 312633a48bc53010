import { cefrIn, degreeLevelIn, degreeLevelName, durationsIn, languageName, languagesIn } from '../../match';
import { findTown } from '../places';
import type { AskedFilter, SearchFilters } from '../types';
import { normalise } from '../words';
import { readAvailableBy } from './ask-availability';
import { MOST_KM } from './filters';
import { cityName } from './keys';

/** Words that ask, and say nothing of whom. */
const ASKING =
  /(?<![\p{L}])(?:je|nous|on|cherch\p{L}*|recherch\p{L}*|trouv\p{L}*|voudrai\p{L}*|montr\p{L}*|list\p{L}*|donn\p{L}*|qui|quel\p{L}*|avec|ayant|sachant|connaissant|parlant|parle\p{L}*|maitris\p{L}*|habit\p{L}*|vivant|bas\p{L}{1,2}|situ\p{L}*|pres|proche|autour|secteur|region|dans|chez|sur|pour|dont|est|sont|ont|a|au|aux|an|ans|annee\p{L}*|moins|minimum|plus|maximum|environ|experience\p{L}*|exp|niveau|diplom\p{L}*|candidat\p{L}*|personne\p{L}*|profil\p{L}*|quelqu|find|show|list|give|me|who|with|having|speaking|speaks|living|lives|based|near|in|at|least|most|years?|yrs?|experience\p{L}*|candidates?|people|someone|anyone|looking|for|level|degree|and|et|de|des|du|d|la|le|les|l|un|une|en|the|an|of)(?![\p{L}])/gu;
const PLACE =
  /(?<![\p{L}])(?:à|a|sur|vers|près de|pres de|proche de|autour de|région de|dans le|in|near|around|based in)\s+((?:(?:Saint|Sainte|Le|La|Les|L['’]|Aix|New|Mont)[-\s'’]?)?\p{Lu}[\p{L}'’]+(?:[-\s](?:en|sur|les|le|la|de|du|d['’]|lès|\p{Lu}[\p{L}'’]+)(?:[-\s]|(?![\p{L}])))*(?:\p{Lu}?[\p{L}'’]*)?)/gu;
const DEPARTMENT = /(?<![\p{L}\d])(?:d[ée]partement|dept?\.?|dans le)\s*(?:du|de la|de)?\s*(\d{2,3})(?!\d)/iu;
/** « à moins de 30 km de », "within 30 km of"; with what leads to the town's name. */
const RADIUS =
  /(?<!\p{L})(?:(?:à|a)\s+)?(?:(?:moins|environ|max\p{L}*)\s+(?:de\s+)?|(?:dans\s+un\s+)?rayon\s+de\s+|within\s+|less\s+than\s+|up\s+to\s+)?(\d{1,3})\s*(?:km|kilom\p{L}+)(?!\p{L})(\s+(?:autour\s+)?(?:de\s+|d['’]\s*)|\s+(?:around|of|from)\s+)?/iu;
const AT_MOST = /(?:moins de|au plus|maximum|max\.?|jusqu['’]à|less than|at most|up to|under)\s*$/iu;
const BILINGUAL = /(?<![\p{L}])(?:bilingues?|bilingual)(?![\p{L}])/iu;
const TRILINGUAL = /(?<![\p{L}])(?:trilingues?|trilingual)(?![\p{L}])/iu;

/**
 * A question as a filter, by rules: years, languages with their level, degree, place; the words that remain are searched for. « Bilingue » alone
 * means English in French recruiting, and says so in what was understood.
 */
export function readQuestion(question: string, locale: 'fr' | 'en', now: Date): AskedFilter {
  const filters: SearchFilters = {};
  let rest = question;
  const take = (part: string) => (rest = rest.replace(part, ' · '));
  readAvailableBy(question, filters, take, now);
  readDurations(rest, filters, take);
  const degree =
    /(?<![\p{L}])(?:bac|master|licence|bts|dut|but|cap|bep|doctorat|phd|degree|bachelor|dipl[oô]m|ing[ée]nieur|mba)/iu.test(
      rest,
    )
      ? degreeLevelIn(rest)
      : null;
  const degreeWords =
    /(?<![\p{L}])(?:bac\s*\+?\s*\d?|masters?(?:['’]s)?|licence|bts|dut|cap|bep|doctorat|phd|mba|bachelor(?:['’]s)?)(?![\p{L}])/iu.exec(
      rest,
    );
  if (degree !== null && degreeWords) {
    filters.minDegree = degree;
    take(degreeWords[0]);
  }
  readLanguages(rest, filters, take);
  const radius = RADIUS.exec(rest);
  if (radius) rest = rest.replace(radius[0], radius[2] ? ' à ' : ' ');
  readPlace(rest, filters, take);
  if (radius && isKnownTown(filters)) filters.radiusKm = Math.min(Math.max(Number(radius[1]), 1), MOST_KM);
  const query = normalise(rest)
    .replace(ASKING, ' ')
    .replace(/[^\p{L}\p{N}#+.\-\s]+/gu, ' ')
    .replace(/(?<=\s|^)[-.+]+(?=\s|$)|(?<=\s|^)-/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const asked: AskedFilter = { query, filters, understood: [], by: 'rules', rest: query };
  return { ...asked, understood: understoodAs(asked, locale) };
}

function readDurations(question: string, filters: SearchFilters, take: (part: string) => void): void {
  for (const { years, start, end } of durationsIn(question)) {
    const before = question.slice(0, start);
    const most = AT_MOST.exec(before);
    if (most) filters.maxYears = years;
    else filters.minYears = Math.max(filters.minYears ?? 0, years);
    take(question.slice(start, end));
  }
}

function readLanguages(text: string, filters: SearchFilters, take: (part: string) => void): void {
  const named = languagesIn(text);
  const bilingual = (BILINGUAL.exec(text) ?? TRILINGUAL.exec(text))?.[0];
  const spoken = bilingual && named.length === 0 ? [{ code: 'en', start: 0, end: text.length, word: '' }] : named;
  const languages = spoken.map(({ code, start, end, word }, index) => {
    const until = named[index + 1]?.start ?? end + 25;
    const nearby = text.slice(Math.max(0, start - 12), Math.min(until, end + 25));
    const level = cefrIn(bilingual ?? nearby);
    if (word) take(word);
    const levelWord = level ? LEVEL_WORD.exec(nearby)?.[0] : undefined;
    if (levelWord && !bilingual) take(levelWord);
    return { language: code, ...(level ? { level: level === 'native' ? ('C2' as const) : level } : {}) };
  });
  if (bilingual) take(bilingual);
  if (languages.length > 0) filters.languages = languages;
}

const LEVEL_WORD =
  /(?<![\p{L}])(?:[ABC][12]|courante?s?|couramment|fluent(?:ly)?|fluency|professionnel(?:le)?|professional|natif|native|maternelle|interm[ée]diaire|intermediate|scolaire|basic|avanc[ée]e?|advanced|bon|bonne|good)(?![\p{L}\d])/iu;

function readPlace(text: string, filters: SearchFilters, take: (part: string) => void): void {
  const department = DEPARTMENT.exec(text);
  if (department) {
    filters.department = department[1];
    take(department[0]);
    return;
  }
  const place = [...text.matchAll(PLACE)].at(-1);
  if (!place) return;
  filters.city = place[1].replace(/[\s-]+$/u, '').trim();
  take(place[0]);
}

const isKnownTown = ({ city }: SearchFilters) => city !== undefined && findTown(cityName(city), null) !== null;

/** The filter in words, for a person to check. */
export function understoodAs(
  { query, filters }: Pick<AskedFilter, 'query' | 'filters'>,
  locale: 'fr' | 'en',
): string[] {
  const fr = locale === 'fr';
  const years = (count: number) =>
    `${Math.round(count * 10) / 10} ${fr ? (count >= 2 ? 'ans' : 'an') : count === 1 ? 'year' : 'years'}`;
  const languages = [
    ...(filters.language ? [{ language: filters.language, level: filters.languageLevel }] : []),
    ...(filters.languages ?? []),
  ];
  return [
    ...(query ? [`${fr ? 'mots' : 'words'} : ${query}`] : []),
    ...(filters.skills?.length ? [`${fr ? 'compétences' : 'skills'} : ${filters.skills.join(', ')}`] : []),
    ...(filters.minYears === undefined
      ? []
      : [`${fr ? 'expérience : au moins' : 'experience: at least'} ${years(filters.minYears)}`]),
    ...(filters.maxYears === undefined
      ? []
      : [`${fr ? 'expérience : au plus' : 'experience: at most'} ${years(filters.maxYears)}`]),
    ...(filters.minDegree === undefined
      ? []
      : [`${fr ? 'diplôme : au moins' : 'degree: at least'} ${degreeLevelName(filters.minDegree, locale)}`]),
    ...languages.map(({ language, level }) => {
      const name = /^[a-z]{2}$/.test(language) ? languageName(language, locale) : language;
      return `${fr ? 'langue' : 'language'} : ${name}${level ? ` (${level} ${fr ? 'au moins' : 'or better'})` : ''}`;
    }),
    ...(filters.city ? [`${fr ? 'ville' : 'city'} : ${filters.city}${around(filters.radiusKm, fr)}`] : []),
    ...(filters.availableBy ? [availableWords(filters.availableBy.slice(0, 10), fr)] : []),
    ...(filters.department ? [`${fr ? 'département' : 'département'} : ${filters.department}`] : []),
  ];
}

function availableWords(day: string, fr: boolean): string {
  return fr
    ? `disponible : au plus tard le ${day} (ou le CV ne le dit pas)`
    : `available: by ${day} (or the CV does not say)`;
}

function around(km: number | undefined, fr: boolean): string {
  if (km === undefined) return '';
  return fr ? ` (à ${km} km ou moins)` : ` (within ${km} km)`;
}
