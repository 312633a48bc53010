import type { Locale } from '../errors';
import type { CriterionStatus, ScoreBand } from '../match';
import type { Cefr, EngineName } from '../profile';

/** Every text of the documents, in both languages. */
interface Words {
  /** A name and its value, with the colon of the language. */
  labelled: (label: string, value: string) => string;
  shortlist: string;
  shortlistFor: (offer: string) => string;
  madeOn: (day: string) => string;
  candidates: (count: number) => string;
  candidate: string;
  unnamed: string;
  rank: string;
  score: string;
  outOf100: string;
  between: (low: string, high: string) => string;
  experience: string;
  degree: string;
  missingMusts: string;
  none: string;
  nothingMissing: string;
  /** Labels of must-haves that are met in part. */
  mustsInPart: (labels: string[]) => string;
  mustsToCheck: (count: number) => string;
  band: Record<ScoreBand, string>;
  status: Record<CriterionStatus, string>;
  tooLittle: string;
  mustHave: string;
  niceToHave: string;
  alwaysCounted: string;
  criteria: string;
  points: string;
  why: string;
  evidence: (page: number, from: number, to: number) => string;
  strengths: string;
  missing: string;
  toCheck: string;
  warnings: string;
  source: string;
  engine: string;
  engineName: Record<EngineName, string>;
  reliability: string;
  formula: string;
  noteTitle: string;
  note: string;
  page: (current: number, count: number) => string;
  noCandidates: string;
  today: string;
  months: (count: number) => string;
  years: (count: number) => string;
  notStated: string;
  cv: string;
  profile: string;
  summary: string;
  skills: string;
  otherSkills: string;
  experiences: string;
  education: string;
  languages: string;
  certifications: string;
  projects: string;
  licences: string;
  availability: string;
  interests: string;
  contact: string;
  licence: (category: string) => string;
  cefr: Record<Cefr, string>;
  kind: Record<string, string>;
  anonymousCv: string;
  readTitle: string;
  readIntro: string;
  readNothing: string;
  name: string;
  email: string;
  phone: string;
  address: string;
  links: string;
  headline: string;
  lineRef: (page: number, from: number, to: number) => string;
  toVerify: string;
  quoted: (text: string) => string;
  /** Name of the sheet that explains a workbook. */
  toRead: string;
  reviewTitle: string;
  reviewIntro: string;
  reviewIntroLines: string;
  hiddenText: (page: number, text: string) => string;
  disagreement: (kept: string | null, other: string | null) => string;
}

const fr: Words = {
  labelled: (label, value) => `${label} : ${value}`,
  shortlist: 'Présélection',
  shortlistFor: (offer) => `Présélection : ${offer}`,
  madeOn: (day) => `Établie le ${day}`,
  candidates: (count) => `${count} ${count > 1 ? 'candidatures' : 'candidature'}`,
  candidate: 'Candidat',
  unnamed: 'Nom non trouvé',
  rank: 'Rang',
  score: 'Score',
  outOf100: 'sur 100',
  between: (low, high) => `de ${low} à ${high} selon ce qui reste à vérifier`,
  experience: 'Expérience',
  degree: 'Diplôme',
  missingMusts: 'Indispensables non remplis',
  none: 'aucun',
  nothingMissing: 'Tous remplis',
  mustsInPart: (labels) => `En partie\u00A0: ${labels.join(', ')}`,
  mustsToCheck: (count) => `${count} à vérifier`,
  band: { strong: 'Très proche', good: 'Proche', partial: 'En partie', weak: 'Éloigné' },
  status: { met: 'Rempli', partly: 'En partie', missing: 'Non trouvé', unknown: 'À vérifier' },
  tooLittle: 'Insuffisant',
  mustHave: 'indispensable',
  niceToHave: 'souhaité',
  alwaysCounted: 'pour toute offre',
  criteria: 'Critère par critère',
  points: 'points',
  why: 'Raison',
  evidence: (page, from, to) => `p. ${page}, l. ${from === to ? from : `${from}-${to}`}`,
  strengths: 'Points forts',
  missing: 'Non rempli d’après le CV',
  toCheck: 'À vérifier avec la personne',
  warnings: 'Remarques sur la lecture du CV',
  source: 'Fichier',
  engine: 'Lu par',
  engineName: { rules: 'règles', model: 'modèle de langage', both: 'règles et modèle de langage' },
  reliability: 'Fiabilité de la lecture',
  formula: 'Formule',
  noteTitle: 'Une personne décide',
  note: 'Ce score ordonne la lecture des candidatures, rien de plus. Il est calculé à partir de ce qui a été trouvé dans le CV, sans le nom, le genre, l’âge, l’adresse, la nationalité ni la photo. « Non trouvé » ne veut pas dire « absent » : posez la question. Aucune candidature ne peut être écartée sur ce seul score (RGPD, article 22 ; règlement européen sur l’IA, annexe III). Toute personne peut demander à savoir comment il a été obtenu.',
  page: (current, count) => `Page ${current} sur ${count}`,
  noCandidates: 'Aucune candidature à présenter.',
  today: 'aujourd’hui',
  months: (count) => `${count} mois`,
  years: (count) => `${count} ${count > 1 ? 'ans' : 'an'}`,
  notStated: 'non précisé',
  cv: 'CV',
  profile: 'Profil',
  summary: 'Profil',
  skills: 'Compétences',
  otherSkills: 'Autres',
  experiences: 'Expérience professionnelle',
  education: 'Formation',
  languages: 'Langues',
  certifications: 'Certifications',
  projects: 'Projets',
  licences: 'Permis',
  availability: 'Disponibilité',
  interests: 'Centres d’intérêt',
  contact: 'Contact',
  licence: (category) => `Permis ${category}`,
  cefr: {
    A1: 'A1, débutant',
    A2: 'A2, élémentaire',
    B1: 'B1, intermédiaire',
    B2: 'B2, avancé',
    C1: 'C1, courant',
    C2: 'C2, bilingue',
    native: 'langue maternelle',
  },
  kind: { internship: 'Stage', apprenticeship: 'Alternance', freelance: 'Indépendant', volunteer: 'Bénévolat' },
  anonymousCv: 'CV anonymisé',
  readTitle: 'Ce qui a été lu dans le CV',
  readIntro: 'Chaque information est suivie de l’endroit du CV d’où elle vient. Rien n’a été ajouté.',
  readNothing: 'Rien n’a été trouvé dans ce document.',
  name: 'Nom',
  email: 'E-mail',
  phone: 'Téléphone',
  address: 'Adresse',
  links: 'Liens',
  headline: 'Titre',
  lineRef: (page, from, to) => `page ${page}, ${from === to ? `ligne ${from}` : `lignes ${from} à ${to}`}`,
  toVerify: 'à vérifier',
  quoted: (text) => `«\u00A0${text}\u00A0»`,
  toRead: 'À lire',
  reviewTitle: 'Fiche de relecture',
  reviewIntro:
    'À gauche, le CV ; à droite, ce qui y a été lu. Choisissez une information pour voir d’où elle vient, ou un cadre pour voir ce qui en a été tiré.',
  reviewIntroLines:
    'À gauche, le texte du CV ; à droite, ce qui y a été lu. Choisissez une information pour voir d’où elle vient.',
  hiddenText: (page, text) => `Texte que la page ${page} ne montre pas : « ${text} »`,
  disagreement: (kept, other) =>
    `Les deux lectures diffèrent : « ${kept ?? 'rien'} » est retenu, « ${other ?? 'rien'} » a aussi été proposé.`,
};

const en: Words = {
  labelled: (label, value) => `${label}: ${value}`,
  shortlist: 'Shortlist',
  shortlistFor: (offer) => `Shortlist: ${offer}`,
  madeOn: (day) => `Made on ${day}`,
  candidates: (count) => `${count} ${count === 1 ? 'application' : 'applications'}`,
  candidate: 'Candidate',
  unnamed: 'Name not found',
  rank: 'Rank',
  score: 'Score',
  outOf100: 'out of 100',
  between: (low, high) => `${low} to ${high}, depending on what is still to be checked`,
  experience: 'Experience',
  degree: 'Degree',
  missingMusts: 'Must-haves not met',
  none: 'none',
  nothingMissing: 'All met',
  mustsInPart: (labels) => `In part: ${labels.join(', ')}`,
  mustsToCheck: (count) => `${count} to check`,
  band: { strong: 'Very close', good: 'Close', partial: 'Partial', weak: 'Distant' },
  status: { met: 'Met', partly: 'In part', missing: 'Not found', unknown: 'To check' },
  tooLittle: 'Too little',
  mustHave: 'must-have',
  niceToHave: 'nice to have',
  alwaysCounted: 'for every offer',
  criteria: 'Criterion by criterion',
  points: 'points',
  why: 'Reason',
  evidence: (page, from, to) => `p. ${page}, l. ${from === to ? from : `${from}-${to}`}`,
  strengths: 'Strengths',
  missing: 'Not met, going by the CV',
  toCheck: 'To check with the person',
  warnings: 'Notes on how the CV was read',
  source: 'File',
  engine: 'Read by',
  engineName: { rules: 'rules', model: 'language model', both: 'rules and language model' },
  reliability: 'Reliability of the reading',
  formula: 'Formula',
  noteTitle: 'A person decides',
  note: 'This score orders the reading of applications, nothing more. It is computed from what was found in the CV, without name, gender, age, address, nationality or photo. “Not found” does not mean “absent”: ask. No application may be turned down on this score alone (GDPR, article 22; EU AI Act, annex III). Anyone may ask how it was obtained.',
  page: (current, count) => `Page ${current} of ${count}`,
  noCandidates: 'No applications to show.',
  today: 'today',
  months: (count) => `${count} ${count === 1 ? 'month' : 'months'}`,
  years: (count) => `${count} ${count === 1 ? 'year' : 'years'}`,
  notStated: 'not stated',
  cv: 'CV',
  profile: 'Profile',
  summary: 'Profile',
  skills: 'Skills',
  otherSkills: 'Other',
  experiences: 'Work experience',
  education: 'Education',
  languages: 'Languages',
  certifications: 'Certifications',
  projects: 'Projects',
  licences: 'Driving licences',
  availability: 'Availability',
  interests: 'Interests',
  contact: 'Contact',
  licence: (category) => `Category ${category}`,
  cefr: {
    A1: 'A1, beginner',
    A2: 'A2, elementary',
    B1: 'B1, intermediate',
    B2: 'B2, upper intermediate',
    C1: 'C1, fluent',
    C2: 'C2, near-native',
    native: 'native',
  },
  kind: {
    internship: 'Internship',
    apprenticeship: 'Apprenticeship',
    freelance: 'Freelance',
    volunteer: 'Volunteering',
  },
  anonymousCv: 'Anonymised CV',
  readTitle: 'What was read in the CV',
  readIntro: 'Each item is followed by the place in the CV that it comes from. Nothing was added.',
  readNothing: 'Nothing was found in this document.',
  name: 'Name',
  email: 'E-mail',
  phone: 'Phone',
  address: 'Address',
  links: 'Links',
  headline: 'Headline',
  lineRef: (page, from, to) => `page ${page}, ${from === to ? `line ${from}` : `lines ${from} to ${to}`}`,
  toVerify: 'to be checked',
  quoted: (text) => `“${text}”`,
  toRead: 'How to read',
  reviewTitle: 'Review sheet',
  reviewIntro:
    'On the left the CV, on the right what was read in it. Choose an item to see where it comes from, or a frame to see what was taken from it.',
  reviewIntroLines:
    'On the left the CV’s text, on the right what was read in it. Choose an item to see where it comes from.',
  hiddenText: (page, text) => `Text that page ${page} does not show: “${text}”`,
  disagreement: (kept, other) =>
    `The two readings differ: “${kept ?? 'nothing'}” is kept, “${other ?? 'nothing'}” was also proposed.`,
};

export const words: Record<Locale, Words> = { fr, en };
