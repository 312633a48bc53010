import type { Contact, Evidence } from '../../profile';
import { evidenceOf } from '../evidence';
import { alternation, fold, key, trimEnds, words } from '../text';
import { SHAPES } from './postcodes';
import type { Row } from './rows';
import { CONTACT_LABELS } from './vocabulary/personal';
import { STREET_ENDINGS, STREET_WORDS, TOWNS } from './vocabulary/places';

export interface PlaceFound extends Pick<Contact, 'address' | 'postalCode' | 'city'> {
  /** ISO 3166-1 alpha-2, only when the CV names the country. */
  country: string | null;
  /** Countries that the shape of the address or the town speaks for; used to read phone numbers only. */
  guesses: string[];
  evidence: Record<string, Evidence>;
}

const COUNTRY_CODES =
  'FR BE CH LU MC DE AT ES IT NL GB IE US CA PT MA TN DZ SN CI CM ML BF GN TG BJ GA CG CD MG MU HT LB TR GR PL CZ SK HU RO BG HR SI RS UA RU SE NO DK FI IS EE LV LT IN CN JP KR VN TH SG AU NZ BR AR MX CO CL PE ZA NG GH KE EG AE SA QA IL IR PK BD LK RE GP MQ GF YT'.split(
    ' ',
  );
const NAME_LANGUAGES = ['fr', 'en', 'de', 'es', 'it', 'nl'];

let countryNames: Map<string, string> | null = null;

/** Country names in six languages as the platform knows them, folded. */
function countries(): Map<string, string> {
  if (countryNames) return countryNames;
  countryNames = new Map([
    ['uk', 'GB'],
    ['england', 'GB'],
    ['angleterre', 'GB'],
    ['scotland', 'GB'],
    ['ecosse', 'GB'],
    ['wales', 'GB'],
    ['great britain', 'GB'],
    ['usa', 'US'],
    ['u s a', 'US'],
    ['etats unis', 'US'],
    ['united states of america', 'US'],
    ['hollande', 'NL'],
    ['holland', 'NL'],
    ['the netherlands', 'NL'],
  ]);
  for (const language of NAME_LANGUAGES) {
    const names = new Intl.DisplayNames([language], { type: 'region' });
    for (const code of COUNTRY_CODES) countryNames.set(key(names.of(code) ?? code), code);
  }
  return countryNames;
}

const TOWN_COUNTRY = new Map<string, string>();
for (const [country, list] of Object.entries(TOWNS)) {
  for (const town of list.split(';')) if (!TOWN_COUNTRY.has(town.trim())) TOWN_COUNTRY.set(town.trim(), country);
}

/** The country of a larger town, null for a word that is not known as one. */
export function townCountry(text: string): string | null {
  return TOWN_COUNTRY.get(key(text)) ?? null;
}

export function countryOf(text: string): string | null {
  return countries().get(key(text)) ?? null;
}

const FIVE_DIGITS: Record<string, string[]> = { fr: ['FR', 'MA'], en: ['US'], de: ['DE'], es: ['ES'], it: ['IT'] };
const LABEL = new RegExp(String.raw`^(?:${alternation(CONTACT_LABELS)})\s*(?::|\t|\s)\s*`, 'u');
const CITY_LABEL =
  /^(?:ville|city|stadt|ciudad|citta|stad|woonplaats|wohnort|location|localisation|lieu|domicile|residence|based in|lives in|habite a|basee? a|place of residence)\s*(?::|\t|\s)\s*/;
/** Where somebody was born is not where they live. */
const BIRTH =
  /^(?:nee?(?:\(e\))?|(?:date|lieu)(?: et lieu)? de naissance|born|geboren|geburts\p{L}+|nacid[oa]|nat[oa])\s/u;
const YEAR = /^(?:19|20)\d{2}$/;

/** Cuts a contact label off the front: « Adresse : 3 rue… », "City Strasbourg". */
export function withoutLabel(text: string): string {
  const match = LABEL.exec(fold(text));
  if (!match) return text;
  const rest = text.slice(match[0].length);
  return /[:\t]/.test(match[0]) || /^[\p{Lu}\d+(]/u.test(rest) ? rest : text;
}

function isStreet(text: string): boolean {
  const list = words(text);
  const compound = list.some((word) =>
    STREET_ENDINGS.some((ending) => word.length > ending.length + 2 && word.endsWith(key(ending))),
  );
  return /\d/.test(text) && (list.some((word) => STREET_WORDS.includes(word)) || compound);
}

function tidyTown(town: string): string {
  return trimEnds(
    town.replace(/\s+(?:CEDEX|Cedex|cedex)\b.*$/, '').replace(/\s+(?:FR|BE|CH|LU|DE|ES|IT|NL|GB|US|IE)$/, ''),
  );
}

/** A country written at the end of an address (« Lyon, France », "Rennes 35000 FR"). */
function countryAfter(text: string): string | null {
  const last =
    text
      .split(/[,\t–|·()]|\s-\s/)
      .map((part) => part.trim())
      .filter(Boolean)
      .at(-1) ?? '';
  const code = /(?:^|\s)([A-Z]{2})$/.exec(last)?.[1];
  return countryOf(last) ?? (code && COUNTRY_CODES.includes(code) ? code : null);
}

/** A town that the pattern took together with the street before it ("Beacon St Boston"). */
function afterStreet(town: string): string {
  const list = town.split(' ');
  const street = list.findLastIndex(
    (word, i) =>
      i > 0 && i < list.length - 1 && STREET_WORDS.includes(key(word)) && /^\p{Lu}/u.test(word) && word.length <= 9,
  );
  return street < 0 ? town : list.slice(street + 1).join(' ');
}

/** « 1822 Lakeview Dr » is no postcode and town. */
function endsAsStreet(town: string): boolean {
  const list = words(town);
  return (
    STREET_WORDS.includes(list[list.length - 1]) ||
    (list.length > 1 && STREET_WORDS.includes(list[0]) && !/^(?:st|la|le|bad|via)$/.test(list[0]))
  );
}

function byPostcode(row: Row, language: string | null): PlaceFound | null {
  const text = row.text.replace(/\t/g, ' , ');
  for (const { pattern, guesses } of SHAPES) {
    const match = pattern.exec(text);
    const groups = match?.groups;
    if (!match || !groups || YEAR.test(groups.zip)) continue;
    const city = afterStreet(tidyTown(groups.town));
    if (
      !city ||
      /^\p{Ll}/u.test(city) ||
      /^[A-Z]{2}$/.test(city) ||
      endsAsStreet(city) ||
      CONTACT_LABELS.includes(key(city))
    )
      continue;
    const before = trimEnds(withoutLabel(text.slice(0, match.index)));
    const address =
      before
        .split(/\s(?:[,|•·–—])\s/)
        .findLast(isStreet)
        ?.trim() ?? null;
    const state = groups.state && ['BE', 'CH', 'LU', 'AT', 'DK', 'NO'].includes(groups.state) ? groups.state : null;
    const country = state ?? countryAfter(text);
    const evidence = evidenceOf([row], row.text);
    return {
      address,
      postalCode: groups.zip.length > 2 && !/^97\d$/.test(groups.zip) ? groups.zip : null,
      city,
      country,
      guesses: [
        ...[townCountry(city) ?? []].flat(),
        ...(guesses.length > 0 ? guesses : (FIVE_DIGITS[language ?? 'fr'] ?? ['FR'])),
      ],
      evidence: {
        city: evidence,
        ...(groups.zip.length > 2 && { postalCode: evidence }),
        ...(address && { address: evidence }),
        ...(country && { countryCode: evidence }),
      },
    };
  }
  return null;
}

/** « Lille, France », « Talence, FR », a known town alone, or a town behind a label. */
function byName(row: Row): PlaceFound | null {
  for (const cell of row.text.split(/\t|\s(?:[|•·/–]|ou|or|oder|et|and|und|y)\s|\s-\s/)) {
    const labelled = CITY_LABEL.exec(fold(cell));
    const text = trimEnds(labelled ? cell.slice(labelled[0].length) : withoutLabel(cell));
    const [written, ...rest] = text.split(/,\s*|\s*\(/).map(trimEnds);
    // « Lyon 7e », "Bristol BS3": the part of the town that post goes by.
    const town = written?.replace(/\s(?:\d{1,2}(?:\s?(?:er|e|ème|eme))?|[A-Z]{1,2}\d[A-Z\d]?)$/u, '');
    if (!town || !/^\p{Lu}/u.test(town) || town.split(' ').length > 5 || /[@\d:]/.test(town)) continue;
    const after = rest.at(-1) ?? '';
    const country = countryOf(after) ?? (/^[A-Z]{2}$/.test(after) && COUNTRY_CODES.includes(after) ? after : null);
    const isState = /^[A-Z]{2}$/.test(after) || /^(?:[A-Z]\.){2}$/.test(after);
    const known = townCountry(town);
    if (!(country ?? labelled ?? (rest.length <= 1 && known) ?? null) && !(isState && rest.length === 1)) continue;
    if (countryOf(town) && !labelled) continue;
    const evidence = evidenceOf([row], row.text);
    return {
      address: null,
      postalCode: null,
      city: tidyTown(town),
      country,
      guesses: country ? [country] : known ? [known] : isState ? ['US'] : [],
      evidence: { city: evidence, ...(country && { countryCode: evidence }) },
    };
  }
  return null;
}

/** A postcode behind its own label ("Postal code 67000"). */
function labelledPostcode(rows: readonly Row[]): { row: Row; zip: string } | null {
  for (const row of rows) {
    const match =
      /^(?:postal code|postcode|code postal|plz|zip(?: code)?|cap|codigo postal)\s*[:\t ]\s*([a-z\d][a-z\d -]{2,8}\d[a-z]{0,2})$/.exec(
        fold(row.text),
      );
    if (match) return { row, zip: row.text.slice(-match[1].length).toUpperCase() };
  }
  return null;
}

const ENDS_IN_ZIP = /^(.*?)[\s,]*(?:\d{4,5}|\d{4}\s?[A-Z]{2}|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}),?$/;

/** Two rows that a narrow column cut: « 27 avenue Jean Jaurès, 69007 » and « Lyon », or "77 Beacon St Boston" and "02108 US". */
function joined(row: Row, next: Row | undefined): Row | null {
  if (!next || next.block !== row.block || next.page !== row.page) return null;
  const both = { ...row, text: `${row.text} ${withoutLabel(next.text)}` };
  const before = ENDS_IN_ZIP.exec(row.text)?.[1];
  if (before === undefined) return isStreet(row.text) && /^\d{4,5}(?:\s[A-Z]{2})?$/.test(next.text) ? both : null;
  const last = before.split(/,|\s[–-]\s/).at(-1) ?? '';
  // The end of a telephone number is no postcode.
  if (/^[+\d][\d\s().-]{3,}$/.test(before)) return null;
  // A town already stands before the postcode: « Rennes 35000 ».
  const hasTown = /\p{Lu}\p{L}/u.test(withoutLabel(last)) && !words(last).some((word) => STREET_WORDS.includes(word));
  return !hasTown && /^\p{Lu}[\p{L}' -]+$/u.test(withoutLabel(next.text)) ? both : null;
}

/** Where the CV's owner lives. Only rows with contact data are looked at: towns also stand beside employers and schools. */
export function readPlace(zone: readonly Row[], language: string | null): PlaceFound | null {
  const rows = zone.filter((row) => (!row.bullet || row.text.length < 60) && !BIRTH.test(fold(row.text)));
  const found =
    rows.map((row, i) => byPostcode(joined(row, rows[i + 1]) ?? row, language)).find((place) => place !== null) ??
    rows.map((row) => byName(row)).find((place) => place !== null) ??
    null;
  if (!found) return null;
  const zip = found.postalCode ? null : labelledPostcode(rows);
  const street = found.address
    ? null
    : rows.find((row) => isStreet(row.text) && !/[@]/.test(row.text) && row.text.length < 80);
  return {
    ...found,
    postalCode: found.postalCode ?? zip?.zip ?? null,
    address: found.address ?? (street ? trimEnds(withoutLabel(street.text.split('\t').at(-1) ?? street.text)) : null),
    evidence: {
      ...found.evidence,
      ...(zip && { postalCode: evidenceOf([zip.row], zip.row.text) }),
      ...(street && { address: evidenceOf([street], street.text) }),
    },
  };
}
