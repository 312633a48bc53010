import { derive, emptyProfile, type Experience } from '../../../lib/profile';

const job = (start: string, end: string | null, more: Partial<Experience> = {}): Experience => ({
  employer: 'A',
  title: 'Comptable',
  start,
  end,
  current: end === null,
  place: null,
  description: null,
  kind: 'job',
  evidence: {},
  ...more,
});
const months = (...experiences: Experience[]) =>
  derive({ ...emptyProfile('2026-01-15'), experiences }, '2026-01-15').experienceMonths;

describe('derived facts', () => {
  it('counts months with both ends', () => expect(months(job('2019-03', '2019-05'))).toBe(3));
  it('counts overlapping jobs once', () =>
    expect(months(job('2019-01', '2020-12'), job('2020-01', '2021-06'))).toBe(30));
  it('counts a current job up to the reference date', () => expect(months(job('2025-01', null))).toBe(13));
  it('counts « 2015-2018 » as three years and a single year as half of one', () =>
    expect([months(job('2015', '2018')), months(job('2015', '2015'))]).toEqual([36, 6]));
  it('leaves voluntary work out', () => expect(months(job('2019-01', '2019-12', { kind: 'volunteer' }))).toBeNull());
  it('says null, not zero, when no job has dates', () => expect(months()).toBeNull());

  it('names the highest degree, the latest of equals', () => {
    const study = (degree: string, level: number, end: string) => ({
      institution: null,
      degree,
      field: 'Droit',
      level,
      start: null,
      end,
      place: null,
      evidence: {},
    });
    const profile = {
      ...emptyProfile('2026-01-15'),
      education: [study('Licence', 6, '2015'), study('Master', 7, '2017'), study('MBA', 7, '2020')],
    };
    expect(derive(profile, '2026-01-15').highestDegree).toEqual({ degree: 'MBA Droit', level: 7, year: 2020 });
  });

  it('finds the main domain by the months spent in it', () => {
    const profile = {
      ...emptyProfile('2026-01-15'),
      experiences: [job('2010-01', '2020-12'), job('2021-01', '2021-06', { title: 'Serveuse' })],
    };
    expect(derive(profile, '2026-01-15').mainDomain).toBe('business-support');
  });

  it('gives an empty profile no completeness', () =>
    expect(derive(emptyProfile('2026-01-15'), '2026-01-15').completeness).toBe(0));
});
