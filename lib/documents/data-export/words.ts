import type { Locale } from '../../errors';

/** What the person reads, in both languages. */
export interface ExportWords {
  eyebrow: string;
  title: string;
  profileHead: string[];
  documentsHead: string[];
  criteriaHead: string[];
  intro: string;
  identifier: string;
  profile: string;
  documents: string;
  current: string;
  replaced: string;
  applications: string;
  stage: string;
  score: string;
  formula: string;
  history: string;
  notes: string;
  tests: string;
  overrides: string;
  records: string;
  corrections: string;
  logic: string;
  logicText: string;
  analyses: string;
  recipients: string;
  recipient: (recipient: string) => string;
  sources: string;
  noSource: string;
  retention: string;
  keptUntil: (day: string, rule: string, held: boolean) => string;
  rights: string;
  rightsText: string;
  events: string;
  event: Record<string, string>;
  stages: Record<string, string>;
  nothing: string;
}

const fr: ExportWords = {
  eyebrow: 'Droit d’accès',
  title: 'Vos données',
  profileHead: ['Information', 'Ce que nous gardons'],
  documentsHead: ['Fichier', 'Taille', 'Reçu le', 'État'],
  criteriaHead: ['Critère', 'État', 'Points', 'Raison'],
  intro:
    'Voici tout ce que notre vivier de candidats conserve sur vous, comment vos scores ont été calculés, qui reçoit ces données, d’où elles viennent et combien de temps elles sont gardées (RGPD, article 15). Un fichier JSON contient les mêmes données sous une forme que les logiciels savent lire (article 20).',
  identifier: 'Identifiant',
  profile: 'Votre profil',
  documents: 'Vos documents',
  current: 'en vigueur',
  replaced: 'remplacé depuis',
  applications: 'Vos candidatures',
  stage: 'Étape',
  score: 'Score',
  formula: 'Formule',
  history: 'Décisions',
  notes: 'Notes',
  tests: 'Tests',
  overrides: 'Avis contraires au score',
  records: 'Documents établis à votre sujet et conversations',
  corrections: 'Corrections faites à votre demande',
  logic: 'La logique des scores',
  logicText:
    'Un programme compare ce qui a été trouvé dans votre CV avec les critères de l’offre. Chaque critère a un poids publié ; le score est la somme des points, de 0 à 100. Votre nom, votre genre, votre âge, votre adresse, votre nationalité et votre photo n’y entrent pas. Le score ordonne la lecture des candidatures, rien de plus : une personne décide, et tout refus porte un nom et un motif. Vous pouvez demander qu’une personne réexamine votre candidature et donner votre point de vue (article 22).',
  analyses: 'Lectures de votre CV par un programme',
  recipients: 'Destinataires',
  recipient: (recipient) =>
    recipient === 'recruitment'
      ? 'Les personnes chargées du recrutement'
      : `Le service de test « ${recipient.replace(/^test:/, '')} »`,
  sources: 'Provenance',
  noSource: 'Non précisée : le plus souvent, le CV que vous avez envoyé',
  retention: 'Durée de conservation',
  keptUntil: (day, rule, held) =>
    `Jusqu’au ${day}, ${
      { consent: 'selon votre accord', refusal: 'selon le délai de l’offre après un refus' }[rule] ??
      'deux ans après notre dernier échange sauf réglage contraire'
    }.${held ? ' L’effacement est suspendu par un litige.' : ''}`,
  rights: 'Vos droits',
  rightsText:
    'Vous pouvez faire corriger ces données, les faire effacer, limiter leur usage, vous opposer à leur traitement, retirer votre accord à tout moment, et réclamer auprès de la CNIL (www.cnil.fr).',
  events: 'Ce qui a été fait de vos données',
  event: {
    'candidate.created': 'Profil créé',
    'candidate.updated': 'Profil mis à jour',
    'candidate.exported': 'Copie des données établie',
    'candidate.rectified': 'Profil corrigé',
    'candidate.merged': 'Deux fiches réunies',
    'candidate.held': 'Conservation pour litige',
    'candidate.hold-lifted': 'Fin de la conservation pour litige',
    'candidate.consent-renewed': 'Accord renouvelé',
    'application.created': 'Candidature enregistrée',
    'application.scored': 'Score calculé',
    'application.stage-changed': 'Changement d’étape',
    'application.assigned': 'Candidature confiée à quelqu’un',
    'application.noted': 'Note ajoutée',
    'application.test-invited': 'Invitation à un test',
    'application.test-updated': 'Test mis à jour',
    'application.score-overridden': 'Avis contraire au score',
    'application.consent': 'Accord enregistré',
    'document.read': 'Document consulté',
    'candidate.viewed': 'Profil consulté',
  },
  stages: {
    screening: 'présélection',
    test: 'test',
    interview: 'entretien',
    offer: 'proposition',
    hired: 'embauche',
    rejected: 'refus',
    withdrawn: 'retrait',
  },
  nothing: 'Rien',
};

const en: ExportWords = {
  eyebrow: 'Right of access',
  title: 'Your data',
  profileHead: ['Item', 'What we keep'],
  documentsHead: ['File', 'Size', 'Received', 'State'],
  criteriaHead: ['Criterion', 'State', 'Points', 'Reason'],
  intro:
    'This is all that our talent pool keeps about you, how your scores were made, who receives these data, where they came from and how long they are kept (GDPR, article 15). A JSON file holds the same data in a form that programs can read (article 20).',
  identifier: 'Identifier',
  profile: 'Your profile',
  documents: 'Your documents',
  current: 'current',
  replaced: 'replaced since',
  applications: 'Your applications',
  stage: 'Stage',
  score: 'Score',
  formula: 'Formula',
  history: 'Decisions',
  notes: 'Notes',
  tests: 'Tests',
  overrides: 'Judged otherwise than the score',
  records: 'Documents made about you, and conversations',
  corrections: 'Corrections made at your request',
  logic: 'The logic of the scores',
  logicText:
    'A program compares what was found in your CV with the criteria of the offer. Each criterion has a published weight; the score is the sum of the points, from 0 to 100. Your name, gender, age, address, nationality and photo play no part in it. The score orders the reading of applications, nothing more: a person decides, and every refusal bears a name and a reason. You may ask that a person look at your application again, and give your point of view (article 22).',
  analyses: 'Readings of your CV by a program',
  recipients: 'Recipients',
  recipient: (recipient) =>
    recipient === 'recruitment'
      ? 'The people in charge of recruitment'
      : `The test service “${recipient.replace(/^test:/, '')}”`,
  sources: 'Where they came from',
  noSource: 'Not recorded: most often the CV that you sent',
  retention: 'How long they are kept',
  keptUntil: (day, rule, held) =>
    `Until ${day}, ${
      { consent: 'as you agreed', refusal: 'by the offer’s period after a refusal' }[rule] ??
      'two years after we were last in touch unless set otherwise'
    }.${held ? ' Erasure is suspended by a dispute.' : ''}`,
  rights: 'Your rights',
  rightsText:
    'You may have these data corrected or erased, have their use restricted, object to it, withdraw your consent at any time, and complain to the data protection authority (in France the CNIL, www.cnil.fr).',
  events: 'What was done with your data',
  event: {
    'candidate.created': 'Profile made',
    'candidate.updated': 'Profile updated',
    'candidate.exported': 'Copy of the data made',
    'candidate.rectified': 'Profile corrected',
    'candidate.merged': 'Two entries joined',
    'candidate.held': 'Kept for a dispute',
    'candidate.hold-lifted': 'No longer kept for a dispute',
    'candidate.consent-renewed': 'Consent renewed',
    'application.created': 'Application recorded',
    'application.scored': 'Score computed',
    'application.stage-changed': 'Stage changed',
    'application.assigned': 'Application given to somebody',
    'application.noted': 'Note added',
    'application.test-invited': 'Invited to a test',
    'application.test-updated': 'Test updated',
    'application.score-overridden': 'Judged otherwise than the score',
    'application.consent': 'Consent recorded',
    'document.read': 'Document read',
    'candidate.viewed': 'Profile looked at',
  },
  stages: {
    screening: 'screening',
    test: 'test',
    interview: 'interview',
    offer: 'offer',
    hired: 'hired',
    rejected: 'rejected',
    withdrawn: 'withdrawn',
  },
  nothing: 'Nothing',
};

export const exportWords: Record<Locale, ExportWords> = { fr, en };
