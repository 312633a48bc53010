import { auditBias, selectionRates, scoreProfile, variantsOf, type JobOffer } from '../../../lib/match';
import { accountant, juniorNurse, nurse } from './people';
import { OFFERS } from './random';

/** An offer whose words are those of leave, children and origins: where a leak would show. */
const TEMPTING: JobOffer = {
  ...{ title: 'Chargé de gestion des absences (F/H)', language: 'fr' },
  text: 'Gestion des congés et absences, arrêts maladie, garde d’enfants, formation. Anglais courant.',
  criteria: { mustHave: ['congés et absences', 'petite enfance', 'anglais B2'] },
};

describe('swaps of personal details', () => {
  it.each([...OFFERS, TEMPTING].map((offer) => ({ title: offer.title, offer })))(
    'move nothing: $title',
    ({ offer }) => {
      const audit = auditBias([nurse(), juniorNurse(), accountant()], offer);
      expect(audit.counterfactuals.map(({ kind, changed }) => ({ kind, changed }))).toEqual(
        ['name', 'gender', 'age', 'address', 'nationality', 'family', 'gap', 'photo'].map((kind) => ({
          kind,
          changed: 0,
        })),
      );
      expect(audit.swapsAreNeutral).toBe(true);
    },
  );

  it('do change what a reader of the profile would see', () => {
    const plain = JSON.stringify(nurse());
    for (const { profile } of variantsOf(nurse())) expect(JSON.stringify(profile)).not.toBe(plain);
  });

  it('a skill is no personal detail: the test would see a difference', () => {
    const skilled = {
      ...nurse(),
      skills: [...nurse().skills, { name: 'Congés et absences', group: null, code: null, evidence: {} }],
    };
    expect(scoreProfile(skilled, TEMPTING).score).not.toBe(scoreProfile(nurse(), TEMPTING).score);
  });
});

const members = (group: string, selected: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({ group, selected: index < selected }));

describe('selectionRates', () => {
  it('compares with the highest rate and flags ratios under four fifths', () => {
    const rates = selectionRates([...members('A', 48, 80), ...members('B', 12, 40), ...members('C', 27, 50)]);
    expect(rates.map(({ group, verdict }) => [group, verdict])).toEqual([
      ['A', 'reference'],
      ['B', 'below'],
      ['C', 'within'],
    ]);
    expect(rates[1].ratio).toBeCloseTo(0.5, 10);
  });

  it('gives the intervals of the textbooks', () => {
    const [, small] = selectionRates([...members('A', 50, 100), ...members('B', 30, 100)]);
    // Wilson for 30 of 100: 0.2189 to 0.3958; Katz for 30/100 against 50/100: 0.4197 to 0.8578.
    expect(small.rateInterval[0]).toBeCloseTo(0.2189, 4);
    expect(small.rateInterval[1]).toBeCloseTo(0.3958, 4);
    expect(small.ratioInterval?.[0]).toBeCloseTo(0.42, 2);
    expect(small.ratioInterval?.[1]).toBeCloseTo(0.857, 2);
  });

  it('shows small groups and does not judge them', () => {
    const rates = selectionRates([...members('A', 20, 40), ...members('B', 15, 40), ...members('C', 0, 5)]);
    expect(rates[2]).toMatchObject({ group: 'C', ratio: null, verdict: 'small' });
  });

  it('survives groups without anybody selected', () => {
    const rates = selectionRates([...members('A', 20, 40), ...members('B', 0, 40)]);
    expect(rates[1]).toMatchObject({ ratio: 0, verdict: 'below' });
    expect(rates[1].ratioInterval?.every(Number.isFinite)).toBe(true);
    expect(
      selectionRates([...members('A', 0, 40), ...members('B', 0, 40)]).every(({ verdict }) => verdict === 'small'),
    ).toBe(true);
  });

  it('takes a score above the median for selected when no decision is given, and never scores with the group', () => {
    const people = [nurse(), juniorNurse(), accountant(), nurse()];
    const { groups } = auditBias(people, TEMPTING, { groups: ['x', 'y', null, 'x'], smallestGroup: 1 });
    expect(groups).toMatchObject({ selectedBy: 'median', unknown: 1 });
    expect(auditBias(people, TEMPTING, { groups: ['y', 'x', 'x', 'y'] }).counterfactuals).toEqual(
      auditBias(people, TEMPTING).counterfactuals,
    );
  });
});
