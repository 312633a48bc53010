import {
  compareCandidates,
  offersFor,
  prepareOffer,
  rankScores,
  scoreProfile,
  type JobOffer,
  type Scored,
} from '../../../lib/match';
import { accountant, juniorNurse, nurse } from './people';

const offer: JobOffer = {
  ...{ title: 'Cadre de santé', language: 'fr', text: 'Vous encadrez une équipe de soins palliatifs.' },
  criteria: { mustHave: ['soins palliatifs', 'encadrement d’équipe', 'rigueur'], niceToHave: ['anglais B1'] },
};
const scored = (id: string, profile = nurse()): Scored => ({ id, score: scoreProfile(profile, offer) });

describe('rankScores', () => {
  it('gives equals the same rank, says with whom, and keeps their order', () => {
    const ranked = rankScores([scored('c', accountant()), scored('a'), scored('b')]);
    expect(ranked.map(({ id, rank, tiedWith }) => ({ id, rank, tiedWith }))).toEqual([
      { id: 'a', rank: 1, tiedWith: ['b'] },
      { id: 'b', rank: 1, tiedWith: ['a'] },
      { id: 'c', rank: 3, tiedWith: [] },
    ]);
  });

  it('states the share of the others that are below', () => {
    const people = [scored('a'), scored('b', juniorNurse()), scored('c', accountant())];
    expect(rankScores(people).map(({ percentile }) => percentile)).toEqual([100, 50, 0]);
    expect(rankScores([scored('a')])[0].percentile).toBeNull();
  });

  it('names what a person would have to confirm for somebody to come before the one above, and that is true', () => {
    const almost = nurse();
    almost.languages = [];
    const [, second] = rankScores([scored('a'), scored('b', almost)]);
    expect(second.change).toMatchObject({ above: 'a', needs: 'all' });
    const confirmed = scoreProfile(
      almost,
      offer,
      second.change?.criteria.map(({ label }) => ({ criterion: label, answer: 'yes', by: 'A. D.' })),
    );
    expect(confirmed.score).toBeGreaterThan(scored('a').score.score);
  });

  it('promises nothing where nothing would be enough', () => {
    const [, last] = rankScores([scored('a'), scored('z', accountant())]);
    expect(last.change).toBeNull();
  });
});

describe('compareCandidates', () => {
  it('puts each criterion side by side and names those that set the candidates apart', () => {
    const { candidates, criteria, decisive } = compareCandidates([scored('z', accountant()), scored('a')]);
    expect(candidates.map(({ id }) => id)).toEqual(['a', 'z']);
    criteria.forEach(({ cells, spread }, index) => {
      expect(cells).toEqual(candidates.map(({ score }) => score.criteria[index]));
      expect(spread).toBe(Math.abs(cells[0].points - cells[1].points));
    });
    const greatest = Math.max(...criteria.map(({ spread }) => spread));
    expect(criteria.find(({ id }) => id === decisive[0])?.spread).toBe(greatest);
  });

  it.each([
    ['one candidate', [scored('a')]],
    ['six candidates', ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => scored(id))],
    [
      'scores of different offers',
      [scored('a'), { id: 'b', score: scoreProfile(nurse(), { title: 'Comptable', text: 'Sage' }) }],
    ],
  ])('refuses %s', (_, entries) => {
    expect(() => compareCandidates(entries)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });
});

describe('offersFor', () => {
  it('puts the offers that suit a candidate best first, with reasons', () => {
    const offers = [
      { title: 'Comptable', text: 'Sage, TVA, clôtures' },
      offer,
      { title: 'Data engineer', text: 'Python' },
    ];
    const found = offersFor(nurse(), offers.map(prepareOffer), 2);
    expect(found).toHaveLength(2);
    expect(found[0].offer.offer.title).toBe('Cadre de santé');
    expect(found[0].score).toEqual(scoreProfile(nurse(), offer));
  });
});
