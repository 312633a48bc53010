import type { Locale } from '../../errors';
import type { CvSection, LeftOut } from './types';

/** Between things of one line: no line begins with the dot. */
export const SEPARATOR = '\u00A0\u00A0· ';

/** A short thing stays on one line: half a skill at the end of a line reads like a skill of its own. */
export const unbroken = (text: string): string => (text.length <= 36 ? text.replace(/ /g, '\u00A0') : text);

interface CvWords {
  tailoredFor: (offer: string) => string;
  codeName: (code: string) => string;
  timeline: string;
  matrix: string;
  matrixNote: string;
  cited: (jobs: string[]) => string;
  levelOf6: (level: string, filled: number) => string;
  shortened: (pages: number, what: string[]) => string;
  tooLong: (pages: number, limit: number) => string;
  leftOut: (left: LeftOut) => string;
}

const plural = (count: number, one: string, many: string) => `${count}\u00A0${count > 1 ? many : one}`;

const FR_THINGS: Record<CvSection, [one: string, many: string]> = {
  summary: ['texte de profil', 'textes de profil'],
  timeline: ['frise', 'frises'],
  experiences: ['expérience', 'expériences'],
  matrix: ['matrice de compétences', 'matrices de compétences'],
  education: ['formation', 'formations'],
  skills: ['compétence', 'compétences'],
  languages: ['langue', 'langues'],
  certifications: ['certification', 'certifications'],
  projects: ['projet', 'projets'],
  licences: ['permis', 'permis'],
  interests: ['centre d’intérêt', 'centres d’intérêt'],
};

const EN_THINGS: Record<CvSection, [one: string, many: string]> = {
  summary: ['profile text', 'profile texts'],
  timeline: ['timeline', 'timelines'],
  experiences: ['job', 'jobs'],
  matrix: ['skill matrix', 'skill matrices'],
  education: ['degree', 'degrees'],
  skills: ['skill', 'skills'],
  languages: ['language', 'languages'],
  certifications: ['certification', 'certifications'],
  projects: ['project', 'projects'],
  licences: ['licence', 'licences'],
  interests: ['interest', 'interests'],
};

const fr: CvWords = {
  tailoredFor: (offer) => `Pour le poste\u00A0: ${offer}`,
  codeName: (code) => `Candidature ${code}`,
  timeline: 'Parcours',
  matrix: 'Compétences au fil des postes',
  matrixNote: 'Une barre couvre les postes dont la description cite la compétence.',
  cited: (jobs) => `citée chez ${jobs.join(', ')}`,
  levelOf6: (level, filled) => `${level}\u00A0: ${filled} sur 6`,
  shortened: (pages, what) =>
    `Pour tenir en ${plural(pages, 'page', 'pages')}, le document ne reprend pas\u00A0: ${what.join('\u00A0; ')}.`,
  tooLong: (pages, limit) =>
    `Même abrégé, le document fait ${plural(pages, 'page', 'pages')} au lieu de ${limit}. Autorisez plus de pages ou retirez des rubriques.`,
  leftOut: ({ section, entries, lines }) =>
    [
      entries > 0 ? plural(entries, ...FR_THINGS[section]) : '',
      lines > 0 ? `${plural(lines, 'ligne', 'lignes')} de description (${FR_THINGS[section][1]})` : '',
    ]
      .filter(Boolean)
      .join(', '),
};

const en: CvWords = {
  tailoredFor: (offer) => `For the position: ${offer}`,
  codeName: (code) => `Application ${code}`,
  timeline: 'Career',
  matrix: 'Skills over time',
  matrixNote: 'A bar covers the jobs whose description names the skill.',
  cited: (jobs) => `named at ${jobs.join(', ')}`,
  levelOf6: (level, filled) => `${level}: ${filled} of 6`,
  shortened: (pages, what) =>
    `To keep to ${plural(pages, 'page', 'pages')}, the document leaves out: ${what.join('; ')}.`,
  tooLong: (pages, limit) =>
    `Even shortened, the document has ${plural(pages, 'page', 'pages')} instead of ${limit}. Allow more pages or take out sections.`,
  leftOut: ({ section, entries, lines }) =>
    [
      entries > 0 ? plural(entries, ...EN_THINGS[section]) : '',
      lines > 0 ? `${plural(lines, 'line', 'lines')} of descriptions (${EN_THINGS[section][1]})` : '',
    ]
      .filter(Boolean)
      .join(', '),
};

/** The words that only a company CV has. */
export const cvWords: Record<Locale, CvWords> = { fr, en };
