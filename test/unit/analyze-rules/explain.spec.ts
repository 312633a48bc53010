import { analyzeWithRules, type ExplainedField } from '../../../lib/analyze/rules';
import { documentOf, REFERENCE } from './document';

const cv = () =>
  documentOf([
    'Lucie Morvan',
    'Comptable',
    'lucie.morvan@mail.example',
    'Expérience professionnelle',
    'Comptable, Cabinet Ferrand',
    'mars 2019 - juin 2022',
    'Formation',
    'BTS Comptabilité',
    'Lycée Faidherbe',
    '2012',
  ]);

describe('how a field was found', () => {
  const fields: ExplainedField[] = [];
  const profile = analyzeWithRules(cv(), { ...REFERENCE, explain: (field) => fields.push(field) });

  it('is told with what was weighed, best first, each score the sum of its features', () => {
    const name = fields.find(({ field }) => field === 'identity.fullName');
    expect(name).toMatchObject({ chosen: profile.identity.fullName, decidedBy: 'score' });
    expect(name?.candidates[0]).toMatchObject({ text: 'Lucie Morvan', line: 1 });
    for (const { candidates } of fields) {
      const scores = candidates.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      for (const { score, features } of candidates)
        expect(features.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 2);
    }
  });

  it('is told for every job and degree', () => {
    const chosen = (field: string) => fields.filter((one) => one.field === field).map((one) => one.chosen);
    expect(chosen('experiences.title')).toEqual(profile.experiences.map((one) => one.title));
    expect(chosen('experiences.employer')).toEqual(profile.experiences.map((one) => one.employer));
    expect(chosen('education.institution')).toContain('Lycée Faidherbe');
    expect(chosen('headline')).toEqual([profile.headline]);
  });

  it('changes nothing, and is forgotten afterwards', () => {
    const count = fields.length;
    expect(analyzeWithRules(cv(), REFERENCE)).toEqual(profile);
    expect(fields).toHaveLength(count);
  });

  it('does not outlive a failure', () => {
    const told: ExplainedField[] = [];
    const explain = () => {
      throw new Error('full disk');
    };
    expect(() => analyzeWithRules(cv(), { ...REFERENCE, explain })).toThrow('full disk');
    expect(analyzeWithRules(cv(), { ...REFERENCE, explain: (field) => told.push(field) })).toEqual(profile);
    expect(told).toHaveLength(fields.length);
  });
});
