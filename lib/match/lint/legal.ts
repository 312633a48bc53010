import type { RiskCategory } from './types';

const LIST = 'Code du travail, art. L1132-1 ; loi n° 2008-496 du 27 mai 2008, art. 1';
const ADVERTS = 'Code du travail, art. L1142-1';
const QUESTIONS = 'Code du travail, art. L1221-6';
const EQUALITY = 'Directive 2000/78/CE';
const ORIGIN = 'Directive 2000/43/CE';
const SEX = 'Directive 2006/54/CE';
const UK = 'Equality Act 2010 (UK), s. 39';

/** The grounds by category. EU AI Act, annex III, 4 (recruitment is high-risk) goes for all of them where a machine reads the criterion. */
export const GROUNDS: Record<RiskCategory, string[]> = {
  age: [LIST, 'Code du travail, art. L5321-2 (âge dans une offre)', EQUALITY, `${UK}, s. 5`],
  sex: [LIST, ADVERTS, SEX, `${UK}, s. 11`],
  origin: [LIST, ORIGIN, `${UK}, s. 9`],
  family: [LIST, ADVERTS, SEX],
  pregnancy: [LIST, 'Code du travail, art. L1225-1', SEX, `${UK}, s. 18`],
  health: [LIST, EQUALITY, 'Equality Act 2010 (UK), s. 60'],
  religion: [LIST, EQUALITY, `${UK}, s. 10`],
  politics: [LIST],
  union: [LIST, 'Code du travail, art. L2141-5'],
  orientation: [LIST, EQUALITY, `${UK}, s. 12`],
  appearance: [LIST, QUESTIONS],
  address: [LIST, QUESTIONS],
  wealth: [LIST, QUESTIONS],
  language: [LIST, 'Code du travail, art. L5331-4', ORIGIN],
  privacy: [QUESTIONS, 'RGPD / GDPR, art. 5 (1) c'],
  record: [QUESTIONS, 'Code de procédure pénale, art. 777-3', 'RGPD / GDPR, art. 10'],
  military: [QUESTIONS, 'Equality Act 2010 (UK)'],
};

export const AI_ACT = 'Règlement (UE) 2024/1689 (IA), annexe III, 4';
