// `npm run release -- 0.2.0`: the version in package.json and CHANGELOG.md, then in release/ the package, its bill of materials and their checksums.
// Nothing is published, committed or tagged: a person looks first.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/paths.mjs';
import { billOfMaterials, refusedLicences } from './lib/sbom.mjs';
import { fail, say, SetupError } from './lib/words.mjs';

const FOLDER = join(root, 'release');
const UNRELEASED = '## [Unreleased]';

const run = (command, args) =>
  execFileSync(command, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

function checkVersion(version, now) {
  const parts = /^(\d+)\.(\d+)\.(\d+)$/.exec(version ?? '');
  if (!parts)
    throw new SetupError(
      say('Say the new version: npm run release -- 1.2.3', 'Indiquez la nouvelle version : npm run release -- 1.2.3'),
    );
  const [was, is] = [now.split('.').map(Number), parts.slice(1).map(Number)];
  const step = is.map((part, place) => part - was[place]).find((difference) => difference !== 0) ?? 0;
  if (step <= 0)
    throw new SetupError(say(`${version} is not newer than ${now}.`, `${version} n’est pas plus récente que ${now}.`));
}

/** The changelog with a section for the version, of what stood under Unreleased. */
function withSection(changelog, version, day) {
  const [head, rest] = changelog.split(`${UNRELEASED}\n`);
  const body = rest?.split(/^## \[/m)[0] ?? '';
  if (!/^- /m.test(body)) {
    throw new SetupError(say('CHANGELOG.md has nothing under Unreleased.', 'CHANGELOG.md n’a rien sous Unreleased.'));
  }
  return `${head}${UNRELEASED}\n\n## [${version}] - ${day}\n${rest}`;
}

function checkTree() {
  if (run('git', ['status', '--porcelain'])) {
    throw new SetupError(
      say('There are changes that are not committed.', 'Des modifications ne sont pas enregistrées.'),
    );
  }
  const refused = refusedLicences(billOfMaterials());
  if (refused.length) throw new SetupError(refused.join('\n'));
}

const sha256 = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');

function release(version) {
  const { version: now } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  checkVersion(version, now);
  checkTree();
  const changelog = join(root, 'CHANGELOG.md');
  writeFileSync(
    changelog,
    withSection(readFileSync(changelog, 'utf8'), version, new Date().toISOString().slice(0, 10)),
  );
  run('npm', ['version', version, '--no-git-tag-version']);

  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER);
  run('npm', ['pack', '--pack-destination', FOLDER]);
  writeFileSync(join(FOLDER, 'sbom.cdx.json'), `${JSON.stringify(billOfMaterials(), null, 2)}\n`);
  const files = readdirSync(FOLDER).sort();
  writeFileSync(join(FOLDER, 'SHA256SUMS'), files.map((file) => `${sha256(join(FOLDER, file))}  ${file}\n`).join(''));
  console.log(say(`release/: ${files.join(', ')}, SHA256SUMS`, `release/ : ${files.join(', ')}, SHA256SUMS`));
  console.log(`→ git commit -am "chore: release ${version}" && git tag v${version}`);
}

try {
  release(process.argv[2]);
} catch (error) {
  fail(error);
}
