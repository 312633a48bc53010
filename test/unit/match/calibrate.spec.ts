import { calibrate, type JobOffer, type PastDecision } from '../../../lib/match';
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
  it('gives weight to what the decisions followed, none below 0, and asks for a person', () => {
    const found = calibrate(decisions(240));
    const weight = (kind: string) => found.weights.find((one) => one.kind === kind);
    expect(weight('skill')?.proposed).toBeGreaterThan(weight('skill')?.current ?? Infinity);
    expect(weight('language')?.proposed).toBeLessThan(weight('language')?.current ?? 0);
    expect(found.weights.every(({ proposed }) => proposed >= 0)).toBe(true);
    expect(found.crossValidated.proposed.logLoss).toBeLessThan(found.crossValidated.current.logLoss);
    expect(found).toMatchObject({ needsConfirmation: true, decisions: 240 });
    expect(found.audit.every(({ swapsAreNeutral }) => swapsAreNeutral)).toBe(true);
  });

  it('proposes the same every time', () => {
    expect(calibrate(decisions(240))).toEqual(calibrate(decisions(240)));
  });

  it.each([
    ['too few decisions', decisions(60)],
    ['hardly anybody selected', decisions(240).map((one, index) => ({ ...one, selected: index < 3 }))],
  ])('refuses %s, and says how many it takes', (_, few) => {
    expect(() => calibrate(few)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });
});
