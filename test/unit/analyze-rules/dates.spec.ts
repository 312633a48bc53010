import { findPeriods, withoutPeriods } from '../../../lib/analyze/dates';

const read = (text: string) =>
  findPeriods(text, '2026-01-15').map(
    (p) => `${p.start ?? ''}..${p.current ? 'now' : p.end}${p.range ? '' : ' single'}`,
  );

describe('periods of a CV', () => {
  it.each([
    ['janv. 2019 – à ce jour', '2019-01..now'],
    ['2015-2018', '2015..2018'],
    ['03/2017 - 09/2020', '2017-03..2020-09'],
    ['depuis 2021', '2021..now'],
    ['D’août 2023 à août 2025', '2023-08..2025-08'],
    ['Feb ’23 – now', '2023-02..now'],
    ['Jan 2020 – Present', '2020-01..now'],
    ['since March 2019', '2019-03..now'],
    ['seit 2020', '2020..now'],
    ['05/2018 – bis heute', '2018-05..now'],
    ['sept. 2024 – actualidad', '2024-09..now'],
    ['augustus 2023 – heden', '2023-08..now'],
    ['marzo 2018 – oggi', '2018-03..now'],
    ['Du 1er mars 2019 au 31 août 2020', '2019-03..2020-08'],
    ['12/03/2019 - 30/09/2020', '2019-03..2020-09'],
    ['2022-10 — 2025-09', '2022-10..2025-09'],
    ['09/17 - 03/19', '2017-09..2019-03'],
    ['2019/2020', '2019..2020'],
    ['2010-15', '2010..2015'],
    ['Printemps 2019 – Automne 2020', '2019..2020'],
    ['fin 2018 – début 2020', '2018..2020'],
    ['mid-2019 – end of 2020', '2019..2020'],
    ['Mitte 2019 – Ende 2020', '2019..2020'],
    ['principios de 2019 – finales de 2020', '2019..2020'],
    ['begin 2019 – eind 2020', '2019..2020'],
    ['a.a. 2015/16', '2015..2016'],
    ['Jänner 2019 – März 2020', '2019-01..2020-03'],
    ['set. 2016 - ott. 2017', '2016-09..2017-10'],
    ['mrt. 2017 t/m aug. 2019', '2017-03..2019-08'],
    ['2019 - hasta la fecha', '2019..now'],
    ['maart 2021 – tot op heden', '2021-03..now'],
    ['marzo 2020 – fino ad oggi', '2020-03..now'],
  ])('reads « %s »', (text, expected) => expect(read(text)).toEqual([expected]));

  it('gives a month without a year the year of the end', () =>
    expect(read('mars à août 2019')).toEqual(['2019-03..2019-08']));

  it('puts the start in the year before when its month is later than the end’s', () =>
    expect(read('novembre à février 2020')).toEqual(['2019-11..2020-02']));

  it('cuts seasons to the year', () => expect(read('été 2019')).toEqual(['..2019 single']));

  it('takes no amount of money, version or ratio for a date', () => {
    expect(read('budget de 2000 €, 24/7, 1 900 000 km, norme 2.2')).toEqual([]);
  });

  it('rejects a period that ends before it begins', () => expect(read('2020 - 2015')).toEqual([]));

  it('leaves the rest of the line without durations and separators', () => {
    const text = 'Chargée de mission | Groupe Nova | janv. 2020 - déc. 2021 (2 ans)';
    expect(withoutPeriods(text, findPeriods(text, '2026-01-15'))).toBe('Chargée de mission | Groupe Nova');
  });
});
