// `npm run appliance:check`: what can be checked of the appliance without building it: pins, Packer's templates, the shell scripts, the installer's answers,
// the OVF descriptor. A tool that is missing is a failure, not a pass.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './lib/paths.mjs';
import { notPinned } from './lib/pins.mjs';

const work = mkdtempSync(join(tmpdir(), 'vivier-check-'));
const vm = join(root, 'vm');
let failed = 0;

function check(name, program, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd: root, encoding: 'utf8', ...options });
  if (status === 0) return console.log(`ok: ${name}${options.tell ? ` (${stdout.trim().split('\n').at(-1)})` : ''}`);
  failed++;
  console.log(`FAILED: ${name}\n${error ? `${program} is missing` : `${stdout ?? ''}${stderr ?? ''}`}`);
}

const isScript = (path) => /\.sh$/.test(path) || /^#!.*\b(ba)?sh\b/.test(readFileSync(path, 'utf8').slice(0, 40));
const filesOf = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

check('shell scripts (shellcheck)', 'shellcheck', ['-x', '-P', root, ...filesOf(vm).filter(isScript)]);
check('the installer’s answers (debconf-set-selections)', 'debconf-set-selections', ['-c', 'packer/http/preseed.cfg']);

const open = notPinned(root);
if (open.length) failed++;
console.log(
  open.length
    ? `FAILED: every download is pinned\n${open.join('\n')}`
    : 'ok: every download is pinned by version and checksum',
);

const old = join(work, 'packer');
cpSync(join(root, 'packer'), old, {
  recursive: true,
  filter: (path) => !/plugins\.pkr\.hcl$|output/.test(path),
});
check('Packer, Debian’s (validate)', 'packer', ['validate', '.'], {
  cwd: old,
  env: { ...process.env, CHECKPOINT_DISABLE: '1' },
});
if (process.env.VIVIER_PACKER)
  check('Packer, a current one (validate)', process.env.VIVIER_PACKER, ['validate', join(root, 'packer')]);
else console.log('not run: a current Packer (VIVIER_PACKER names none)');

const ovf = spawnSync(
  process.execPath,
  [join(vm, 'build', 'ovf.mjs'), 'vivier', '68719476736', '900000000', '4', '12288'],
  { encoding: 'utf8' },
);
writeFileSync(join(work, 'vivier.ovf'), ovf.stdout);
check('the OVF descriptor', join(vm, 'build', 'check-ovf.sh'), [join(work, 'vivier.ovf')], { tell: true });

rmSync(work, { recursive: true });
process.exitCode = failed ? 1 : 0;
