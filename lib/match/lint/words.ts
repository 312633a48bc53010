import type { RiskCategory, RiskSeverity } from './types';

type Texts = Record<RiskCategory, { name: string; suggestion: string }>;

const fr: Texts = {
  age: { name: 'l’âge', suggestion: 'dites l’expérience voulue : « débutant accepté », « deux ans de pratique »' },
  sex: { name: 'le sexe', suggestion: 'écrivez pour les deux genres, ou ajoutez (F/H)' },
  origin: {
    name: 'l’origine ou la nationalité',
    suggestion: 'supprimez-le ; une autorisation de travail se vérifie à l’embauche',
  },
  family: { name: 'la situation de famille', suggestion: 'dites les horaires et les déplacements ; chacun s’organise' },
  pregnancy: { name: 'la grossesse', suggestion: 'supprimez-le ; la protection est l’affaire du médecin du travail' },
  health: {
    name: 'la santé ou le handicap',
    suggestion: 'décrivez les tâches ; l’aptitude relève du médecin du travail',
  },
  religion: { name: 'la religion', suggestion: 'supprimez-le ; dites les contraintes réelles du poste' },
  politics: { name: 'les opinions politiques', suggestion: 'supprimez-le' },
  union: { name: 'l’activité syndicale', suggestion: 'supprimez-le' },
  orientation: { name: 'l’orientation sexuelle ou l’identité de genre', suggestion: 'supprimez-le' },
  appearance: { name: 'l’apparence physique', suggestion: 'dites ce que le poste demande : accueil, tenue fournie' },
  address: {
    name: 'le lieu de résidence',
    suggestion: 'dites ce que le poste demande : horaires, astreinte, déplacements',
  },
  wealth: { name: 'la situation économique', suggestion: 'supprimez-le' },
  language: { name: 'la langue maternelle, donc l’origine', suggestion: 'demandez un niveau du CECRL' },
  privacy: {
    name: 'une donnée sans lien avec le poste',
    suggestion: 'tenez-vous-en aux compétences et à l’expérience',
  },
  record: { name: 'le casier judiciaire', suggestion: 'ne le demandez que si une loi l’impose' },
  military: { name: 'la situation militaire', suggestion: 'supprimez-le' },
};

const en: Texts = {
  age: { name: 'age', suggestion: 'state the experience: “beginners welcome”, “two years of practice”' },
  sex: { name: 'sex', suggestion: 'use words that fit everybody' },
  origin: { name: 'origin or nationality', suggestion: 'leave it out; the right to work is checked on hiring' },
  family: { name: 'family status', suggestion: 'state hours and travel; people make their own arrangements' },
  pregnancy: { name: 'pregnancy', suggestion: 'leave it out; protection is for occupational health' },
  health: { name: 'health or disability', suggestion: 'describe the tasks; fitness is for occupational health to say' },
  religion: { name: 'religion', suggestion: 'leave it out; state what the job really requires' },
  politics: { name: 'political opinions', suggestion: 'leave it out' },
  union: { name: 'union activity', suggestion: 'leave it out' },
  orientation: { name: 'sexual orientation or gender identity', suggestion: 'leave it out' },
  appearance: { name: 'looks', suggestion: 'state what the job needs: welcoming visitors, clothes provided' },
  address: { name: 'place of residence', suggestion: 'state what the job needs: hours, on call, travel' },
  wealth: { name: 'economic situation', suggestion: 'leave it out' },
  language: { name: 'mother tongue, hence origin', suggestion: 'ask for a CEFR level' },
  privacy: { name: 'something that has no bearing on the job', suggestion: 'keep to skills and experience' },
  record: { name: 'criminal record', suggestion: 'ask only where a law requires it' },
  military: { name: 'military status', suggestion: 'leave it out' },
};

const texts = { fr, en };

export const suggestionFor = (category: RiskCategory, locale: 'fr' | 'en') => texts[locale][category].suggestion;

export function explanation(category: RiskCategory, severity: RiskSeverity, locale: 'fr' | 'en'): string {
  const { name } = texts[locale][category];
  if (locale === 'fr')
    return severity === 'forbidden' ? `Critère interdit : ${name}.` : `À revoir : ces mots peuvent viser ${name}.`;
  return severity === 'forbidden'
    ? `Forbidden criterion: ${name}.`
    : `To reconsider: these words may be about ${name}.`;
}
