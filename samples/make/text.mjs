import {
  addressLine,
  degreeOf,
  heading,
  interestsText,
  languageText,
  period,
  placeOf,
  schoolOf,
  skillText,
  titleOf,
} from './words.mjs';

const section = (person, name, lines) => [heading(person, name).toUpperCase(), ...lines, ''];
const jobLines = (job, language) => [
  `${period(job, language)} : ${titleOf(job)}`,
  placeOf(job),
  ...job.highlights.map((text) => `- ${text}`),
  '',
];

/** A CV as somebody types it into a plain text editor. */
export function plainText(person) {
  const { basics, language } = person;
  return [
    basics.name,
    basics.label,
    addressLine(person),
    `Tél. : ${basics.phone}`,
    `E-mail : ${basics.email}`,
    '',
    ...section(person, 'summary', [basics.summary]),
    ...section(
      person,
      'work',
      person.work.flatMap((job) => jobLines(job, language)),
    ).slice(0, -1),
    ...section(
      person,
      'education',
      person.education.map((item) => `${period(item, language)} : ${degreeOf(item)}, ${schoolOf(item)}`),
    ),
    ...section(
      person,
      'skills',
      person.skills.map((group) => skillText(group, language)),
    ),
    ...section(
      person,
      'languages',
      person.languages.map((item) => languageText(item, language)),
    ),
    ...section(person, 'interests', [interestsText(person)]),
  ].join('\n');
}
