// The company CV in its three styles, in both languages, and what can be done with it.
import { lib, samplePerson } from './samples.mjs';

const WORDS = {
  banner: { fr: 'Bandeau', en: 'Banner' },
  sidebar: { fr: 'Latéral', en: 'Sidebar' },
  classic: { fr: 'Classique', en: 'Classic' },
};
const PEOPLE = { fr: 'cv-camille-fontanel.pdf', en: 'cv-imogen-harrowby.pdf' };
const COMPANY = { fr: 'Atelier Ormeraie', en: 'Alderbrook Partners' };

/** @param {'fr' | 'en'} locale @param {object} options */
async function pdf(locale, options) {
  const { renderCompanyCv } = lib('documents');
  const { data } = await renderCompanyCv(samplePerson(PEOPLE[locale]), {
    ...{ locale, format: 'pdf', companyName: COMPANY[locale] },
    ...options,
  });
  return data;
}

const styles = Object.entries(WORDS).flatMap(([style, title]) =>
  ['fr', 'en'].map((locale) => ({
    name: `company-cv-${style}-${locale}`,
    section: { fr: 'Dossier de compétences', en: 'Company CV' },
    title: { fr: `${title.fr} (${locale})`, en: `${title.en} (${locale})` },
    format: 'pdf',
    make: () => pdf(locale, { style }),
  })),
);

/** @type {import('../gallery.mjs').Entry[]} */
export const entries = [
  ...styles,
  {
    name: 'company-cv-one-page-code',
    section: { fr: 'Dossier de compétences', en: 'Company CV' },
    title: {
      fr: 'Une page, anonyme, aux couleurs de l’entreprise',
      en: 'One page, without the name, in the company’s colour',
    },
    format: 'pdf',
    make: () => pdf('fr', { style: 'sidebar', identity: 'code', colour: '#8a3b12', maxPages: 1 }),
  },
  {
    name: 'tailored-cv',
    section: { fr: 'Dossier de compétences', en: 'Company CV' },
    title: {
      fr: 'Pour une offre : ce qu’elle demande d’abord, en gras',
      en: 'For an offer: what it asks for first, in bold',
    },
    format: 'pdf',
    make: tailored,
  },
];

async function tailored() {
  const { scoreProfile } = lib('match');
  const offer = {
    title: 'Comptable général (F/H)',
    text: 'Vous tenez la comptabilité générale.',
    language: 'fr',
    criteria: { mustHave: ['liasse fiscale', 'Sage 100', 'TVA'], niceToHave: ['rapprochements bancaires', 'Excel'] },
  };
  const score = scoreProfile(samplePerson(PEOPLE.fr), offer);
  return await pdf('fr', { style: 'classic', tailoredTo: { title: offer.title, score } });
}
