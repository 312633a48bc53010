import { mergeProfiles } from '../../../lib/analyze/merge';
import { emptyProfile, type Evidence, type Experience, type Profile } from '../../../lib/profile';
import { REFERENCE_DATE } from './document';

const at = (line: number, source: Evidence['source']): Evidence => ({
  page: 1,
  lines: [line, line],
  quote: 'quote',
  source,
});

function profile(fill: (empty: Profile) => void): Profile {
  const empty = emptyProfile(REFERENCE_DATE);
  fill(empty);
  return empty;
}

function job(source: 'rules' | 'model', line: number, fields: Partial<Experience>): Experience {
  const evidence: Record<string, Evidence> = {};
  for (const field of Object.keys(fields)) evidence[field] = at(line, source);
  return {
    ...{
      employer: null,
      title: null,
      start: null,
      end: null,
      current: false,
      place: null,
      description: null,
      kind: null,
    },
    ...fields,
    evidence,
  };
}

const withJobs = (...experiences: Experience[]) => profile((p) => void (p.experiences = experiences));
const none = emptyProfile(REFERENCE_DATE);

describe('one value out of two readings', () => {
  const named = (source: 'rules' | 'model', fullName: string) =>
    profile((p) => {
      p.identity.fullName = fullName;
      p.identity.evidence.fullName = at(1, source);
    });

  it('that agree is kept once, backed by both', () => {
    const merged = mergeProfiles(named('rules', 'Zoé MARTIN'), named('model', 'Zoe Martin'));
    expect(merged.identity.fullName).toBe('Zoé MARTIN');
    expect(merged.identity.evidence.fullName?.source).toBe('both');
    expect(merged.meta).toMatchObject({ engine: 'both', disagreements: [] });
  });

  it('that differ is the rules’, and the other one is kept as a disagreement', () => {
    const merged = mergeProfiles(named('rules', 'Zoé Martin'), named('model', 'Chef de projet'));
    expect(merged.identity.fullName).toBe('Zoé Martin');
    expect(merged.meta.disagreements).toEqual([
      { path: 'identity.fullName', kept: 'Zoé Martin', other: 'Chef de projet', keptSource: 'rules' },
    ]);
  });

  it('is the model’s where the rules found none', () => {
    const merged = mergeProfiles(none, named('model', 'Zoé Martin'));
    expect(merged.identity.fullName).toBe('Zoé Martin');
    expect(merged.identity.evidence.fullName?.source).toBe('model');
  });

  it('stays the rules’ when the model says nothing: the profile is then theirs alone', () => {
    const rules = named('rules', 'Zoé Martin');
    expect(mergeProfiles(rules, none)).toEqual(rules);
  });
});

describe('experiences', () => {
  const rules = job('rules', 10, { employer: 'Technicien', title: 'Fonderies', start: '2019', end: '2021' });

  it('the model decides which text is the employer and which the title, and both are kept', () => {
    const model = job('model', 10, { employer: 'Fonderies', title: 'Technicien', start: '2019', end: '2021' });
    const merged = mergeProfiles(withJobs(rules), withJobs(model));
    expect(merged.experiences).toHaveLength(1);
    expect(merged.experiences[0]).toMatchObject({ employer: 'Fonderies', title: 'Technicien' });
    expect(merged.meta.disagreements.map(({ path, other }) => [path, other])).toEqual([
      ['experiences[0].employer', 'Technicien'],
      ['experiences[0].title', 'Fonderies'],
    ]);
  });

  it.each([
    ['only one of the two', { title: 'Chef' }],
    ['the same text for both', { title: 'Chef', employer: 'chef' }],
  ])('the rules decide when the model gives %s', (_what, fields) => {
    const merged = mergeProfiles(withJobs(rules), withJobs(job('model', 10, fields)));
    expect(merged.experiences[0]).toMatchObject({ employer: 'Technicien', title: 'Fonderies' });
  });

  it('the rules’ place never becomes an employer', () => {
    const placed = job('rules', 10, { employer: 'Fonderies', title: 'Technicien', place: 'Lyon' });
    const model = job('model', 10, { employer: 'Lyon', title: 'Technicien' });
    expect(mergeProfiles(withJobs(placed), withJobs(model)).experiences[0]?.employer).toBe('Fonderies');
  });

  it('the dates are the rules’, as a pair', () => {
    const model = job('model', 10, { employer: 'Fonderies', title: 'Technicien', start: '2019', end: '2022' });
    const merged = mergeProfiles(withJobs(rules), withJobs(model));
    expect(merged.experiences[0]).toMatchObject({ start: '2019', end: '2021' });
    expect(merged.meta.disagreements).toContainEqual({
      path: 'experiences[0].dates',
      kept: '2019–2021',
      other: '2019–2022',
      keptSource: 'rules',
    });
  });

  it('what the rules missed is added, what they have is never removed', () => {
    const model = job('model', 30, { employer: 'Ateliers', title: 'Monteur', start: '2015', end: '2016' });
    const merged = mergeProfiles(withJobs(rules), withJobs(model));
    expect(merged.experiences.map(({ title }) => title)).toEqual(['Fonderies', 'Monteur']);
  });

  it('a job that stands on the lines of a diploma is not added', () => {
    const studies = profile((p) => {
      p.education = [
        {
          ...{ institution: 'Lycée', degree: 'BTS', field: null, level: 5, start: null, end: '2016', place: null },
          evidence: { degree: at(40, 'rules'), institution: at(41, 'rules') },
        },
      ];
    });
    const merged = mergeProfiles(studies, withJobs(job('model', 40, { employer: 'Lycée', title: 'BTS' })));
    expect(merged.experiences).toEqual([]);
  });

  it('two jobs at one employer stay two', () => {
    const ours = [
      job('rules', 10, { employer: 'Fonderies', title: 'Chef', start: '2020', end: '2022' }),
      job('rules', 14, { employer: 'Fonderies', title: 'Monteur', start: '2018', end: '2020' }),
    ];
    const theirs = [
      job('model', 14, { employer: 'Fonderies', title: 'Monteur', start: '2018', end: '2020' }),
      job('model', 10, { employer: 'Fonderies', title: 'Chef', start: '2020', end: '2022' }),
    ];
    const merged = mergeProfiles(withJobs(...ours), withJobs(...theirs));
    expect(merged.experiences.map(({ title }) => title)).toEqual(['Chef', 'Monteur']);
    expect(merged.meta.disagreements).toEqual([]);
  });
});

describe('lists', () => {
  const skills = (source: 'rules' | 'model', ...names: string[]) =>
    names.map((name) => ({ name, group: null, code: null, evidence: { name: at(50, source) } }));

  it('are joined: same names once, in the rules’ order, then what the model adds', () => {
    const ours = profile((p) => void (p.skills = skills('rules', 'GMAO', 'Excel')));
    const theirs = profile((p) => void (p.skills = skills('model', 'excel', 'SolidWorks')));
    const merged = mergeProfiles(ours, theirs);
    expect(merged.skills.map(({ name, evidence }) => [name, evidence.name?.source])).toEqual([
      ['GMAO', 'rules'],
      ['Excel', 'both'],
      ['SolidWorks', 'model'],
    ]);
  });

  it('a name that the profile has elsewhere is not added to the skills', () => {
    const theirs = profile((p) => void (p.skills = skills('model', 'Fonderies', 'GMAO')));
    const merged = mergeProfiles(withJobs(job('rules', 10, { employer: 'Fonderies', title: 'Chef' })), theirs);
    expect(merged.skills.map(({ name }) => name)).toEqual(['GMAO']);
  });

  it('languages are the same when their codes are, and the rules’ gaps are filled', () => {
    const language = (source: 'rules' | 'model', name: string, level: 'B1' | null) => ({
      ...{ code: 'en', name, level, levelText: level },
      evidence: { name: at(60, source) },
    });
    const ours = profile((p) => void (p.languages = [language('rules', 'Anglais', null)]));
    const theirs = profile((p) => void (p.languages = [language('model', 'English', 'B1')]));
    expect(mergeProfiles(ours, theirs).languages).toMatchObject([{ name: 'Anglais', level: 'B1' }]);
  });
});
