import { derive, emptyProfile, type Profile } from '../../../../lib/profile';
import type { LetterRequest } from '../../../../lib/documents';

const evidence = {};

/** A fictional accountant with two jobs, a degree, skills and two languages. */
export function nadia(): Profile {
  const profile = emptyProfile('2026-11-21');
  Object.assign(profile.identity, { fullName: 'Nadia Valterre', firstName: 'Nadia', lastName: 'Valterre' });
  Object.assign(profile.contact, { email: 'nadia@exemple.test', phone: '+33611223344', city: 'Nantes' });
  profile.headline = 'Comptable générale';
  profile.experiences = [
    {
      ...{ employer: 'Ateliers Brécourt', title: 'Comptable générale', start: '2019-03', end: null, current: true },
      ...{ place: 'Nantes', kind: 'job', evidence },
      description: 'Clôtures mensuelles et déclarations de TVA\nEncadrement de 3 assistants',
    },
    {
      ...{ employer: 'Moulins Dorval', title: 'Aide-comptable', start: '2015-09', end: '2019-02', current: false },
      ...{ place: 'Angers', description: 'Saisie de 400 factures par mois', kind: 'job', evidence },
    },
  ];
  profile.education = [
    {
      ...{ institution: 'IUT d’Angers', degree: 'DUT', field: 'gestion', level: 5, start: '2013', end: '2015' },
      ...{ place: null, evidence },
    },
  ];
  profile.skills = ['Sage 100', 'Excel', 'TVA'].map((name) => ({ name, group: null, code: null, evidence }));
  profile.languages = [
    { code: 'fr', name: 'français', level: 'native', levelText: null, evidence },
    { code: 'en', name: 'anglais', level: 'B2', levelText: 'B2', evidence },
  ];
  profile.derived = derive(profile, '2026-11-21');
  return profile;
}

const EVERYTHING: Omit<LetterRequest, 'kind' | 'locale'> = {
  today: '2026-11-21',
  offer: { title: 'Comptable confirmé (F/H)', company: 'Verrerie des Trois Ponts', place: 'Nantes' },
  sender: { name: 'Alice Durand', role: 'RH', company: 'Verrerie des Trois Ponts', email: 'rh@troisponts.test' },
  appointment: {
    ...{ start: '2026-12-03T14:30', minutes: 45, timeZone: 'Europe/Paris', place: '3 quai de la Fosse' },
    videoLink: 'https://visio.example/abc',
  },
  test: { name: 'étude de cas', link: 'https://tests.example/x', minutes: 60, deadline: '2026-12-05' },
  terms: { contract: 'CDI', start: '2027-01-04', salary: '34 000 € brut par an' },
  reasons: ['La consolidation demandée n’apparaît pas dans votre dossier.'],
  decidedBy: 'Alice Durand',
  alsoAsk: ['votre préavis'],
  answerBy: '2026-12-10',
};

/** A letter with all that any kind can need. */
export const request = (kind: LetterRequest['kind'], changes: Partial<LetterRequest> = {}): LetterRequest => ({
  ...EVERYTHING,
  ...{ kind, locale: 'fr' },
  ...changes,
});
