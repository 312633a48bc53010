// One file of every kind that Vivier makes, in both languages where that changes the layout.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { lib, samplePerson } from '../../scripts/gallery/samples.mjs';
import { makers } from '../../scripts/gallery/reports.mjs';
import { root } from '../../scripts/lib/paths.mjs';

const PEOPLE = { fr: 'cv-camille-fontanel.pdf', en: 'cv-imogen-harrowby.pdf' };
const LOCALES = Object.keys(PEOPLE);
const TODAY = '2026-01-15';
const LETTER = {
  ...{ today: TODAY, offer: { title: 'Comptable & contrôle <F/H>', company: 'Atelier Ormeraie' } },
  sender: { name: 'Alice Durand', company: 'Atelier Ormeraie', email: 'rh@ormeraie.example' },
  appointment: { start: '2026-02-03T14:30', minutes: 45, timeZone: 'Europe/Paris', place: 'Rennes' },
  ...{ reasons: ['La consolidation demandée n’apparaît pas dans le dossier.'], decidedBy: 'Alice Durand' },
  ...{ test: { name: 'Étude de cas' }, terms: { contract: 'CDI' }, alsoAsk: ['votre préavis'] },
};

/** Writes the files into `folder`. */
export async function writeDocuments(folder) {
  const documents = lib('documents');
  const { CV_STYLES, LETTER_KINDS, renderCompanyCv, composeLetter, renderLetter, fillTemplate } = documents;
  const write = (name, data) => writeFileSync(join(folder, name), data);
  const logo = await documents.loadPicture(redField());
  for (const format of ['pdf', 'docx']) {
    for (const locale of LOCALES) {
      const person = samplePerson(PEOPLE[locale]);
      for (const style of CV_STYLES) {
        const { data } = await renderCompanyCv(person, { locale, style, format, companyName: 'A & B', logo });
        write(`company-cv-${style}-${locale}.${format}`, data);
      }
      for (const kind of LETTER_KINDS) {
        const letter = await composeLetter(person, { ...LETTER, kind, locale });
        write(`letter-${kind}-${locale}.${format}`, await renderLetter(letter, format, { logo, footer: 'RCS 1' }));
      }
    }
  }
  const word = readFileSync(join(root, 'samples', 'templates', 'dossier-de-competences.docx'));
  const template = { data: word, fileName: 'dossier.docx' };
  write('template.docx', await fillTemplate(template, samplePerson(PEOPLE.fr), { locale: 'fr', today: TODAY }));
  for (const [name, make] of Object.entries(makers)) {
    for (const format of ['pdf', 'docx', 'xlsx']) write(`${name}.${format}`, await make('fr', format));
  }
}

function redField() {
  const { createCanvas } = createRequire(join(root, 'package.json'))('@napi-rs/canvas');
  const canvas = createCanvas(200, 80);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#a02020';
  pen.fillRect(0, 0, 200, 80);
  return canvas.toBuffer('image/png');
}
