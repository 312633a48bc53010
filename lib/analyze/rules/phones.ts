import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js';
import type { Evidence } from '../../profile';
import { evidenceOf } from '../evidence';
import { fold } from '../text';
import type { Row } from './rows';

/** Countries to try a national number with, most likely first, by the language of the CV. */
const BY_LANGUAGE: Record<string, readonly CountryCode[]> = {
  fr: ['FR', 'BE', 'CH', 'LU', 'CA'],
  en: ['GB', 'US', 'IE'],
  de: ['DE', 'AT', 'CH', 'LU'],
  es: ['ES', 'MX', 'AR', 'CO'],
  it: ['IT', 'CH'],
  nl: ['NL', 'BE'],
  pt: ['PT', 'BR'],
};

const CANDIDATE = /(?<![\p{L}\p{N}/.-])(?:\+|00\s?)?\(?\d[\d\s().\-/–\u2011·]{6,22}\d(?![\p{L}\p{N}])/gu;
const LABEL =
  /\b(?:tel|telephone|phone|mobile|portable|gsm|cell|handy|telefon|telefono|telefoon|movil|cellulare|mob|ligne|whatsapp)\b/;
const NOT_PHONE =
  /\b(?:siret|siren|rpps|adeli|iban|n°|no\.|permis|securite sociale|tva|naf|dossier|facture|orias|fax)\b/;

/** National numbers are read with these countries, in this order; those seen in the address come first. */
export function countryHints(
  country: string | null,
  guesses: readonly string[],
  language: string | null,
): CountryCode[] {
  const usual = BY_LANGUAGE[language ?? 'fr'] ?? BY_LANGUAGE.fr;
  const list = [...(country ? [country] : []), ...guesses, ...usual] as CountryCode[];
  return [...new Set(list)];
}

/** « +33 (0)6 » has a zero that is not dialled from abroad. */
function tidy(text: string): string {
  return text
    .replace(/\(0\)/g, ' ')
    .replace(/^00\s?/, '+')
    .replace(/[–\u2011·]/g, '-');
}

/** Numbers of France that are dialled with a country code of their own from abroad: Réunion and Mayotte, Guadeloupe, Guyane, Martinique (ARCEP's numbering plan). */
const OVERSEAS: readonly (readonly [begins: RegExp, code: string])[] = [
  [/^\+33(?=(?:26[239]\d{6}|69[23]\d{6}|639[0-7]\d{5})$)/, '+262'],
  [/^\+33(?=(?:590|690|691)\d{6}$)/, '+590'],
  [/^\+33(?=(?:594|694)\d{6}$)/, '+594'],
  [/^\+33(?=(?:596|696|697)\d{6}$)/, '+596'],
];

function overseas(number: string, written: string): string {
  if (!written.startsWith('0')) return number;
  const found = OVERSEAS.find(([begins]) => begins.test(number));
  return found ? number.replace(found[0], found[1]) : number;
}

/**
 * A phone number as E.164; national ones are read with the countries given, in order.
 * @param home the country of the CV's own address: a number that it could have is not another country's.
 */
export function normalizePhone(
  text: string,
  countries: readonly CountryCode[],
  home: CountryCode | null = null,
): string | null {
  const tidied = tidy(text);
  const attempts = tidied.startsWith('+') ? countries.slice(0, 1) : countries;
  const parsed = attempts.map((country) => parsePhoneNumberFromString(tidied, country));
  const own = home && tidied.startsWith('0') ? parsed[attempts.indexOf(home)] : undefined;
  if (own?.isPossible()) return overseas(own.number, tidied);
  const valid = parsed.find((number) => number?.isValid());
  const possible = parsed.find((number) => number?.isPossible());
  const found = (valid ?? possible)?.number;
  return found ? overseas(found, tidied) : null;
}

/** Two numbers side by side are parted; « 06 - 12 - 34 - 56 - 78 » is one. */
function separated(text: string): string {
  const whole = text.replace(AREA_CODE, '$1 ');
  return partsOf(whole);
}

/** « 0171 / 23 98 455 »: an area code, which is too short to be a number of its own. */
const AREA_CODE = /(?<![\d.)+]\s?)(0\d{2,4})\s[/–-]\s(?=\d[\d ]{4,})/g;

function partsOf(text: string): string {
  const spaced = /\d{2}(?:\s[-–/]\s\d{2}){3}/.test(text);
  return text.replace(/\t/g, ' | ').replace(spaced ? /\s[|]\s/g : /\s[-–/|]\s/g, ' | ');
}

function isDateLike(text: string): boolean {
  return (
    /(?:19|20)\d{2}\s*[-–/]\s*(?:(?:19|20)\d{2}|\d{1,2}(?:\D|$))/.test(text) ||
    /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/.test(text.trim()) ||
    /^\d{1,2}[/.]\d{4}\s*[-–]/.test(text.trim())
  );
}

/** Phone numbers as E.164: in contact rows any plausible run of digits, elsewhere only beside a label. */
export function readPhones(
  zone: readonly Row[],
  all: readonly Row[],
  countries: readonly CountryCode[],
  home: CountryCode | null = null,
): { value: string; evidence: Evidence }[] {
  const labelled = all.filter((row) => !zone.includes(row) && !row.bullet && LABEL.test(fold(row.text)));
  const found: { value: string; evidence: Evidence }[] = [];
  for (const row of [...zone, ...labelled]) {
    const text = separated(row.text);
    for (const match of text.matchAll(CANDIDATE)) {
      const digits = match[0].replace(/\D/g, '').length;
      if (digits < 8 || digits > 15 || isDateLike(match[0]) || NOT_PHONE.test(fold(text.slice(0, match.index))))
        continue;
      const value = normalizePhone(match[0].replace(/^[^(]*\)\s*[-–]?\s*/, ''), countries, home);
      if (value && !found.some((other) => other.value === value))
        found.push({ value, evidence: evidenceOf([row], row.text) });
    }
  }
  return found;
}
