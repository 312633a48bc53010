import { prepareOffer, scoreProfile, type JobOffer, type Score } from '../../../lib/match';
import { emptyProfile, type Profile } from '../../../lib/profile';
import { accountant, job, juniorNurse, nurse } from './people';

const skill = (name: string): Profile['skills'][number] => ({ name, group: null, code: null, evidence: {} });

const OFFERS: JobOffer[] = [
  {
    ...{ title: 'Comptable fournisseurs (F/H)', language: 'fr' },
    text: 'Vous tenez la comptabilité fournisseurs sous Sage, faites les rapprochements bancaires et les déclarations de TVA. Anglais B1.',
    criteria: {
      mustHave: ['Sage', 'rapprochements bancaires', 'déclarations de TVA et immobilisations', 'Excel'],
      niceToHave: ['encadrement', 'SAP ou autre ERP', 'CACES 3', 'permis B'],
      minYears: 3,
      degreeLevel: 'Bac+2 en comptabilité',
    },
  },
  {
    ...{ title: 'Ward manager', language: 'en' },
    text: 'You lead the nurses of a palliative care ward and plan the rota. Wound care and infection control are essential. 5 years of nursing required.',
  },
  {
    title: 'Data engineer',
    text: 'Python, SQL, Airflow required. Kubernetes is a plus. Fluent English.',
    language: 'en',
  },
];
const SKILLS =
  `Sage|EBP|Excel|Rapprochements bancaires|Déclarations de TVA|Immobilisations|Comptabilité analytique|SAP FI|CACES 1|CACES 3|Permis B|Wound care|Soins palliatifs
|Rota|Infection control|Python|SQL|Airflow|Docker|Kubernetes|Management d’équipe|Bilan|Liasse fiscale|Vue.js|Poterie`
    .split('|')
    .map((name) => skill(name.trim()));

function people(): Profile[] {
  const bare: Profile = {
    ...nurse(),
    skills: [],
    experiences: [{ ...job('Employé', '2020-01', null, ''), description: null }],
  };
  return [nurse(), juniorNurse(), accountant(), emptyProfile('2026-01-15'), bare];
}

/** A sequence that looks random and is the same in every run (Park and Miller's generator). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

function some<T>(list: T[], next: () => number): T[] {
  return list.filter(() => next() < 0.3);
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
