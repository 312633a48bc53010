// PostgreSQL 17 with pgvector, as the appliance has them, on a machine that has older ones: Debian 13 in a folder of its own, entered by chroot.
// Debian 12 has no pgvector. Needs root and mmdebstrap.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './paths.mjs';
import { say, SetupError } from './words.mjs';

const FOLDER = join(root, '.vivier', 'debian-13');
const PROGRAMS = '/usr/lib/postgresql/17/bin';
const PACKAGES = ['postgresql-17', 'postgresql-17-pgvector'];
/** What a database never reads: two thirds of the size. */
const LEFT_OUT = ['/usr/share/doc/*', '/usr/share/man/*', '/usr/share/locale/*'];

const read = (program, args) => execFileSync(program, args, { encoding: 'utf8' });

/** The mirror that this machine's own packages come from. */
function mirror() {
  const sources = read('apt-get', ['indextargets', '--format', '$(REPO_URI)']).split('\n');
  const found = sources.find((uri) => /\/debian\/?$/.test(uri));
  if (found) return found;
  throw new SetupError(say('No Debian mirror is set up here.', 'Aucun miroir Debian n’est configuré ici.'), '');
}

function make() {
  if (process.getuid?.() !== 0)
    throw new SetupError(
      say('PostgreSQL 17 needs root here.', 'PostgreSQL 17 demande ici les droits de root.'),
      say('Run the command as root.', 'Lancez la commande en tant que root.'),
    );
  // A folder that was left half made must not be taken for a whole one.
  const half = `${FOLDER}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(dirname(half), { recursive: true });
  const excluded = LEFT_OUT.map((pattern) => `--dpkgopt=path-exclude=${pattern}`);
  const options = ['--quiet', '--variant=essential', `--include=${PACKAGES.join(',')}`, ...excluded];
  execFileSync('mmdebstrap', [...options, 'trixie', half, mirror()], { stdio: ['ignore', 'ignore', 'inherit'] });
  renameSync(half, FOLDER);
}

/**
 * Debian 13 with PostgreSQL 17 and pgvector, made on first use (about 80 s, 430 MB).
 * @returns {{folder: string, programs: string}} `programs` as seen from inside
 */
export function debian13() {
  if (!existsSync(join(FOLDER, PROGRAMS, 'initdb'))) make();
  return { folder: FOLDER, programs: PROGRAMS };
}
