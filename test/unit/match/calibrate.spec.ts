import { calibrate, scoreProfile, type JobOffer, type PastDecision } from '../../../lib/match';
import type { Profile } from '../../../lib/profile';
import { accountant, juniorNurse, nurse } from './people';
import { sequence, SKILLS, some } from './random';

const offer: JobOffer = {
  ...{ title: 'Comptable', language: 'fr', text: '' },
  criteria: { mustHave: ['Sage', 'Excel', 'Bilan'], languages: [{ language: 'anglais', level: 'B2' }] },
};

/** People whose selection follows their skills alone, whatever their language. */
function decisions(count: number): PastDecision[] {
  const next = sequence(7);
  return Array.from({ length: count }, (_, index) => {
    const person: Profile = [nurse(), juniorNurse(), accountant()][index % 3];
    const skills = some(SKILLS, () => next() * 0.55);
    const has = (name: string) => skills.some((skill) => skill.name === name);
    const languages = next() < 0.5 ? [] : person.languages;
    return { profile: { ...person, skills, languages }, offer, selected: has('Sage') && has('Excel') };
  });
}

describe('calibrate', () => {
  const past = decisions(240);
  const proposal = calibrate(past);

  it('gives weight to what the decisions followed, none below 0, and asks for a person', () => {
    const found = proposal;
    const weight = (kind: string) => found.weights.find((one) => one.kind === kind);
    expect(weight('skill')?.proposed).toBeGreaterThan(weight('skill')?.current ?? Infinity);
    expect(weight('language')?.proposed).toBeLessThan(weight('language')?.current ?? 0);
    expect(found.weights.every(({ proposed }) => proposed >= 0)).toBe(true);
    expect(found.crossValidated.proposed.logLoss).toBeLessThan(found.crossValidated.current.logLoss);
    expect(found).toMatchObject({ needsConfirmation: true, decisions: 240 });
    expect(found.audit.every(({ swapsAreNeutral }) => swapsAreNeutral)).toBe(true);
  });

  it('gives factors that an offer takes once a person agrees', () => {
    const { weights } = proposal;
    const agreed = { ...offer, weights: Object.fromEntries(weights.map(({ kind, factor }) => [kind, factor])) };
    const share = (given: JobOffer, kind: string) =>
      scoreProfile(nurse(), given)
        .criteria.filter((one) => one.kind === kind)
        .reduce((sum, { maxPoints }) => sum + maxPoints, 0);
    for (const { factor } of weights) expect(factor).toBeGreaterThanOrEqual(0.05);
    expect(share(agreed, 'skill')).toBeGreaterThan(share(offer, 'skill'));
    expect(share(agreed, 'language')).toBeLessThan(share(offer, 'language'));
    const { criteria, score } = scoreProfile(nurse(), agreed);
    expect(criteria.reduce((sum, { maxPoints }) => sum + maxPoints, 0)).toBe(100);
    expect(criteria.reduce((sum, { points }) => sum + points, 0)).toBe(score);
  });

  it('takes scores that were stored, when they are of the same formula', () => {
    const few = decisions(120);
    const stored = few.map((one) => ({ ...one, score: scoreProfile(one.profile, one.offer) }));
    const old = stored.map((one) => ({ ...one, score: { ...one.score, formula: 'vivier-score/0', criteria: [] } }));
    const expected = calibrate(few);
    expect(calibrate(stored)).toEqual(expected);
    expect(calibrate(old)).toEqual(expected);
  });

  it('shows the rates of declared groups with both sets of weights, and never fits on them', () => {
    const grouped = past.map((one, index) => ({ ...one, group: index % 2 === 0 ? 'A' : 'B' }));
    const found = calibrate(grouped);
    expect(found.groups?.proposed.map(({ group, count }) => [group, count])).toEqual([
      ['A', 120],
      ['B', 120],
    ]);
    expect(found.weights).toEqual(proposal.weights);
    expect(proposal.groups).toBeNull();
  });

  it('proposes the same every time', () => {
    expect(calibrate(decisions(240))).toEqual(proposal);
  });

  it.each([
    ['too few decisions', decisions(60)],
    ['hardly anybody selected', decisions(240).map((one, index) => ({ ...one, selected: index < 3 }))],
  ])('refuses %s, and says how many it takes', (_, few) => {
    expect(() => calibrate(few)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });
});
