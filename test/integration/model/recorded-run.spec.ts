import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze, PROMPT_VERSION } from '../../../lib/analyze';
import { closeExtractors, extractDocument } from '../../../lib/extract';
import { createOllama, HostRegistry } from '../../../lib/ollama';
import type { Profile } from '../../../lib/profile';
import { startRealModel, type RealModel } from './real-model';

jest.setTimeout(3_600_000);

const ROOT = join(__dirname, '../../..');
const PAGE = join(ROOT, 'docs/model-run.md');
const REFERENCE_DATE = '2026-11-01';
const CVS = [
  { what: 'French, one column (text)', file: 'cv-lea-quintavalle.txt' },
  { what: 'English (PDF)', file: 'cv-imogen-harrowby.pdf' },
  { what: 'Two columns (PDF)', file: 'cv-nadir-belhacem.pdf' },
];

interface Recorded {
  what: string;
  file: string;
  rules: Profile;
  both: Profile;
  seconds: number;
}

/** The facts of a profile as lines « path: value », without where they stand. */
function facts(profile: Profile): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (value: unknown, path: string): void => {
    if (value === null || value === undefined || value === '') return;
    if (typeof value !== 'object') return void found.set(path, String(value).replace(/\s+/g, ' '));
    for (const [name, part] of Object.entries(value)) {
      if (['evidence', 'meta', 'derived', 'code'].includes(name)) continue;
      walk(part, Array.isArray(value) ? `${path}[${name}]` : [path, name].filter(Boolean).join('.'));
    }
  };
  walk(profile, '');
  return found;
}

const cell = (text: string) => text.replaceAll('|', '\\|').slice(0, 90);

function section({ what, file, rules, both, seconds }: Recorded): string {
  const [before, after] = [facts(rules), facts(both)];
  const changed = [...after].filter(([path, value]) => before.get(path) !== value);
  const lost = [...before].filter(([path]) => !after.has(path));
  const requests = both.meta.run?.requests ?? [];
  const dropped = both.meta.warnings.filter(({ code }) => code === 'unverified-value');
  const others = both.meta.warnings.filter(({ code }) => code.startsWith('model-'));
  const rows = (list: string[][]) => list.map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');
  const table = (head: string[], list: string[][]) =>
    list.length === 0 ? 'None.' : `${rows([head])}\n${rows([head.map(() => '---')])}\n${rows(list)}`;
  return `## ${what}: \`samples/cvs/${file}\`

Engine: \`${both.meta.engine}\`; outcome: \`${both.meta.run?.outcome}\`; ${seconds.toFixed(0)} s in all.

${table(
  ['Request', 'Tokens in', 'Tokens out', 'Seconds', 'Attempts'],
  requests.map(({ task, tokensIn, tokensOut, ms, attempts }) => [
    task,
    String(tokensIn),
    String(tokensOut),
    (ms / 1000).toFixed(1),
    String(attempts),
  ]),
)}

**Facts of the rules alone: ${before.size}; of both: ${after.size}; of the rules lost: ${lost.length}.** What the model added or changed:

${table(
  ['Field', 'Rules alone', 'Rules and model'],
  changed.map(([path, value]) => [path, before.get(path) ?? '–', value]),
)}

Values of the model that were left out, as they do not stand in the lines it cited:

${dropped.length === 0 ? 'None.' : dropped.map(({ message }) => `- ${message}`).join('\n')}

Disagreements, both sides kept: ${both.meta.disagreements.length}.${
    others.length === 0 ? '' : `\n\n${others.map(({ message }) => `- ${message}`).join('\n')}`
  }`;
}

const page = (
  model: { name: string; digest: string | null },
  own: boolean,
  runs: Recorded[],
) => `# A recorded run with a real model

Made by \`VIVIER_RECORD=1 npm test -- --model test/integration/model/recorded-run\`; the CVs are the fictional ones of \`samples/\`.

Model: \`${model.name}\`, digest \`${model.digest}\`; prompts of version ${PROMPT_VERSION}.

${
  own
    ? '**This is not Mistral 7B.** Neither Ollama nor the weights of Mistral could be had on the machine that made this page. The model is Gemma 3 with 270 million parameters, 26 times smaller than the default model, behind a server that speaks Ollama’s protocol (`test/fixtures/ollama-server`), on one core of a busy machine. What this page shows is that the way from the CV to the checked profile works with a real model that is often wrong; how much a good model adds, it does not show. With `OLLAMA_HOST` and `VIVIER_TEST_MODEL` set, the same command records the same page with any model of yours.'
    : 'An Ollama that was there before, at `OLLAMA_HOST`.'
}

${runs.map(section).join('\n\n')}
`;

const record = process.env.VIVIER_RECORD === '1';

(record ? describe : describe.skip)('a run to be recorded', () => {
  let real: RealModel;

  beforeAll(async () => {
    real = await startRealModel();
  });

  afterAll(async () => {
    await closeExtractors();
    await real?.stop();
  });

  it('reads three CVs by the rules and by rules and model, and writes what came of it', async () => {
    const ollama = createOllama(
      { hosts: [real.host], model: real.model, contextTokens: 4096, attempts: 2 },
      { hosts: new HostRegistry() },
    );
    const runs: Recorded[] = [];
    for (const { what, file } of CVS) {
      const data = readFileSync(join(ROOT, 'samples/cvs', file));
      const document = await extractDocument({ data, fileName: file });
      const rules = await analyze(document, { engine: 'rules', referenceDate: REFERENCE_DATE });
      const started = performance.now();
      const both = await analyze(document, { engine: 'auto', ollama, referenceDate: REFERENCE_DATE });
      runs.push({ what, file, rules, both, seconds: (performance.now() - started) / 1000 });
      const id = await ollama.identify();
      writeFileSync(PAGE, page(id, real.own, runs));
    }
    await ollama.close();
    // Where the model disagrees, the rules' value stays as the other side of the disagreement.
    for (const { rules, both } of runs) {
      for (const list of ['experiences', 'education', 'skills', 'languages'] as const) {
        expect(both[list].length).toBeGreaterThanOrEqual(rules[list].length);
      }
    }
  });
});

it('the recorded run is one of the prompts as they are', () => {
  expect(existsSync(PAGE)).toBe(true);
  expect(readFileSync(PAGE, 'utf8')).toContain(`prompts of version ${PROMPT_VERSION}.`);
});
