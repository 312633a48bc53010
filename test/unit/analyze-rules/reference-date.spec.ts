import { referenceDay } from '../../../lib/analyze';
import { documentOf } from './document';

const TODAY = '2026-06-01';
const LINES = ['Odile Quercy', 'Libraire, Librairie Paillon', 'mars 2019 - à ce jour', 'BTS 2015 - 2017'];
const mail = (date: string) => ({
  origin: { container: 'm.eml', path: 'cv.pdf', role: 'attachment' as const, mail: { date } },
});

const of = (more: Parameters<typeof documentOf>[1], lines = LINES, uploaded?: string) =>
  referenceDay(documentOf(lines, more), TODAY, uploaded);

describe('the day that “present” means', () => {
  it('is the mail’s before all others', () => {
    const properties = { modified: '2022-05-04T10:00:00Z' };
    expect(of({ ...mail('2024-02-03T09:00:00Z'), properties }, LINES, '2025-01-01T00:00:00Z')).toEqual({
      day: '2024-02-03',
      source: 'mail',
    });
  });

  it('else the upload’s', () => {
    expect(of({ properties: { modified: '2022-05-04T10:00:00Z' } }, LINES, '2025-01-02T08:00:00.000+01:00')).toEqual({
      day: '2025-01-02',
      source: 'upload',
    });
  });

  it('else the file’s last change, else its making', () => {
    const both = { created: '2021-01-09T10:00:00Z', modified: '2022-05-04T10:00:00Z' };
    expect(of({ properties: both })).toEqual({ day: '2022-05-04', source: 'file' });
    expect(of({ properties: { created: both.created } })).toEqual({ day: '2021-01-09', source: 'file' });
  });

  it('else today', () => {
    expect(of({})).toEqual({ day: TODAY, source: 'today' });
    expect(of({ properties: { modified: 'yesterday' } })).toEqual({ day: TODAY, source: 'today' });
  });

  it.each([
    ['to come', { modified: '2031-01-01T00:00:00Z' }],
    ['before what the CV tells of', { modified: '2019-02-27T00:00:00Z' }],
    ['of a clock that was never set', { modified: '1980-01-01T00:00:00Z' }],
    ['not of the calendar', { modified: '2022-17-04' }],
  ])('is not a file’s date that is %s', (_, properties) => {
    expect(of({ properties })).toEqual({ day: TODAY, source: 'today' });
  });

  it('takes the file’s making when its last change is not believable', () => {
    const properties = { modified: '2040-01-01T00:00:00Z', created: '2020-02-02T00:00:00Z' };
    expect(of({ properties })).toEqual({ day: '2020-02-02', source: 'file' });
  });

  it('compares as precisely as the CV is: a year that has begun is none to come', () => {
    expect(of({ properties: { modified: '2023-02-10T00:00:00Z' } }, ['Vendeuse', '2021 - 2023'])).toEqual({
      day: '2023-02-10',
      source: 'file',
    });
  });

  it('lets a CV name dates to come', () => {
    const lines = [...LINES, 'Master attendu en 2028'];
    expect(of({ properties: { modified: '2025-10-10T00:00:00Z' } }, lines).source).toBe('file');
  });

  it('does not believe a mail from the future', () => {
    expect(of(mail('2027-02-03T09:00:00Z'))).toEqual({ day: TODAY, source: 'today' });
  });
});
