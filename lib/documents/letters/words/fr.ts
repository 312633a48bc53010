import type { LetterWords } from './types';

const HELLO = ['?hello Bonjour {name},', '?hello Bonjour,'];
const REGARDS = 'Nous vous prions d’agréer l’expression de nos salutations distinguées.';

export const fr: LetterWords = {
  templates: {
    acknowledgement: {
      subject: ['Votre candidature : {offer}', 'Votre candidature'],
      paragraphs: [
        ...HELLO,
        '?received Nous avons bien reçu votre candidature au poste « {offer} », et nous vous en remercions.',
        '?received Nous avons bien reçu votre candidature, et nous vous en remercions.',
        'Elle sera lue par une personne de notre équipe. Un programme nous aide à ranger les dossiers ; il ne prend aucune décision.',
        'Vous recevrez une réponse de notre part, quelle qu’elle soit, avant le {answerBy}.',
        'Vous pouvez à tout moment nous demander une copie de vos données, les faire corriger ou les faire effacer, en répondant à ce message.',
        '{note}',
        REGARDS,
      ],
    },
    'cover-letter': {
      subject: ['Candidature au poste « {offer} »', 'Candidature'],
      paragraphs: [
        'Madame, Monsieur,',
        '?wish Le poste « {offer} » que vous proposez chez {company} m’intéresse, et je vous adresse ma candidature.',
        '?wish Le poste « {offer} » que vous proposez m’intéresse, et je vous adresse ma candidature.',
        '?wish Je vous adresse ma candidature.',
        '{passage}',
        '{note}',
        'Je me tiens à votre disposition pour un entretien.',
        'Je vous prie d’agréer, Madame, Monsieur, l’expression de mes salutations distinguées.',
      ],
    },
    'employment-offer': {
      subject: ['Notre proposition : {offer}', 'Notre proposition d’embauche'],
      paragraphs: [
        ...HELLO,
        '?offer À la suite de nos échanges, nous avons le plaisir de vous proposer le poste « {offer} » chez {company}.',
        '?offer À la suite de nos échanges, nous avons le plaisir de vous proposer le poste « {offer} ».',
        '{passage}',
        'Voici ce que nous vous proposons :',
        '• {terms}',
        'Merci de nous donner votre réponse avant le {answerBy}. Le contrat de travail vous sera ensuite envoyé.',
        '{note}',
        'Nous restons à votre disposition pour toute question.',
        REGARDS,
      ],
    },
    'interview-invitation': {
      subject: ['Invitation à un entretien : {offer}', 'Invitation à un entretien'],
      paragraphs: [
        ...HELLO,
        '?invite Votre candidature au poste « {offer} » a retenu notre attention, et nous serions heureux de vous rencontrer.',
        '?invite Votre candidature a retenu notre attention, et nous serions heureux de vous rencontrer.',
        '{passage}',
        'L’entretien aura lieu {when} ; comptez {duration}.',
        'Adresse : {place}',
        'Lien de la visioconférence : {videoLink}',
        'Vous rencontrerez {people}.',
        'Si ce moment ne vous convient pas, ou si vous avez besoin d’un aménagement, répondez à ce message : nous trouverons une autre solution.',
        '{note}',
        REGARDS,
      ],
    },
    'missing-information': {
      subject: ['Votre candidature : quelques précisions', 'Votre candidature'],
      paragraphs: [
        ...HELLO,
        '?about Pour étudier votre candidature au poste « {offer} », il nous manque quelques informations que nous n’avons pas trouvées dans votre CV :',
        '?about Pour étudier votre candidature, il nous manque quelques informations que nous n’avons pas trouvées dans votre CV :',
        '• {missing}',
        'Vous pouvez répondre à ce message, ou nous envoyer un CV mis à jour. Ne répondez qu’à ce que vous souhaitez nous dire.',
        'Merci de nous répondre si possible avant le {answerBy}.',
        '{note}',
        REGARDS,
      ],
    },
    refusal: {
      subject: ['Votre candidature : {offer}', 'Votre candidature'],
      paragraphs: [
        ...HELLO,
        '?thanks Nous vous remercions de l’intérêt que vous portez au poste « {offer} » et du temps que vous avez consacré à votre candidature.',
        '?thanks Nous vous remercions de l’intérêt que vous nous portez et du temps que vous avez consacré à votre candidature.',
        '{passage}',
        'Après étude de votre dossier par {decidedBy}, nous avons décidé de ne pas poursuivre avec cette candidature. En voici les raisons :',
        '• {reasons}',
        'Cette décision porte sur ce poste et sur ce moment ; elle ne dit rien de votre valeur. Vous pouvez nous répondre si vous souhaitez en parler.',
        '{note}',
        'Nous vous souhaitons une pleine réussite dans la suite de vos recherches.',
        REGARDS,
      ],
    },
    'test-invitation': {
      subject: ['Prochaine étape : {test}', 'Prochaine étape de votre candidature'],
      paragraphs: [
        ...HELLO,
        '?next Pour la suite de votre candidature au poste « {offer} », nous vous proposons un test : {test}.',
        '?next Pour la suite de votre candidature, nous vous proposons un test : {test}.',
        '{passage}',
        'Il dure environ {testDuration}.',
        'Vous pouvez le passer ici : {testLink}',
        'Merci de le faire avant le {deadline}.',
        'Le résultat est lu par une personne et ne décide pas seul. Si vous avez besoin d’un aménagement (temps, accessibilité), répondez à ce message avant de commencer.',
        '{note}',
        REGARDS,
      ],
    },
  },
  about: [
    'J’exerce actuellement comme {currentTitle} chez {currentEmployer}.',
    'Mon dernier poste : {lastTitle} chez {lastEmployer} ({lastPeriod}).',
    'J’ai {experience} d’expérience.',
    'Parmi mes compétences : {skills}.',
    'Formation : {degree}.',
    'Langues : {languages}.',
  ],
  missing: {
    email: 'une adresse e-mail',
    phone: 'un numéro de téléphone',
    city: 'votre ville (pour les déplacements)',
    jobDates: (title) => `les dates de votre poste « ${title} »`,
    jobTitle: (employer) => `l’intitulé de votre poste chez ${employer}`,
    jobs: 'vos expériences professionnelles',
    education: 'vos diplômes ou formations',
    degreeYear: (degree) => `l’année d’obtention : ${degree}`,
    languages: 'les langues que vous parlez, avec votre niveau',
    languageLevel: (language) => `votre niveau : ${language}`,
    skills: 'vos compétences principales',
  },
  placeAndDay: (place, day) => (place ? `${place}, le ${day}` : `Le ${day}`),
  machineLine: (model) =>
    `Des passages de ce texte ont été rédigés avec l’aide d’un modèle de langage (${model}), puis vérifiés phrase par phrase avec le profil.`,
  and: 'et',
  minutes: (count) =>
    count % 60 === 0
      ? `${count / 60} h`
      : count < 60
        ? `${count} minutes`
        : `${Math.floor(count / 60)} h ${String(count % 60).padStart(2, '0')}`,
  why: {
    contact: (words) => `« ${words} » : une adresse, un lien ou une mise en forme n’a pas sa place dans ce passage.`,
    forbidden: (words) => `« ${words} » touche à un critère que la loi interdit.`,
    superlative: (words) => `« ${words} » est un éloge que le profil ne prouve pas.`,
    negation: (words) => `« ${words} » nie quelque chose, ce que le profil ne peut pas prouver.`,
    number: (words) => `Le nombre « ${words} » n’est pas dans le profil à cet endroit.`,
    years: (words) => `La durée « ${words} » n’est pas celle du profil.`,
    date: (words) => `La date « ${words} » n’est pas celle du profil.`,
    level: (words) => `Le niveau « ${words} » n’est pas celui du profil.`,
    language: (words) => `La langue « ${words} » n’est pas dans le profil.`,
    degree: (words) => `Le diplôme « ${words} » n’est pas dans le profil.`,
    name: (words) => `Le nom « ${words} » n’est pas dans le profil.`,
    unknown: (words) => `« ${words} » n’est pas dans le profil.`,
    mixed: (words) => `« ${words} » : le profil ne le dit pas d’un même poste ou d’une même formation.`,
  },
  interview: (offer, name) => ['Entretien', offer, name].filter(Boolean).join(' – '),
  subjectMark: /^(?:objet|sujet|subject)\s*:\s*/i,
  at: (day, time, town) =>
    `le ${day} à ${time.replace(/^0/, '').replace(':', ' h ').replace(/ 00$/, '')} (heure ${/^[AEIOUÉ]/i.test(town) ? 'd’' : 'de '}${town})`,
};
