import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { analyzeWithRules } from '../../../lib/analyze/rules';
import { CV_STYLES, renderCompanyCv } from '../../../lib/documents';
import { closeExtractors, extractDocument } from '../../../lib/extract';
import { fromJsonResume, type Profile } from '../../../lib/profile';

const DAY = '2026-11-22';
const FORMATS = ['docx', 'pdf'] as const;
const CASES = CV_STYLES.flatMap((style) => FORMATS.map((format) => [style, format] as const));

/** What a reader would ask for first. Skills are compared without regard to capitals. */
const facts = ({ identity, experiences, skills, languages }: Profile) => ({
  name: identity.fullName,
  jobs: experiences.map(({ title, employer, start }) => [title, employer, start]),
  skills: skills.map(({ name }) => name.toLowerCase()),
  languages: languages.map(({ name }) => name),
});

describe('a company CV, read as a CV that comes in', () => {
  let people: Profile[];

  beforeAll(async () => {
    const samples: unknown[] = JSON.parse(await readFile(join(__dirname, '../../../samples/people.json'), 'utf8'));
    people = samples.slice(0, 3).map((sample) => fromJsonResume(sample, DAY));
  });
  afterAll(closeExtractors);

  it.each(CASES)('%s as %s gives back the person it was made of', async (style, format) => {
    for (const person of people) {
      const { data } = await renderCompanyCv(person, { locale: 'fr', style, format, companyName: 'Atelier Nord' });
      const document = await extractDocument({ data, fileName: `cv.${format}` }, { ocr: 'never' });
      expect(facts(analyzeWithRules(document, { referenceDate: DAY }))).toEqual(facts(person));
    }
  });
});
