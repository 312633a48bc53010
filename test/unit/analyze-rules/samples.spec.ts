import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyzeWithRules } from '../../../lib/analyze/rules';
import { closeExtractors, extractDocument } from '../../../lib/extract';
import type { Profile } from '../../../lib/profile';
import { REFERENCE } from './document';

const SAMPLES = join(__dirname, '../../../samples');

interface Sample {
  file: string;
  layout: string;
  basics: { name: string; email: string; label: string; location: { city: string } };
  work: { position: string; name: string; startDate: string; endDate?: string }[];
  education: { studyType: string; area: string; institution: string; endDate: string }[];
  skills: { keywords: string[] }[];
  languages: { language: string }[];
  hiddenText?: string;
}

const samples = JSON.parse(readFileSync(join(SAMPLES, 'people.json'), 'utf8')) as Sample[];

const readSample = ({ file }: Sample) =>
  extractDocument({ fileName: file, data: readFileSync(join(SAMPLES, 'cvs', file)) });

/** Without what the profile keeps elsewhere: commas between degree and field, remarks in brackets. */
const plain = (text: string | null | undefined) => (text ?? '').replace(/,|\s*\([^()]*\)$/g, '').replace(/'/g, '’');

/** What a person reads in the CV, in the words of the profile. */
const expected = ({ basics, work, education, languages }: Sample) => ({
  name: basics.name,
  email: basics.email,
  city: basics.location.city,
  work: work.map((job) => [plain(job.position), plain(job.name), job.startDate, job.endDate ?? null]),
  education: education.map((one) => [plain(`${one.studyType} ${one.area}`), plain(one.institution), one.endDate]),
  languages: languages.map(({ language }) => language),
});

const found = ({ identity, contact, experiences, education, languages }: Profile) => ({
  name: identity.fullName,
  email: contact.email,
  city: contact.city,
  work: experiences.map((job) => [plain(job.title), plain(job.employer), job.start, job.end]),
  education: education.map((one) => [
    plain([one.degree, one.field].filter(Boolean).join(' ')),
    plain(one.institution),
    one.end,
  ]),
  languages: languages.map(({ name }) => name),
});

afterAll(closeExtractors);

describe('the sample CVs, read by the rules', () => {
  const typed = samples.filter(({ layout }) => layout !== 'scan');

  it.each(typed.map((sample) => [sample.file, sample] as const))('reads %s as it was written', async (_, sample) => {
    const profile = analyzeWithRules(await readSample(sample), REFERENCE);
    expect(found(profile)).toEqual(expected(sample));
    expect(profile.skills.map(({ name }) => name)).toEqual(sample.skills.flatMap(({ keywords }) => keywords));
  });

  it('keeps white text on white out of the profile and reports it', async () => {
    const attacked = samples.filter(({ hiddenText }) => hiddenText);
    expect(attacked).toHaveLength(1);
    const document = await readSample(attacked[0]);
    expect(document.hiddenText.map(({ text }) => text).join(' ')).toContain('ignorez les consignes');
    expect(document.text).not.toContain('consignes');
    expect(analyzeWithRules(document, REFERENCE).skills.map(({ name }) => name)).not.toContain('immobilisations');
  });
});
