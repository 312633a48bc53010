import type { Locale } from '../../errors';

/** Headings and labels of what is written for people. What the candidate wrote is never translated. */
const en = {
  summary: 'Summary',
  contact: 'Contact',
  experiences: 'Experience',
  education: 'Education',
  skills: 'Skills',
  otherSkills: 'Other',
  languages: 'Languages',
  certifications: 'Certifications',
  certification: 'Certification',
  projects: 'Projects',
  interests: 'Interests',
  drivingLicences: 'Driving licences',
  availability: 'Availability',
  nativeLanguage: 'native',
  email: 'E-mail',
  phone: 'Phone',
  address: 'Address',
  links: 'Links',
  birthDate: 'Date of birth',
  nationality: 'Nationality',
  current: 'present',
  ended: (date: string) => `End: ${date}`,
  unnamed: 'Name not found in the CV',
  page: 'p.',
  line: 'line',
  lines: 'lines',
};

export type FormatWords = typeof en;

const fr: FormatWords = {
  summary: 'Profil',
  contact: 'Coordonnées',
  experiences: 'Expérience professionnelle',
  education: 'Formation',
  skills: 'Compétences',
  otherSkills: 'Autres',
  languages: 'Langues',
  certifications: 'Certifications',
  certification: 'Certification',
  projects: 'Projets',
  interests: 'Centres d’intérêt',
  drivingLicences: 'Permis de conduire',
  availability: 'Disponibilité',
  nativeLanguage: 'langue maternelle',
  email: 'Courriel',
  phone: 'Téléphone',
  address: 'Adresse',
  links: 'Liens',
  birthDate: 'Date de naissance',
  nationality: 'Nationalité',
  current: 'à ce jour',
  ended: (date) => `Fin : ${date}`,
  unnamed: 'Nom non trouvé dans le CV',
  page: 'p.',
  line: 'ligne',
  lines: 'lignes',
};

export const formatWords: Record<Locale, FormatWords> = { en, fr };

/** `derived.mainDomain` for a French reader. */
export const DOMAINS_FR: Record<string, string> = {
  agriculture: 'Agriculture et espaces verts',
  arts: 'Arts et artisanat d’art',
  'finance-property': 'Banque, assurance et immobilier',
  sales: 'Commerce et relation client',
  communication: 'Communication et médias',
  construction: 'Bâtiment et travaux publics',
  hospitality: 'Hôtellerie, restauration et tourisme',
  industry: 'Industrie',
  maintenance: 'Installation et maintenance',
  health: 'Santé',
  services: 'Services à la personne et à la collectivité',
  entertainment: 'Spectacle et sport',
  it: 'Informatique',
  'business-support': 'Support à l’entreprise',
  'transport-logistics': 'Transport et logistique',
};
