import { fold } from '../../../match';

const WORDS: Record<string, number> = {
  ...{
    deux: 2,
    trois: 3,
    quatre: 4,
    cinq: 5,
    six: 6,
    sept: 7,
    huit: 8,
    neuf: 9,
    dix: 10,
    onze: 11,
    douze: 12,
    treize: 13,
  },
  ...{
    quatorze: 14,
    quinze: 15,
    seize: 16,
    vingt: 20,
    trente: 30,
    quarante: 40,
    cinquante: 50,
    soixante: 60,
    cent: 100,
  },
  ...{ cents: 100, mille: 1000, million: 1_000_000, millions: 1_000_000, milliards: 1_000_000_000 },
  ...{ two: 2, three: 3, four: 4, five: 5, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13 },
  ...{ fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30 },
  ...{ forty: 40, fifty: 50, sixty: 60, hundred: 100, thousand: 1000, billion: 1_000_000_000, half: 0.5, twice: 2 },
  ...{ double: 2, triple: 3, demi: 0.5, doubled: 2, tripled: 3, doublé: 2 },
};

const NUMBER = /(?<![\p{L}\p{N}])\d+(?:[ \u00A0\u202F.,]\d{3}(?!\d))*(?:[.,]\d+)?|[\p{L}]+/gu;
/** What makes another number of it: a share, an amount of money, a size. */
const UNIT =
  /^[\s\u00A0\u202F]*(%|€|\$|£|k€|m€|k\b|m\b|euros?\b|dollars?\b|pounds?\b|percent\b|per cent\b|pour cent\b|km\b|kg\b|m2\b|m²)/iu;

export interface Amount {
  value: number;
  start: number;
  end: number;
  /** `%`, `€`…; empty for a plain count. */
  unit: string;
}

/** Numbers in figures and in words, French and English. "one" and « un » are articles more often than numbers. */
export function amountsIn(text: string): Amount[] {
  const found = [...text.matchAll(NUMBER)].flatMap((match) => {
    const figure = /^\d/.test(match[0]);
    const value = figure ? figures(match[0]) : WORDS[fold(match[0])];
    if (value === undefined) return [];
    return [{ value, start: match.index, end: match.index + match[0].length, figure }];
  });
  const whole: typeof found = [];
  for (const one of found) {
    const last = whole.at(-1);
    const value =
      last && !last.figure && !one.figure && JOINED.test(text.slice(last.end, one.start)) && together(last, one);
    if (last && value) whole.splice(-1, 1, { ...last, value, end: one.end });
    else whole.push(one);
  }
  return whole.map(({ value, start, end }) => ({ value, start, end, unit: unitOf(text.slice(end)) }));
}

/** « vingt-cinq », "three hundred and forty", « quatre-vingt-dix ». */
const JOINED = /^(?:[ \u00A0-]|[ -](?:et|and)[ -])$/iu;

function together({ value }: { value: number }, { value: next }: { value: number }): number | null {
  if (next >= 100 && value < next) return value * next;
  if (value === 4 && next === 20) return 80;
  if (value === 10 && next >= 7 && next <= 9) return value + next;
  const room = value % 1000 === 0 ? 1000 : value % 100 === 0 ? 100 : value % 20 === 0 ? 20 : 10;
  return value >= 20 && next < room ? value + next : null;
}

const unitOf = (text: string) => {
  const unit = (UNIT.exec(text)?.[1] ?? '').toLowerCase();
  return /^(?:pour cent|percent|per cent)$/.test(unit) ? '%' : unit;
};

const figures = (text: string): number =>
  Number(text.replace(/[\s\u00A0\u202F](?=\d{3})|[.,](?=\d{3}(?!\d))/g, '').replace(',', '.'));
