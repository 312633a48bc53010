/*
Makes the sample CVs in samples/cvs from people.json, and the example template in samples/templates: `node samples/make.mjs`. All of the people are fictional.
The same sources give the same bytes: dates are fixed and the scan's noise has a seed.
*/
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { docxBytes } from './make/docx.mjs';
import { oneColumn, pdfBytes, sidebar } from './make/pdf.mjs';
import { scanBytes } from './make/scan.mjs';
import { TEMPLATES, templateBytes } from './make/template.mjs';
import { plainText } from './make/text.mjs';

const layouts = {
  'pdf-one-column': (person) => pdfBytes(oneColumn(person)),
  'pdf-sidebar': (person) => pdfBytes(sidebar(person)),
  docx: (person) => docxBytes(person, { contactInHeader: false }),
  'docx-header': (person) => docxBytes(person, { contactInHeader: true }),
  text: (person) => Buffer.from(plainText(person), 'utf8'),
  scan: async (person) => scanBytes(await pdfBytes(oneColumn(person))),
};

const here = new URL('.', import.meta.url);
const people = JSON.parse(await readFile(new URL('people.json', here), 'utf8'));
await mkdir(new URL('cvs/', here), { recursive: true });
for (const person of people) {
  const bytes = await layouts[person.layout](person);
  await writeFile(new URL(`cvs/${person.file}`, here), bytes);
  console.log(`${person.file}  ${bytes.length} bytes`);
}

await mkdir(new URL('templates/', here), { recursive: true });
for (const [file, paragraphs] of Object.entries(TEMPLATES)) {
  await writeFile(new URL(`templates/${file}`, here), await templateBytes(paragraphs));
  console.log(file);
}
