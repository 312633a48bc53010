import {
  prepareCandidate,
  prepareOffer,
  scoreProfile,
  CandidateIndex,
  QuickScorer,
  type JobOffer,
} from '../../../lib/match';
import { emptyProfile, type Profile } from '../../../lib/profile';
import { accountant, job, juniorNurse, nurse } from './people';
import { OFFERS, sequence, SKILLS, some } from './random';

type Change = (person: Profile) => Profile;

const LINES = [
  'Tenue de la comptabilité fournisseurs sous Sage',
  'Déclarations de TVA et rapprochements bancaires',
  'Soins palliatifs et pansements complexes',
  'Management of twelve nurses, rota planning',
  'Python, SQL et Airflow en production',
  'Campagnes de communication, budget, réseaux sociaux',
  'Cuisson des viandes, dressage des assiettes',
  'Conduite de chariots, CACES 3',
  'Tournoi annuel de pétanque',
];
const TITLES = [
  'Comptable',
  'Infirmière',
  'Data engineer',
  'Cuisinier',
  'Chef de projet marketing',
  'Employé',
  'Stage en audit',
];
const EVERY_KIND: JobOffer = {
  ...{
    title: 'Responsable comptable',
    language: 'fr',
    text: 'Vous encadrez la comptabilité, la paie et la trésorerie.',
  },
  criteria: {
    ...{ mustHave: ['Sage', 'CACES 3', 'permis B', 'rigueur'], niceToHave: ['anglais C1', 'allemand'], minYears: 5 },
    ...{ degreeLevel: 'Bac+3 en comptabilité', place: 'Rennes', availability: 'mars', questions: ['Prêt à voyager ?'] },
  },
};

const next = sequence(20261121);
const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)];
const into = <T>(list: readonly T[], item: T): T[] => {
  const at = Math.floor(next() * (list.length + 1));
  return [...list.slice(0, at), item, ...list.slice(at)];
};

/** One fact more of each kind that a CV can hold, anywhere in its list. */
const CHANGES: Record<string, Change> = {
  'a line in a job': (person) => {
    const at = Math.floor(next() * person.experiences.length);
    const described = ({ description }: Profile['experiences'][number]) =>
      into((description ?? '').split('\n').filter(Boolean), pick(LINES)).join('\n');
    return {
      ...person,
      experiences: person.experiences.map((one, index) =>
        index === at ? { ...one, description: described(one) } : one,
      ),
    };
  },
  'a job': (person) => {
    const from = 2000 + Math.floor(next() * 24);
    const added = job(pick(TITLES), `${from}-03`, `${from + 1}-09`, pick(LINES));
    return { ...person, experiences: into(person.experiences, added) };
  },
  'a job without dates': (person) => ({
    ...person,
    experiences: into(person.experiences, { ...job(pick(TITLES), '', null, pick(LINES)), start: null, current: false }),
  }),
  'a degree': (person) => ({
    ...person,
    education: into(person.education, {
      ...{
        institution: null,
        degree: pick(['Licence', 'BTS', 'Certificat']),
        field: pick(['Comptabilité', 'Soins', 'Arts']),
      },
      ...{ level: pick([null, 3, 5, 6, 7]), start: null, end: '2012', place: null, evidence: {} },
    }),
  }),
  'a language': (person) => ({
    ...person,
    languages: into(person.languages, {
      ...{
        code: pick(['de', 'en', 'es']),
        name: '',
        level: pick(['A1', 'B2', 'C2'] as const),
        levelText: null,
        evidence: {},
      },
    }),
  }),
  'a certificate': (person) => ({
    ...person,
    certifications: into(person.certifications, {
      ...{ name: pick(['CACES 3', 'AFGSU 2', 'Certificat de poterie']), issuer: null, date: null, evidence: {} },
    }),
  }),
  'a licence': (person) => ({
    ...person,
    drivingLicences: into(person.drivingLicences, { category: pick(['B', 'C', 'CE']), evidence: {} }),
  }),
  'a project': (person) => ({
    ...person,
    projects: into(person.projects, {
      ...{ name: 'Projet', description: pick(LINES), url: null, start: null, end: null, evidence: {} },
    }),
  }),
  'a skill': (person) => ({ ...person, skills: into(person.skills, pick(SKILLS)) }),
  'a line in the summary': (person) => ({
    ...person,
    summary: into((person.summary ?? '').split('\n').filter(Boolean), `${pick(LINES)}.`).join('\n'),
  }),
};

const offers = [...OFFERS, EVERY_KIND].map((offer) => prepareOffer(offer));

describe('one more fact, of whatever kind and wherever it stands', () => {
  const whole = [nurse(), juniorNurse(), accountant()];
  const stages = (person: Profile): Profile[] => {
    const seen = [{ ...person, skills: some(SKILLS, next) }];
    for (let step = 0; step < 6; step += 1) seen.push(CHANGES[pick(Object.keys(CHANGES))](seen[step]));
    return seen;
  };

  it.each(Object.keys(CHANGES))('%s lowers no criterion', (kind) => {
    for (const prepared of offers)
      for (const person of whole.flatMap(stages)) {
        const before = scoreProfile(person, prepared).criteria;
        const after = scoreProfile(CHANGES[kind](person), prepared).criteria;
        const lower = after.filter(({ points }, index) => points < before[index].points);
        expect(lower).toEqual([]);
      }
  });

  it('and answers what was open at most: the score stays in the interval that was stated', () => {
    const bare: Profile = { ...emptyProfile('2026-01-15'), meta: nurse().meta };
    const undated: Profile = {
      ...bare,
      experiences: [{ ...job('Comptable', '', null, ''), start: null, description: null }],
    };
    for (const prepared of offers)
      for (const person of [bare, undated])
        for (const change of Object.values(CHANGES)) {
          const before = scoreProfile(person, prepared);
          const after = scoreProfile(change(person), prepared);
          expect(after.score).toBeGreaterThanOrEqual(before.interval[0]);
          after.criteria.forEach(({ points }, index) => {
            if (before.criteria[index].status === 'unknown') return;
            expect(points).toBeGreaterThanOrEqual(before.criteria[index].points);
          });
        }
  });

  it('has the same points in the quick score', () => {
    const people = whole.flatMap(stages);
    const index = new CandidateIndex(people.map((person) => prepareCandidate(person)));
    for (const prepared of offers) {
      const scorer = new QuickScorer(prepared, index);
      people.forEach((person, at) =>
        expect(scorer.score(at).points).toEqual(scoreProfile(person, prepared).criteria.map(({ points }) => points)),
      );
    }
  });
});
