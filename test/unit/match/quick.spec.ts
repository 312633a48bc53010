import {
  anonymize,
  CandidateIndex,
  prepareCandidate,
  prepareOffer,
  QuickScorer,
  scoreProfile,
  type CandidateFacts,
} from '../../../lib/match';
import { emptyProfile, type Profile } from '../../../lib/profile';
import { accountant, job, juniorNurse, nurse } from './people';
import { OFFERS, sequence, SKILLS, some } from './random';

/** People whose jobs, skills, degrees and languages are drawn from everybody's, some of them nearly empty. */
function mixtures(count: number): Profile[] {
  const next = sequence(61);
  const pick = <T>(list: T[]): T => list[Math.floor(next() * list.length)];
  const known = [nurse(), juniorNurse(), accountant(), emptyProfile('2026-01-15')];
  const jobs = [
    ...known.flatMap(({ experiences }) => experiences),
    job('Assistant comptable', '2018', '2021', 'Saisie sous EBP\nLettrage, TVA'),
    job('Data engineer', '2020-05', null, 'Pipelines with Airflow and Python\nI would like to learn Kubernetes'),
    { ...job('Stage développeur', '2019-02', '2019-07', 'Vue.js, SQL'), kind: 'internship' as const },
    { ...job('Employé', '2010-01', '2012-01', ''), title: null, start: null },
  ];
  return Array.from({ length: count }, () => ({
    ...pick(known),
    experiences: jobs.filter(() => next() < 0.35).map((one) => (next() < 0.15 ? { ...one, description: null } : one)),
    education: known.flatMap(({ education }) => education).filter(() => next() < 0.4),
    languages: nurse().languages.filter(() => next() < 0.6),
    skills: some(SKILLS, next),
    summary: next() < 0.3 ? 'Comptable rigoureux, je souhaite apprendre Sage. Trilingue.' : null,
  }));
}

describe('the quick score', () => {
  const people = mixtures(120);
  const stored = people.map((person) => JSON.parse(JSON.stringify(prepareCandidate(person))) as CandidateFacts);
  const index = new CandidateIndex(stored);

  it('is the full score, number by number, from facts that were stored as JSON', () => {
    for (const offer of [...OFFERS, ...OFFERS.map((one) => ({ ...one, halfAfterYears: 4 }))]) {
      const prepared = prepareOffer(offer);
      const scorer = new QuickScorer(prepared, index);
      people.forEach((person, position) => {
        const { score, band, interval, missingMustHaves, reliability, criteria } = scoreProfile(person, prepared);
        expect(scorer.score(position)).toEqual({
          ...{ score, band, interval, reliability, missing: missingMustHaves.length },
          points: criteria.map(({ points }) => points),
          unknown: criteria.map(({ status }) => status === 'unknown'),
          statuses: criteria.map(({ kind, status }) => (kind === 'text' && status !== 'unknown' ? 'partly' : status)),
        });
      });
    }
  });

  it('puts the same people first, ties by must-haves missing and then by position', () => {
    const prepared = prepareOffer(OFFERS[0]);
    const expected = people
      .map((person, position) => ({ position, score: scoreProfile(person, prepared) }))
      .map(({ position, score }) => ({ position, score: score.score, missing: score.missingMustHaves.length }))
      .sort((a, b) => b.score - a.score || a.missing - b.missing || a.position - b.position);
    const scorer = new QuickScorer(prepared, index);
    expect(scorer.best(10)).toEqual(expected.slice(0, 10));
    expect(scorer.best(1000)).toEqual(expected);
  });

  it('does not depend on who else is in the index, nor on the offer scored before', () => {
    const alone = new CandidateIndex([stored[7]]);
    for (const offer of OFFERS) {
      const prepared = prepareOffer(offer);
      expect(new QuickScorer(prepared, alone).score(0)).toEqual(new QuickScorer(prepared, index).score(7));
    }
  });

  it('stores no sentence and no name', () => {
    const facts = JSON.stringify(prepareCandidate(nurse()));
    for (const word of ['Camille', 'Perrot', 'perrot', 'Nantes', 'Encadrement de 25', 'example.org', '2011'])
      expect(facts).not.toContain(word);
    expect(prepareCandidate(anonymize(nurse()))).toEqual(prepareCandidate(nurse()));
  });

  it('refuses facts that another lexicon prepared', () => {
    expect(() => new CandidateIndex([{ ...stored[0], version: '1-other' }])).toThrow(
      expect.objectContaining({ code: 'invalid-input' }),
    );
  });
});
