import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  addressLine,
  contactLines,
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

const require = createRequire(import.meta.url);
const pdfmake = require('pdfmake');
const fontFolder = join(dirname(require.resolve('pdfmake/package.json')), 'fonts', 'Roboto');
const font = (name) => join(fontFolder, `Roboto-${name}.ttf`);

pdfmake.setFonts({
  Roboto: {
    normal: font('Regular'),
    bold: font('Medium'),
    italics: font('Italic'),
    bolditalics: font('MediumItalic'),
  },
});
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path.startsWith(fontFolder));

/** A fixed date: it is part of the file and of its identifier. */
const MADE = new Date('2026-09-01T08:00:00Z');
const PAGE_WIDTH = 515;
const grey = '#555555';

export const pdfBytes = (definition) => pdfmake.createPdf(definition).getBuffer();

const document = (person, rest) => ({
  pageSize: 'A4',
  info: { title: 'CV', creator: 'Vivier samples', creationDate: MADE, modDate: MADE },
  defaultStyle: { font: 'Roboto', fontSize: 10, lineHeight: 1.25 },
  language: person.language,
  ...rest,
});

const ruled = (text, color, width) => [
  { text, bold: true, fontSize: 12, color, margin: [0, 12, 0, 2] },
  { canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 1, lineColor: color }], margin: [0, 0, 0, 6] },
];

const jobBlock = (job, language) => ({
  margin: [0, 0, 0, 8],
  unbreakable: true,
  stack: [
    {
      columns: [
        { text: titleOf(job), bold: true, width: '*' },
        { text: period(job, language), color: grey, width: 'auto' },
      ],
    },
    { text: placeOf(job), italics: true, margin: [0, 0, 0, 2] },
    { ul: job.highlights },
  ],
});

const schoolBlock = (item, language) => ({
  margin: [0, 0, 0, 5],
  stack: [
    {
      columns: [
        { text: degreeOf(item), bold: true, width: '*' },
        { text: period(item, language), color: grey, width: 'auto' },
      ],
    },
    { text: schoolOf(item), italics: true },
  ],
});

/** Name and contact data on top, then one section under the other. `hiddenText` is white on white, as in CVs made to deceive a machine. */
export function oneColumn(person) {
  const { basics, language, accent } = person;
  const title = (name) => ruled(heading(person, name), accent, PAGE_WIDTH);
  const [email, phone, , ...links] = contactLines(person);
  return document(person, {
    pageMargins: [40, 40, 40, 40],
    content: [
      { text: basics.name, fontSize: 24, bold: true, color: accent, lineHeight: 1.05 },
      { text: basics.label, fontSize: 13, color: grey, margin: [0, 0, 0, 6] },
      { text: [email, phone, ...links].join('   |   ') },
      { text: addressLine(person) },
      title('summary'),
      { text: basics.summary },
      title('work'),
      person.work.map((job) => jobBlock(job, language)),
      title('education'),
      person.education.map((item) => schoolBlock(item, language)),
      title('skills'),
      person.skills.map((group) => ({ text: skillText(group, language) })),
      title('languages'),
      { text: person.languages.map((item) => languageText(item, language)).join('   •   ') },
      title('interests'),
      { text: interestsText(person) },
      ...(person.hiddenText ? [{ text: person.hiddenText, color: '#ffffff', fontSize: 3 }] : []),
    ],
  });
}

const SIDE = 185;

/** Initials in a ring stand where others put their photo. */
function initials(name) {
  const letters = name
    .split(' ')
    .map((word) => word[0])
    .join('');
  return `<svg width="90" height="90"><circle cx="45" cy="45" r="42" fill="none" stroke="#ffffff" stroke-width="2"/>
    <text x="45" y="56" font-size="32" text-anchor="middle" fill="#ffffff" font-family="Roboto">${letters}</text></svg>`;
}

const sideSection = (person, name, lines) => [
  {
    text: heading(person, name).toUpperCase(),
    bold: true,
    fontSize: 10.5,
    characterSpacing: 0.6,
    margin: [0, 18, 0, 2],
  },
  { canvas: [{ type: 'line', x1: 0, y1: 0, x2: SIDE - 40, y2: 0, lineWidth: 0.8, lineColor: '#ffffff' }] },
  ...lines.map((text) => ({ text, margin: [0, 5, 0, 0], fontSize: 9 })),
];

function sideColumn(person) {
  const { basics, language } = person;
  const { address, postalCode, city } = basics.location;
  return [
    { svg: initials(basics.name), alignment: 'center', margin: [0, 0, 0, 4] },
    sideSection(person, 'contact', [
      basics.phone,
      basics.email,
      `${address}\n${postalCode} ${city}`,
      ...basics.profiles.map((profile) => profile.url),
      ...person.licences,
    ]),
    sideSection(
      person,
      'skills',
      person.skills.flatMap((group) => group.keywords),
    ),
    sideSection(
      person,
      'languages',
      person.languages.map((item) => languageText(item, language)),
    ),
    sideSection(person, 'interests', person.interests),
  ];
}

/** A coloured column on the left with white text, the career on the right. */
export function sidebar(person) {
  const { basics, language, accent } = person;
  const width = 595 - SIDE - 55;
  const title = (name) => ruled(heading(person, name), accent, width);
  return document(person, {
    pageMargins: [20, 34, 30, 34],
    background: (_page, size) => ({
      canvas: [{ type: 'rect', x: 0, y: 0, w: SIDE, h: size.height, color: accent }],
    }),
    content: [
      {
        columnGap: 25,
        columns: [
          { width: SIDE - 40, color: '#ffffff', stack: sideColumn(person) },
          {
            width,
            margin: [15, 0, 0, 0],
            stack: [
              { text: basics.name, fontSize: 25, bold: true, color: accent, lineHeight: 1.05 },
              { text: basics.label, fontSize: 13, color: grey },
              title('summary'),
              { text: basics.summary },
              title('work'),
              person.work.map((job) => jobBlock(job, language)),
              title('education'),
              person.education.map((item) => schoolBlock(item, language)),
            ],
          },
        ],
      },
    ],
  });
}
