// `npm run verify:quick`: types, lint and the unit tests of what differs from main, before a commit. Under a minute for a usual change.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/paths.mjs';

const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);

/** What was committed since `base` and what is not committed yet; what is gone is left out. */
function changedFiles(base) {
  const files = [...git('diff', '--name-only', base), ...git('ls-files', '--others', '--exclude-standard')];
  return [...new Set(files)].filter((file) => existsSync(join(root, file)));
}

function check(name, command, args) {
  const began = performance.now();
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  console.log(`${status === 0 ? '✓' : '✖'} ${name} (${Math.round((performance.now() - began) / 1000)} s)`);
  return status === 0;
}

const bin = (name) => join(root, 'node_modules', '.bin', name);
const [base = 'origin/main'] = process.argv.slice(2);
const changed = changedFiles(base);
const code = changed.filter((file) => /\.(ts|mjs)$/.test(file));
const jest = ['--experimental-vm-modules', '--no-warnings', join(root, 'node_modules', 'jest', 'bin', 'jest.js')];

const results = [
  check('types', bin('tsc'), [
    '--noEmit',
    '--incremental',
    '--tsBuildInfoFile',
    '.vivier/types.tsbuildinfo',
    '-p',
    'tsconfig.test.json',
  ]),
  code.length === 0 || check('lint', bin('eslint'), ['--no-warn-ignored', ...code]),
  changed.length === 0 || check('format', bin('prettier'), ['--check', '--ignore-unknown', ...changed]),
  check('architecture', process.execPath, ['scripts/diagram.mjs', '--check']),
  code.length === 0 ||
    check('unit tests of what changed', process.execPath, [
      ...jest,
      '--findRelatedTests',
      ...code,
      '--passWithNoTests',
      '--selectProjects',
      'unit',
    ]),
];
if (results.includes(false)) process.exitCode = 1;
