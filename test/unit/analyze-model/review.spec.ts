import { reviewReasons } from '../../../lib/analyze';
import { emptyProfile } from '../../../lib/profile';

const profile = emptyProfile('2026-06-01');
profile.meta.disagreements.push({ path: 'experiences[0].title', kept: 'a', other: 'b', keptSource: 'rules' });
profile.meta.warnings.push({ code: 'unverified-value', message: 'left out' }, { code: 'other', message: 'x' });

describe('a person is asked to look at the CV', () => {
  it('where rules and model disagree, with the field but not its values', () => {
    const reasons = reviewReasons(profile, 'disagreements');
    expect(reasons).toMatchObject([{ code: 'disagreement', path: 'experiences[0].title' }]);
    expect(JSON.stringify(reasons)).not.toContain('"a"');
  });

  it('on any doubt, when that was asked for; never, when not', () => {
    expect(reviewReasons(profile, 'anyDoubt').map(({ code }) => code)).toEqual(['disagreement', 'unverified-value']);
    expect(reviewReasons(profile, 'never')).toEqual([]);
    expect(reviewReasons(emptyProfile('2026-06-01'), 'anyDoubt')).toEqual([]);
  });
});
