import type { EducationAnswer } from './education';
import type { ExperiencesAnswer } from './experiences';
import type { IdentityAnswer } from './identity';
import type { SkillsAnswer } from './skills';

/** A short CV of nobody, and the answers that are right for it. */
export interface PromptExample {
  language: 'fr' | 'en';
  lines: readonly string[];
  identity: IdentityAnswer;
  experiences: ExperiencesAnswer;
  education: EducationAnswer;
  skills: SkillsAnswer;
}

export const FRENCH: PromptExample = {
  language: 'fr',
  lines: [
    'NOM-EXEMPLE Prénom-exemple',
    'Libraire, 31000 Toulouse',
    'depuis 09/2019 Libraire, Librairie Exemple',
    '- Tenue du rayon jeunesse',
    '2017 BTS Librairie, Lycée Exemple, Albi',
    'Anglais courant. Word, inventaire',
  ],
  identity: {
    ...{ nameLine: 1, firstName: 'Prénom-exemple', lastName: 'NOM-EXEMPLE', headlineLine: 2, headline: 'Libraire' },
    ...{ cityLine: 2, city: 'Toulouse', summaryFrom: 0, summaryTo: 0 },
  },
  experiences: {
    experiences: [
      {
        ...{ line: 3, title: 'Libraire', employerLine: 3, employer: 'Librairie Exemple', place: '' },
        ...{ start: '09/2019', end: 'depuis', detailsFrom: 4, detailsTo: 4 },
      },
    ],
  },
  education: {
    education: [
      {
        ...{ line: 5, degree: 'BTS', field: 'Librairie', institutionLine: 5, institution: 'Lycée Exemple' },
        ...{ place: 'Albi', start: '', end: '2017' },
      },
    ],
  },
  skills: {
    languages: [{ line: 6, name: 'Anglais', level: 'courant' }],
    certifications: [],
    projects: [],
    interests: [],
    skills: [{ line: 6, names: ['Word', 'inventaire'] }],
  },
};

export const ENGLISH: PromptExample = {
  language: 'en',
  lines: [
    'Givenname-example Surname-example',
    'I bake bread and teach others to do so.',
    'Example Bakery, Cork',
    'Baker, May 2015 - June 2018',
    'First Aid Certificate, 2016',
    'German (B1), chess',
  ],
  identity: {
    ...{ nameLine: 1, firstName: 'Givenname-example', lastName: 'Surname-example', headlineLine: 0, headline: '' },
    ...{ cityLine: 0, city: '', summaryFrom: 2, summaryTo: 2 },
  },
  experiences: {
    experiences: [
      {
        ...{ line: 4, title: 'Baker', employerLine: 3, employer: 'Example Bakery', place: 'Cork' },
        ...{ start: 'May 2015', end: 'June 2018', detailsFrom: 0, detailsTo: 0 },
      },
    ],
  },
  education: { education: [] },
  skills: {
    languages: [{ line: 6, name: 'German', level: 'B1' }],
    certifications: [{ line: 5, name: 'First Aid Certificate', date: '2016' }],
    projects: [],
    interests: [{ line: 6, name: 'chess' }],
    skills: [],
  },
};

/** What stands in the prompt of one example. */
export function asText({ lines, identity, experiences, education, skills }: PromptExample): string {
  const numbered = lines.map((line, index) => `${index + 1}: ${line}`).join('\n');
  const answers = [identity, experiences, education, skills].map((answer) => JSON.stringify(answer));
  return `<example>\n${numbered}\n</example>\n${answers.join('\n')}`;
}
