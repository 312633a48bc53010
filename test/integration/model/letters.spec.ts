import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPassage, composeLetter, writeLetter, type RemovedSentence } from '../../../lib/documents';
import type { Locale } from '../../../lib/errors';
import { createOllama, HostRegistry } from '../../../lib/ollama';
import { derive, emptyProfile, type Profile } from '../../../lib/profile';
import { startRealModel, type RealModel } from './real-model';

jest.setTimeout(3_600_000);

const PAGE = join(__dirname, '../../../docs/letters-model-run.md');
const record = process.env.VIVIER_RECORD === '1';
const PEOPLE = record ? 4 : 1;
const LOCALES: Locale[] = ['fr', 'en'];

interface Run {
  locale: Locale;
  profile: Profile;
  kept: string[];
  removed: RemovedSentence[];
  failed: string[];
}

let real: RealModel;
const runs: Run[] = [];

beforeAll(async () => {
  real = await startRealModel();
  const ollama = createOllama(
    { hosts: [real.host], model: real.model, contextTokens: 4096, attempts: 2 },
    { hosts: new HostRegistry() },
  );
  // An ES module.
  const { letterPerson } = await import('../../bench/letter-people.mjs');
  for (const locale of LOCALES) {
    for (let seed = 1; seed <= PEOPLE; seed++) {
      const { profile, offer } = letterPerson(locale, seed, emptyProfile, derive) as {
        profile: Profile;
        offer: { title: string };
      };
      const request = { kind: 'cover-letter' as const, locale, offer, today: '2026-06-15' };
      const { worded, removed, warnings } = await writeLetter(profile, request, { model: ollama });
      const kept = worded?.sentences ?? [];
      runs.push({ locale, profile, kept, removed, failed: warnings.map(({ code }) => code) });
      if (kept.length > 0) expect(JSON.stringify(await composeLetter(profile, request, worded))).toContain(kept[0]);
    }
  }
  await ollama.close();
  if (record) writeFileSync(PAGE, page(real));
});

afterAll(() => real?.stop());

const cell = (text: string) => text.replaceAll('|', '\\|').replace(/\s+/g, ' ').slice(0, 160);
const rows = (list: string[][]) => list.map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');

function page({ model, own }: RealModel): string {
  const count = (locale: Locale, pick: (run: Run) => unknown[]) =>
    String(runs.filter((run) => run.locale === locale).reduce((sum, run) => sum + pick(run).length, 0));
  const reasons = [...new Set(runs.flatMap(({ removed }) => removed.map(({ reason }) => reason)))].sort();
  const line = (name: string, pick: (run: Run) => unknown[]) => [name, ...LOCALES.map((one) => count(one, pick))];
  return `# What the check of sentences does with a real model

Made by \`VIVIER_RECORD=1 npm test -- --model test/integration/model/letters\`: cover letters for made-up people.

Model: \`${model}\`. ${own ? 'It is Gemma 3 with 270 million parameters, 26 times smaller than the default model and often wrong: what this page shows is what the check does with such sentences. How many a good model would keep, it does not show; with `OLLAMA_HOST` and `VIVIER_TEST_MODEL` set, the same command makes the page with any model of yours.' : ''}

| | French | English |
| --- | --- | --- |
${rows([
  line('letters', (run) => [run]),
  line('of which the model failed', ({ failed }) => failed),
  line('sentences written', ({ kept, removed }) => [...kept, ...removed]),
  line('kept', ({ kept }) => kept),
  ...reasons.map((reason) => line(`removed: ${reason}`, (run) => run.removed.filter((one) => one.reason === reason))),
])}

## Sentences that were kept

| | sentence |
| --- | --- |
${rows(runs.flatMap(({ locale, kept }) => kept.map((sentence) => [locale, sentence])))}

## Sentences that were removed

| | sentence | why |
| --- | --- | --- |
${rows(runs.flatMap(({ locale, removed }) => removed.map(({ sentence, why }) => [locale, sentence, why])))}
`;
}

it('every kept sentence passes the check again, and every removed one says why', () => {
  for (const { locale, profile, kept, removed } of runs) {
    for (const sentence of kept) expect(checkPassage([sentence], profile, {}, locale).kept).toEqual([sentence]);
    expect(removed.filter(({ why }) => why.trim() === '')).toEqual([]);
  }
});

it('no number, and no name with a capital, gets through that does not stand in the profile or the offer', () => {
  for (const { profile, kept } of runs) {
    const said = JSON.stringify(profile);
    const numbers = kept.flatMap((sentence) => sentence.match(/\d+/g) ?? []);
    expect(numbers.filter((number) => !said.includes(number))).toEqual([]);
  }
});

it('the model said something, or its failure is told', () => {
  for (const { kept, removed, failed } of runs) expect(kept.length + removed.length + failed.length).toBeGreaterThan(0);
});

(record ? it.skip : it)('the recorded table is there', () => {
  expect(existsSync(PAGE)).toBe(true);
  expect(readFileSync(PAGE, 'utf8')).toContain('| sentences written |');
});
