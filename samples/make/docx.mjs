import { createRequire } from 'node:module';
import {
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
const docx = require('docx');
const { unzipSync, zipSync, strFromU8, strToU8 } = require('fflate');
const { AlignmentType, BorderStyle, Document, Header, HeadingLevel, Packer, Paragraph, TabStopType, TextRun } = docx;

const MADE = '2026-09-01T08:00:00Z';
/** Twips from the left margin to the right one. */
const TEXT_WIDTH = 9600;
const grey = '555555';

const hex = (colour) => colour.slice(1);
const plain = (text, options = {}) => new Paragraph({ children: [new TextRun({ text, ...options })] });

const title = (person, name) =>
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    keepNext: true,
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: hex(person.accent) } },
    children: [new TextRun(heading(person, name))],
  });

const withDate = (text, date) =>
  new Paragraph({
    keepNext: true,
    spacing: { before: 100 },
    tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
    children: [new TextRun({ text, bold: true }), new TextRun({ text: `\t${date}`, color: grey })],
  });

const bullet = (text) => new Paragraph({ bullet: { level: 0 }, children: [new TextRun(text)] });

const nameLines = ({ basics, accent }, alignment) => [
  new Paragraph({
    alignment,
    children: [new TextRun({ text: basics.name, bold: true, size: 48, color: hex(accent) })],
  }),
  new Paragraph({ alignment, children: [new TextRun({ text: basics.label, size: 26, color: grey })] }),
];

const contactParagraphs = (person, alignment) => {
  const [email, phone, address, ...links] = contactLines(person);
  return [[email, phone, ...links].join('  |  '), address].map(
    (text) => new Paragraph({ alignment, children: [new TextRun({ text, size: 19 })] }),
  );
};

function body(person) {
  const { basics, language } = person;
  return [
    title(person, 'summary'),
    plain(basics.summary),
    title(person, 'work'),
    ...person.work.flatMap((job) => [
      withDate(titleOf(job), period(job, language)),
      plain(placeOf(job), { italics: true }),
      ...job.highlights.map(bullet),
    ]),
    title(person, 'education'),
    ...person.education.flatMap((item) => [
      withDate(degreeOf(item), period(item, language)),
      plain(schoolOf(item), { italics: true }),
    ]),
    title(person, 'skills'),
    ...person.skills.map((group) => plain(skillText(group, language))),
    title(person, 'languages'),
    ...person.languages.map((item) => plain(languageText(item, language))),
    title(person, 'interests'),
    plain(interestsText(person)),
  ];
}

const styles = (accent) => ({
  default: {
    document: { run: { font: 'Calibri', size: 21 }, paragraph: { spacing: { line: 264 } } },
    heading1: {
      run: { size: 26, bold: true, color: hex(accent) },
      paragraph: { spacing: { before: 260, after: 100 } },
    },
  },
});

/** The library stamps the present time into the package; the same sources must give the same bytes. */
function fixDates(bytes) {
  const parts = unzipSync(bytes);
  const stamp = (xml) => xml.replace(/(<dcterms:\w+[^>]*>)[^<]*(<)/g, `$1${MADE}$2`);
  parts['docProps/core.xml'] = strToU8(stamp(strFromU8(parts['docProps/core.xml'])));
  return Buffer.from(zipSync(parts, { level: 9, mtime: new Date(2026, 8, 1, 8) }));
}

/** A Word CV; with `contactInHeader` name and contact data stand in the page header, as in many Word templates. */
export async function docxBytes(person, { contactInHeader }) {
  const alignment = contactInHeader ? AlignmentType.CENTER : AlignmentType.LEFT;
  const head = [...nameLines(person, alignment), ...contactParagraphs(person, alignment)];
  const margin = { top: 1000, right: 1150, bottom: 900, left: 1150, header: 600 };
  const file = new Document({
    creator: 'Vivier samples',
    lastModifiedBy: 'Vivier samples',
    title: 'CV',
    styles: styles(person.accent),
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin } },
        ...(contactInHeader ? { headers: { default: new Header({ children: head }) } } : {}),
        children: contactInHeader ? body(person) : [...head, ...body(person)],
      },
    ],
  });
  return fixDates(new Uint8Array(await Packer.toBuffer(file)));
}
