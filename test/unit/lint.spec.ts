import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

/** ESLint's Node API in a process of its own (its ES modules are not for Jest's sandbox): rule names for each snippet. */
function brokenRules(snippets: { filePath: string; code: string }[]): string[][] {
  const script = `
    const { ESLint } = require('eslint');
    const eslint = new ESLint({ cwd: process.cwd() });
    const lint = async ({ code, filePath }) => (await eslint.lintText(code, { filePath }))[0].messages.map((m) => String(m.ruleId));
    const snippets = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
    Promise.all(snippets.map(lint)).then((answers) => process.stdout.write(JSON.stringify(answers)));`;
  const run = spawnSync(process.execPath, ['-e', script], {
    cwd: root,
    input: JSON.stringify(snippets),
    encoding: 'utf8',
    // With CI=true the parser would read the file on disk once instead of each snippet.
    env: { ...process.env, TSESTREE_SINGLE_RUN: 'false' },
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as string[][];
}

const DIRECTION = 'import-x/no-restricted-paths';

// Type-aware rules need a file that the project knows, so each snippet stands in for an existing one.
const cases = [
  {
    name: 'a later folder of lib, imported from an earlier one',
    filePath: 'lib/errors/locale.ts',
    code: "export { emptyProfile } from '../profile';\n",
    broken: [DIRECTION],
  },
  {
    name: 'a later folder, imported dynamically',
    filePath: 'lib/profile/empty.ts',
    code: "export const late = async () => await import('../extract/types');\n",
    broken: [DIRECTION],
  },
  {
    name: 'a later folder, imported for its types only',
    filePath: 'lib/profile/empty.ts',
    code: "export type { Box } from '../extract/types';\n",
    broken: [DIRECTION],
  },
  {
    name: 'the analysis in the taxonomy, which comes before it',
    filePath: 'lib/taxonomy/words.ts',
    code: "export { analyze } from '../analyze';\n",
    broken: [DIRECTION],
  },
  {
    name: 'the taxonomy in the analysis, through its index',
    filePath: 'lib/analyze/text.ts',
    code: "export { withCodes } from '../taxonomy';\n",
    broken: [],
  },
  {
    name: 'an earlier folder, imported past its index',
    filePath: 'lib/profile/empty.ts',
    code: "export { currentLocale } from '../errors/locale';\n",
    broken: [DIRECTION],
  },
  {
    name: 'an earlier folder, imported through its index',
    filePath: 'lib/profile/empty.ts',
    code: "export { currentLocale } from '../errors';\n",
    broken: [],
  },
  {
    name: 'a type of our own named inline',
    filePath: 'lib/profile/empty.ts',
    code: "export type Box = import('../extract/types').Box;\n",
    broken: ['no-restricted-syntax'],
  },
  {
    name: 'n8n in the library',
    filePath: 'lib/profile/empty.ts',
    code: "export { NodeOperationError } from 'n8n-workflow';\n",
    broken: ['no-restricted-imports'],
  },
  {
    name: 'the CLI in the library',
    filePath: 'lib/profile/empty.ts',
    code: "export { messages } from '../../cli/words';\n",
    broken: [DIRECTION],
  },
  {
    name: 'the inside of the library in the CLI',
    filePath: 'cli/index.ts',
    code: "export { currentLocale } from '../lib/errors/locale';\n",
    broken: [DIRECTION],
  },
  {
    name: 'any, a console line and a forgotten promise in the library',
    filePath: 'lib/profile/empty.ts',
    code: 'export const x: any = 1;\nconsole.log(x);\nPromise.resolve(x);\n',
    broken: ['@typescript-eslint/no-explicit-any', 'no-console', '@typescript-eslint/no-floating-promises'],
  },
  {
    name: 'a secret that the credential would show',
    filePath: 'credentials/VivierOllamaApi.credentials.ts',
    code: "export const fields = [{ name: 'apiKey', type: 'string', default: '' }];\n",
    broken: [
      'n8n-nodes-base/node-param-type-options-password-missing',
      'n8n-nodes-base/cred-class-field-type-options-password-missing',
    ],
  },
  {
    name: 'a secret that the credential masks',
    filePath: 'credentials/VivierOllamaApi.credentials.ts',
    code: "export const fields = [{ name: 'apiKey', type: 'string', typeOptions: { password: true }, default: '' }];\n",
    broken: [],
  },
];

describe('the lint rules', () => {
  let answers: string[][];
  beforeAll(() => {
    answers = brokenRules(cases);
  }, 60_000);

  it.each(cases.map(({ name, broken }, index) => ({ name, broken, index })))('$name: $broken', ({ broken, index }) => {
    expect(answers[index]).toEqual(broken);
  });

  it('are switched off only where the decision record says why', () => {
    const config = readFileSync(join(root, 'eslint.config.mjs'), 'utf8');
    const record = readFileSync(join(root, 'docs/decisions/0001-lint-rules.md'), 'utf8');
    const off = [...config.matchAll(/'([^']+)': 'off'/g)].map(([, rule]) => rule);
    expect(off.length).toBeGreaterThan(0);
    expect(off.filter((rule) => !record.includes(`\`${rule}\``))).toEqual([]);
  });
});
