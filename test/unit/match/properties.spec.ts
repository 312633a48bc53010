import { prepareOffer, scoreProfile, type Score } from '../../../lib/match';
import { emptyProfile, type Profile } from '../../../lib/profile';
import { accountant, job, juniorNurse, nurse } from './people';
import { OFFERS, sequence, skill, SKILLS, some } from './random';

function people(): Profile[] {
  const bare: Profile = {
    ...nurse(),
    skills: [],
    experiences: [{ ...job('Employé', '2020-01', null, ''), description: null }],
  };
  return [nurse(), juniorNurse(), accountant(), emptyProfile('2026-01-15'), bare];
}

describe('whatever the CV and the offer', () => {
  const next = sequence(20260115);
  const cases = OFFERS.flatMap((offer) =>
    people().flatMap((person) =>
      [1, 2, 3, 4].map(() => ({ prepared: prepareOffer(offer), person: { ...person, skills: some(SKILLS, next) } })),
    ),
  );
  const shuffled = <T>(list: T[]): T[] =>
    list
      .map((item) => ({ item, key: next() }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item);

  it('one more skill never lowers the score, nor any criterion', () => {
    for (const { prepared, person } of cases) {
      const before = scoreProfile(person, prepared);
      for (const added of SKILLS) {
        const after = scoreProfile({ ...person, skills: [...person.skills, added] }, prepared);
        expect(after.score).toBeGreaterThanOrEqual(before.score);
        after.criteria.forEach(({ points }, index) =>
          expect(points).toBeGreaterThanOrEqual(before.criteria[index].points),
        );
      }
    }
  });

  it('the order of the skills changes nothing', () => {
    for (const { prepared, person } of cases)
      expect(scoreProfile({ ...person, skills: shuffled(person.skills) }, prepared)).toEqual(
        scoreProfile(person, prepared),
      );
  });

  it('a line that has nothing to do with the offer changes no evidence, status or reason', () => {
    const seen = ({ criteria }: Score) =>
      criteria.map(({ evidence, status, reason }) => ({ evidence, status, reason }));
    for (const { prepared, person } of cases) {
      const before = seen(scoreProfile(person, prepared));
      const withSkill = { ...person, skills: [skill('Macramé'), ...person.skills] };
      expect(seen(scoreProfile(withSkill, prepared))).toEqual(before);
      const [first, ...others] = person.experiences;
      if (!first?.description) continue;
      const longer = { ...first, description: `${first.description}\nTournoi annuel de pétanque` };
      expect(seen(scoreProfile({ ...person, experiences: [longer, ...others] }, prepared))).toEqual(before);
    }
  });

  it('contributions sum exactly to the score, which lies in its interval', () => {
    for (const { prepared, person } of cases) {
      const { score, criteria, interval } = scoreProfile(person, prepared);
      expect(criteria.reduce((sum, { points }) => sum + points, 0)).toBe(score);
      expect(criteria.reduce((sum, { maxPoints }) => sum + maxPoints, 0)).toBe(100);
      expect(score).toBeGreaterThanOrEqual(interval[0]);
      expect(score).toBeLessThanOrEqual(interval[1]);
    }
  });

  it('what is met or partly met has a reason other than its absence, and what is missing quotes no skill', () => {
    for (const { prepared, person } of cases)
      for (const { kind, status, evidence, reason } of scoreProfile(person, prepared).criteria) {
        expect(reason).not.toBe('');
        if (kind === 'skill' && status === 'missing') expect(evidence).toEqual([]);
      }
  });
});
