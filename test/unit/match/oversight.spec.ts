import { parseOffer, prepareOffer, scoreProfile, type JobOffer } from '../../../lib/match';
import { nurse } from './people';

const offer: JobOffer = {
  ...{ title: 'Cadre de santé', language: 'fr', text: 'Vous encadrez une équipe de soins palliatifs.' },
  criteria: {
    mustHave: ['soins palliatifs', 'jeune et dynamique', 'rigueur'],
    niceToHave: ['anglais langue maternelle'],
    questions: [{ text: 'Accepte le travail de nuit', must: true }],
    place: 'Nantes, deux sites',
    availability: 'à partir de mars',
  },
};
const night = 'Accepte le travail de nuit';
const find = (label: string, answers: Parameters<typeof scoreProfile>[2] = []) =>
  scoreProfile(nurse(), offer, answers).criteria.find((criterion) => criterion.label === label);

describe('criteria that the law forbids', () => {
  it('are not scored, and the score says so', () => {
    const { criteria, warnings } = scoreProfile(nurse(), offer);
    expect(criteria.map(({ label }) => label)).not.toContain('jeune et dynamique');
    expect(warnings).toContainEqual({
      code: 'forbidden-criterion',
      message: expect.stringMatching(/« jeune et dynamique ».*âge.*n’est pas noté/),
    });
  });

  it('that are only risky are scored, with a warning', () => {
    const { criteria, warnings } = scoreProfile(nurse(), offer);
    expect(criteria.map(({ label }) => label)).toContain('anglais langue maternelle');
    expect(warnings.find(({ code }) => code === 'risky-criterion')?.message).not.toContain('n’est pas noté');
  });

  it('in the text are not read as something else: an age is no experience', () => {
    const aged = prepareOffer({ title: 'Vendeur', text: 'Moins de 25 ans. Vente en magasin, caisse.' });
    expect(aged.criteria.filter(({ kind }) => kind === 'years')).toEqual([]);
  });

  it('leave the name of the job, however badly worded', () => {
    const cleaner = prepareOffer({ title: 'Femme de ménage', text: '', criteria: { mustHave: ['2 ans de ménage'] } });
    expect(cleaner.criteria.map(({ kind }) => kind)).toEqual(['title', 'years']);
    expect(cleaner.risks.map(({ category }) => category)).toEqual(['sex']);
  });
});

describe('what a person answers', () => {
  it('is unknown until then, and widens the interval by all that it could be worth', () => {
    const open = find(night);
    const { interval, score } = scoreProfile(nurse(), offer);
    expect(open).toMatchObject({ kind: 'question', must: true, status: 'unknown' });
    expect(interval[1] - interval[0]).toBeGreaterThanOrEqual(open?.maxPoints ?? Infinity);
    expect(score).toBeGreaterThan(interval[0]);
  });

  it.each([
    ['yes', 'met', 1],
    ['partly', 'partly', 0.5],
    ['no', 'missing', 0],
  ] as const)('counts when it is there, with the name of who gave it: %s', (answer, status, share) => {
    const given = find(night, [{ criterion: night, answer, by: 'A. Durand' }]);
    expect(given).toMatchObject({ status, answer: { by: 'A. Durand' } });
    expect(given?.points).toBeCloseTo((given?.maxPoints ?? 0) * share, 0);
    expect(given?.reason).toContain('A. Durand');
  });

  it('names a must-have that the person denied, and rejects nobody', () => {
    const score = scoreProfile(nurse(), offer, [{ criterion: night, answer: 'no', by: 'A. Durand' }]);
    expect(score.missingMustHaves).toEqual([night]);
    expect(score.score).toBeGreaterThan(0);
  });

  it('may settle what no CV tells, and keeps what the CV said', () => {
    const rigour = find('rigueur', [{ criterion: 'rigueur', answer: 'yes', by: 'A. Durand' }]);
    expect(rigour).toMatchObject({ status: 'met' });
    expect(rigour?.reason).toContain('ne se lit pas dans un CV');
  });

  it('asks about place and dates where the offer names them', () => {
    const asked = prepareOffer(offer).criteria.filter(({ kind }) => kind === 'question');
    expect(asked.map(({ label }) => label)).toEqual([
      night,
      'Lieu et déplacements : Nantes, deux sites',
      'Disponibilité : à partir de mars',
    ]);
  });

  it('is read from an offer in JSON', () => {
    const { criteria } = parseOffer(
      JSON.stringify({ title: 'X', criteria: { questions: ['A ?', { text: 'B', must: true }], place: 'Lyon' } }),
    );
    expect(criteria).toMatchObject({ questions: ['A ?', { text: 'B', must: true }], place: 'Lyon' });
  });
});
