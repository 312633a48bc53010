// Letters in both languages, as PDF and as the mail that is sent.
import { lib, samplePerson } from './samples.mjs';

const PEOPLE = { fr: 'cv-camille-fontanel.pdf', en: 'cv-imogen-harrowby.pdf' };
const COMMON = {
  fr: {
    offer: { title: 'Comptable général (F/H)', company: 'Atelier Ormeraie' },
    sender: {
      ...{ name: 'Alice Durand', role: 'Responsable des ressources humaines', company: 'Atelier Ormeraie' },
      ...{
        email: 'recrutement@ormeraie.example',
        phone: '02 99 00 00 00',
        address: '8 rue des Ateliers\n35000 Rennes',
      },
    },
  },
  en: {
    offer: { title: 'Customer support advisor', company: 'Alderbrook Partners' },
    sender: {
      ...{ name: 'Alice Marsh', role: 'People team', company: 'Alderbrook Partners' },
      ...{ email: 'jobs@alderbrook.example', address: '8 Mill Lane\nAshdown' },
    },
  },
};
const DETAILS = {
  'interview-invitation': {
    appointment: {
      start: '2026-02-03T14:30',
      minutes: 45,
      timeZone: 'Europe/Paris',
      place: '8 rue des Ateliers, Rennes',
    },
  },
  refusal: {
    reasons: ['Le poste demande une pratique de la consolidation que nous n’avons pas trouvée dans votre dossier.'],
    decidedBy: 'Alice Durand',
  },
  'cover-letter': {},
};

/** @param {'fr' | 'en'} locale @param {keyof typeof DETAILS} kind */
async function letterOf(locale, kind) {
  const { composeLetter } = lib('documents');
  const request = { kind, locale, today: '2026-01-15', ...COMMON[locale], ...DETAILS[kind] };
  return await composeLetter(samplePerson(PEOPLE[locale]), request);
}

const section = { fr: 'Lettres et e-mails', en: 'Letters and e-mails' };
const STYLE = { colour: '#8a3b12' };
const pdf = (name, locale, kind, title) => ({
  ...{ name, section, title, format: 'pdf' },
  make: async () => lib('documents').renderLetter(await letterOf(locale, kind), 'pdf', STYLE),
});

/** @type {import('../gallery.mjs').Entry[]} */
export const entries = [
  pdf('letter-refusal-fr', 'fr', 'refusal', { fr: 'Refus (PDF)', en: 'Refusal, in French (PDF)' }),
  pdf('letter-invitation-fr', 'fr', 'interview-invitation', {
    ...{ fr: 'Invitation à un entretien (PDF)', en: 'Invitation to an interview, in French (PDF)' },
  }),
  pdf('letter-cover-en', 'en', 'cover-letter', {
    fr: 'Lettre de motivation, en anglais (PDF)',
    en: 'Cover letter (PDF)',
  }),
];
