/** A town's name: capitalised words with the particles that join them. */
const TOWN = String.raw`[\p{Lu}][\p{L}’'.]*(?:[ -](?:[\p{Lu}][\p{L}’'.]*|\d{1,2}(?:er|e|ème)?(?![\p{L}\d])|sur|sous|en|lès|les|le|la|de|du|des|d['’][\p{L}]+|l['’][\p{L}]+|aux|am|an|der|den|del|la|upon|on|bei|im|aan)){0,5}`;

/** An address's end: where the postcode and the town stand. `guesses` are the countries that write so; empty for five digits, which many do. */
interface Shape {
  pattern: RegExp;
  guesses: string[];
}

const shape = (pattern: string, ...guesses: string[]): Shape => ({ pattern: new RegExp(pattern, 'u'), guesses });

const DUTCH = String.raw`(?<zip>\d{4}\s?[A-Z]{2})`;
const BRITISH = String.raw`(?<zip>[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2})`;
const IRISH = String.raw`(?<zip>[A-Z]\d[\dW]\s?(?=[A-Z\d]*\d)[A-Z\d]{4})`;
const NAME = `(?<town>${TOWN})`;
const END = String.raw`(?![\p{L}\d])`;

/** Tried in this order: the more particular a shape, the earlier. */
export const SHAPES: readonly Shape[] = [
  shape(String.raw`${DUTCH}\s+${NAME}`, 'NL'),
  shape(String.raw`${BRITISH}[\s,]+${NAME}`, 'GB'),
  shape(String.raw`${NAME}[\s,]+${BRITISH}${END}`, 'GB'),
  shape(String.raw`${IRISH}[\s,]+${NAME}`, 'IE'),
  shape(String.raw`${NAME}[\s,]+${IRISH}${END}`, 'IE'),
  shape(String.raw`${NAME},?\s+(?<state>[A-Z]{2})[\s,]+(?<zip>\d{5}(?:-\d{4})?)(?!\d)`, 'US'),
  shape(String.raw`${NAME},?\s+(?<state>[A-Z]{2})[\s,]+(?<zip>[A-Z]\d[A-Z]\s?\d[A-Z]\d)`, 'CA'),
  shape(String.raw`(?<![\d+])(?:[A-Z]{1,2}-)?(?<zip>\d{5})[\s,–-]+${NAME}`),
  shape(String.raw`${NAME}\s*[,(]?\s*(?<zip>\d{5})(?:-\d{4})?\)?${END}`),
  shape(String.raw`(?<![\d+./])(?:[A-Z]{1,2}-)?(?<zip>\d{4})\s+${NAME}`, 'BE', 'CH', 'LU', 'AT'),
  shape(String.raw`${NAME}\s+(?<zip>\d{4})\s+(?<state>BE|CH|LU|AT|DK|NO)${END}`, 'BE', 'CH', 'LU', 'AT'),
  shape(String.raw`${NAME}\s*\((?<zip>\d{2}|2[AB]|97\d)\)`, 'FR'),
];
