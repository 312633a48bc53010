import { parseOffer, prepareOffer, scoreProfile } from '../../../lib/match';
import { emptyProfile, type Profile } from '../../../lib/profile';
import { job } from './people';

const withJobs = (...experiences: Profile['experiences']): Profile => ({
  ...emptyProfile('2026-01-15'),
  experiences,
});
const long = withJobs(
  job('Soudeur', '2000-01', '2010-01', 'Soudure TIG'),
  job('Soudeur', '2023-02', '2026-01', 'Soudure TIG'),
);
const offer = { title: 'Soudeur', text: '', language: 'fr', criteria: { minYears: 10 } };
const yearsOf = (profile: Profile, halfAfterYears?: number) => {
  const { criteria } = scoreProfile(profile, prepareOffer({ ...offer, halfAfterYears }));
  return criteria.find(({ kind }) => kind === 'years');
};

describe('older practice at half its length', () => {
  it('counts all practice alike unless the offer asks otherwise', () => {
    expect(yearsOf(long)).toMatchObject({ status: 'met' });
    expect(yearsOf(long)?.reason).not.toMatch(/moitié/);
  });

  it('counts what lies further back half, and says so', () => {
    const counted = yearsOf(long, 5);
    expect(counted?.status).not.toBe('met');
    expect(counted?.reason).toContain('La pratique de plus de 5 ans compte pour moitié.');
  });

  it('changes nothing for somebody whose practice is recent, and never takes points for one job more', () => {
    const recent = withJobs(job('Soudeur', '2023-02', '2026-01', 'Soudure TIG'));
    expect(yearsOf(recent, 5)?.points).toBe(yearsOf(recent)?.points);
    expect(yearsOf(long, 5)?.points).toBeGreaterThan(yearsOf(recent, 5)?.points ?? 0);
  });

  it('counts a job that crosses the line in both parts, and overlaps once', () => {
    const crossing = yearsOf(withJobs(job('Soudeur', '2011-02', '2026-01', 'Soudure TIG')), 5);
    const twice = withJobs(
      job('Soudeur', '2011-02', '2026-01', 'Soudure TIG'),
      job('Soudeur', '2012-01', '2015-01', 'Soudure TIG'),
    );
    expect(crossing?.points).toBe(yearsOf(twice, 5)?.points);
    expect(crossing?.status).toBe('met');
  });

  it.each(['0', '-3', '41', '"ten"'])('is refused when it is %s', (value) => {
    expect(() => parseOffer(`{"title":"Soudeur","halfAfterYears":${value}}`, 'offer.json')).toThrow();
  });
});
