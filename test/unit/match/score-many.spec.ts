import { prepareOffer, scoreMany, scoreProfile, type PersonAnswer, type Score } from '../../../lib/match';
import { emptyProfile, type Profile } from '../../../lib/profile';
import { accountant, juniorNurse, nurse } from './people';
import { OFFERS, sequence, SKILLS, some } from './random';

const next = sequence(9);
const people: Profile[] = Array.from({ length: 40 }, (_, at) => ({
  ...[nurse(), juniorNurse(), accountant(), emptyProfile('2026-01-15')][at % 4],
  skills: some(SKILLS, next),
}));
const withoutReasons = ({ criteria, ...score }: Score) => ({
  ...score,
  criteria: criteria.map(({ reason: _reason, evidence: _evidence, ...row }) => row),
});

describe.each(OFFERS.map((offer) => [offer.title, offer] as const))('many candidates for %s', (_, offer) => {
  const prepared = prepareOffer(offer);
  const full = people.map((person) => scoreProfile(person, prepared));

  it('have the same scores as one by one, reasons aside', () => {
    const found = scoreMany(people, prepared, { explain: 5 });
    expect(found.map(withoutReasons)).toEqual(full.map(withoutReasons));
  });

  it('have reasons at the top, and whoever is level with the last of them too', () => {
    const found = scoreMany(people, prepared, { explain: 5 });
    const last = [...full].sort((a, b) => b.score - a.score)[4].score;
    found.forEach((score, at) => {
      if (score.score >= last) expect(score).toEqual(full[at]);
      else for (const { reason, evidence } of score.criteria) expect([reason !== '', evidence]).toEqual([true, []]);
    });
  });

  it('are all explained unless a number is given', () => {
    expect(scoreMany(people, prepared)).toEqual(full);
  });

  it('keep what a person answered', () => {
    const answer: PersonAnswer = { criterion: prepared.criteria[1].id, answer: 'yes', by: 'A. Durand' };
    const answers = people.map((_person, at) => (at === 3 ? [answer] : []));
    expect(scoreMany(people, prepared, { explain: 1, answers })[3]).toEqual(
      scoreProfile(people[3], prepared, [answer]),
    );
  });
});
