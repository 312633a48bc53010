import { existsSync, realpathSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../scripts/lib/paths.mjs';
import { say, SetupError } from '../../scripts/lib/words.mjs';

export const USAGE = `npm run bench -- extract|analyze|score|model|pool|letters|documents|company-cv [options]

  --bench DIR    CVs with ground truth and their scorers (default: ../shared/bench beside the repository)
  --split NAME   which part of it (default: dev)
  --kinds a,b    only documents of these kinds (extract, analyze, model)
  --scale        time of ranking 1,000 to 1,000,000 stored candidates instead of its quality (score)
  --no-embedding leave out the row of an embedding model, which takes minutes on a CPU (score)
  --peers        measure other readers too; installs them into test/bench on first use (extract)
  --batch N      speed and memory over N born-digital documents instead (extract)
  --count N      how many CVs (model; default: 6)
  --sizes a,b    how many synthetic candidates (pool; default: 10000,100000)
  --vectors N    up to this size also by meaning: an index of vectors takes long (pool; default: 100000)
  --minutes N    no further size is begun after so long; what was measured is reported (pool; default: no limit)
  --no-embedded  leave the embedded database out (pool)
  --out DIR      results as JSON (default: .vivier/bench)`;

const COMMANDS = ['extract', 'analyze', 'score', 'model', 'pool', 'letters', 'documents', 'company-cv'];

/**
 * @typedef {object} Options
 * @property {'extract' | 'analyze' | 'score' | 'model' | 'pool' | 'letters' | 'documents' | 'company-cv'} command
 * @property {string} bench the corpus' folder, absolute
 * @property {string} split
 * @property {string[]} kinds empty for all
 * @property {boolean} peers
 * @property {boolean} scale
 * @property {boolean} embedding
 * @property {number} batch 0 for none
 * @property {number} count
 * @property {number[]} sizes
 * @property {boolean} embedded
 * @property {number} vectors
 * @property {number} minutes Infinity for no limit
 * @property {string} out absolute
 */

/**
 * @param {string[]} args what follows `npm run bench --`
 * @returns {Options}
 * @throws {SetupError} for wrong use, and where there is no corpus
 */
export function readOptions(args) {
  const { values, positionals } = parse(args);
  const [command, ...rest] = positionals;
  if (!COMMANDS.includes(command) || rest.length > 0)
    throw new SetupError(
      say(
        'Say what to measure: extract, analyze, score, model, pool, letters, documents or company-cv.',
        'Dites quoi mesurer : extract, analyze, score, model, pool, letters, documents ou company-cv.',
      ),
      USAGE,
    );
  if (command === 'score' && values.kinds)
    throw new SetupError(
      say(
        'A ranking needs everybody, so --kinds has no place in it.',
        'Un classement porte sur tous : --kinds n’y a pas sa place.',
      ),
      USAGE,
    );
  const bench = resolve(values.bench ?? join(root, '..', 'shared', 'bench'));
  const needsCorpus = !['pool', 'letters', 'documents'].includes(command);
  if (needsCorpus) requireCorpus(bench, values.split);
  return {
    command,
    // The scorers don't see that they were started when their path leads through a link.
    bench: needsCorpus ? realpathSync(bench) : bench,
    split: values.split,
    kinds: values.kinds ? values.kinds.split(',') : [],
    peers: values.peers,
    scale: values.scale,
    embedding: !values['no-embedding'],
    batch: Number(values.batch),
    count: Number(values.count),
    sizes: values.sizes.split(',').map(Number),
    vectors: Number(values.vectors),
    minutes: values.minutes ? Number(values.minutes) : Infinity,
    embedded: !values['no-embedded'],
    out: resolve(values.out ?? join(root, '.vivier', 'bench')),
  };
}

function parse(args) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        bench: { type: 'string' },
        split: { type: 'string', default: 'dev' },
        kinds: { type: 'string' },
        peers: { type: 'boolean', default: false },
        scale: { type: 'boolean', default: false },
        'no-embedding': { type: 'boolean', default: false },
        batch: { type: 'string', default: '0' },
        count: { type: 'string', default: '6' },
        sizes: { type: 'string', default: '10000,100000' },
        vectors: { type: 'string', default: '100000' },
        minutes: { type: 'string' },
        'no-embedded': { type: 'boolean', default: false },
        out: { type: 'string' },
      },
    });
  } catch (error) {
    throw new SetupError(error.message, USAGE);
  }
}

function requireCorpus(bench, split) {
  const manifest = join(bench, split, 'manifest.json');
  if (existsSync(manifest)) return;
  const place = relative(process.cwd(), manifest);
  throw new SetupError(
    say(`There is no corpus: ${place} is missing.`, `Il n’y a pas de corpus : ${place} est absent.`),
    say(
      'The CVs with ground truth are not part of this repository. Put them there, or name their folder with --bench DIR.',
      'Les CV avec leur vérité ne font pas partie de ce dépôt. Placez-les là, ou indiquez leur dossier avec --bench DIR.',
    ),
  );
}
