// `npm start`: sets up what is missing, opens a private n8n with Vivier's nodes, credentials and workflows, and screens the sample CVs in it.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { lookForOllama, makeCredentials, ollamaAddress, readWorkflows } from './lib/demo.mjs';
import { itemsOf, N8n, portIsFree } from './lib/n8n.mjs';
import { firstAccount, PAGES_PATH } from './lib/pages.mjs';
import { root } from './lib/paths.mjs';
import { setUp, step } from './lib/setup.mjs';
import { fail, say, SetupError } from './lib/words.mjs';

const SCREENING = {
  id: 'vivierScreenBatch',
  trigger: 'Start',
  read: 'CV Extract',
  shortlist: 'Shortlist as PDF',
  files: ['Save the PDF', 'Save the web page'],
};

const help = () =>
  say(
    `npm start -- [options]
  --exit            screen the sample CVs, then stop
  --port NUMBER     where n8n listens on this machine (5678, or VIVIER_PORT)
  --folder FOLDER   where everything is kept (.vivier, or VIVIER_FOLDER)
  --model NAME      the model Ollama shall use (mistral:7b-instruct, or VIVIER_MODEL)
  --no-open         do not open the browser
  --reset           put the ready-made workflows back as they came`,
    `npm start -- [options]
  --exit            présélectionner les CV d’exemple, puis s’arrêter
  --port NOMBRE     port de n8n sur cette machine (5678, ou VIVIER_PORT)
  --folder DOSSIER  où tout est conservé (.vivier, ou VIVIER_FOLDER)
  --model NOM       le modèle d’Ollama (mistral:7b-instruct, ou VIVIER_MODEL)
  --no-open         ne pas ouvrir le navigateur
  --reset           remettre les flux prêts à l’emploi dans leur état d’origine`,
  );

function readOptions() {
  const env = process.env;
  let values;
  try {
    ({ values } = parseArgs({
      allowNegative: true,
      options: {
        exit: { type: 'boolean', default: false },
        port: { type: 'string', default: env.VIVIER_PORT ?? '5678' },
        folder: { type: 'string', default: env.VIVIER_FOLDER ?? join(root, '.vivier') },
        model: { type: 'string', default: env.VIVIER_MODEL ?? 'mistral:7b-instruct' },
        open: { type: 'boolean', default: true },
        reset: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    throw new SetupError(error.message, help());
  }
  if (values.help) {
    console.log(help());
    process.exit(0);
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new SetupError(
      say(`“${values.port}” is not a port.`, `« ${values.port} » n’est pas un port.`),
      say('Give a number such as 5679.', 'Donnez un nombre, par exemple 5679.'),
    );
  }
  return { ...values, port, folder: resolve(values.folder) };
}

async function main(options) {
  await requirePort(options.port);
  makeFolder(options.folder);
  await setUp();
  const ollama = await describeOllama(options.model);
  const n8n = new N8n({ folder: options.folder, port: options.port });
  await putInPlace(n8n, options, ollama);
  const account = options.exit ? null : firstAccount(options.folder);
  step(say('Starting n8n (about 15 s)', 'Démarrage de n8n (environ 15 s)'));
  stopWithUs(n8n);
  await n8n.start();
  try {
    await screenSamples(n8n, ollama);
  } catch (error) {
    if (options.exit) await n8n.stop();
    throw error;
  }
  if (options.exit) return await n8n.stop();
  greet(n8n, options, account);
  process.exitCode = await n8n.exited;
}

async function requirePort(port) {
  if (await portIsFree(port)) return;
  throw new SetupError(
    say(
      `Port ${port} is already used by another program (perhaps another n8n).`,
      `Le port ${port} est déjà utilisé par un autre programme (un autre n8n, peut-être).`,
    ),
    say(
      `Stop that one, or choose another port: npm start -- --port ${port + 1}`,
      `Arrêtez-le, ou choisissez un autre port : npm start -- --port ${port + 1}`,
    ),
  );
}

function makeFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new SetupError(
      say(
        `The folder ${folder} can’t be made (${error.code}).`,
        `Impossible de créer le dossier ${folder} (${error.code}).`,
      ),
      say('Choose another one: npm start -- --folder FOLDER', 'Choisissez-en un autre : npm start -- --folder DOSSIER'),
    );
  }
}

async function describeOllama(model) {
  const host = ollamaAddress();
  const { found, models } = await lookForOllama(host);
  const present = models.some((name) => name === model || name === `${model}:latest`);
  if (found && present)
    step(
      say(
        `Ollama found at ${host}, model ${model}: rules and model work together`,
        `Ollama trouvé à ${host}, modèle ${model} : règles et modèle travaillent ensemble`,
      ),
    );
  else if (found)
    step(
      say(
        `Ollama found at ${host}, but not the model. To add it: ollama pull ${model}. Until then the rules work alone`,
        `Ollama trouvé à ${host}, mais pas le modèle. Pour l’ajouter : ollama pull ${model}. D’ici là, les règles travaillent seules`,
      ),
    );
  else
    step(
      say(
        `No Ollama at ${host}: the rules work alone. To add Mistral: install Ollama (ollama.com), then ollama pull ${model}`,
        `Pas d’Ollama à ${host} : les règles travaillent seules. Pour ajouter Mistral : installez Ollama (ollama.com), puis ollama pull ${model}`,
      ),
    );
  return { host, model, used: found && present };
}

/** The sample CVs, the credentials and the workflows. What a person has changed since is left alone. */
async function putInPlace(n8n, { folder, reset }, ollama) {
  const samples = join(root, 'samples', 'cvs');
  const cvs = join(folder, 'cvs');
  if (!readdirSync(cvs).length) cpSync(samples, cvs, { recursive: true });

  const path = join(folder, 'state.json');
  const state = existsSync(path)
    ? JSON.parse(readFileSync(path, 'utf8'))
    : { workflows: [], encryptionKey: randomBytes(24).toString('base64url') };
  const credentials = {
    ollamaHost: ollama.host,
    model: ollama.model,
    poolFolder: join(folder, 'pool'),
    encryptionKey: state.encryptionKey,
  };
  const sameCredentials = JSON.stringify(credentials) === state.credentials;
  const workflows = readWorkflows().filter(({ id }) => reset || !state.workflows.includes(id));
  if (sameCredentials && !workflows.length) return;

  step(
    say(
      'Putting workflows and credentials in place (about 20 s, once)',
      'Mise en place des flux et des identifiants (environ 20 s, une seule fois)',
    ),
  );
  await n8n.import({ workflows, credentials: sameCredentials ? [] : makeCredentials(credentials) });
  const ids = [...new Set([...state.workflows, ...workflows.map(({ id }) => id)])];
  writeFileSync(path, JSON.stringify({ ...state, workflows: ids, credentials: JSON.stringify(credentials) }, null, 2), {
    mode: 0o600,
  });
}

async function screenSamples(n8n, ollama) {
  const wait = ollama.used
    ? say('a few minutes with the model', 'quelques minutes avec le modèle')
    : say('about 15 s', 'environ 15 s');
  step(
    say(
      `Screening the CVs in ${join(n8n.folder, 'cvs')} (${wait})`,
      `Présélection des CV du dossier ${join(n8n.folder, 'cvs')} (${wait})`,
    ),
  );
  const run = await n8n.run(SCREENING.id, SCREENING.trigger, { timeoutMs: 2 * 3600_000, onTick: everyMinute() });
  if (run.status !== 'success') {
    const reason = [run.error?.message, run.error?.description].filter(Boolean).join(' ');
    throw new SetupError(
      say(
        `The screening ended with “${run.status}”: ${reason}`,
        `La présélection s’est terminée par « ${run.status} » : ${reason}`,
      ),
      say(
        `See it in n8n: ${n8n.url}/workflow/${SCREENING.id}/executions/${run.id}`,
        `Voyez-la dans n8n : ${n8n.url}/workflow/${SCREENING.id}/executions/${run.id}`,
      ),
    );
  }
  const [shortlist] = itemsOf(run, SCREENING.shortlist);
  console.log(`\n${shortlist.json.offer}\n`);
  console.log(table(shortlist.json.ranking));
  for (const item of itemsOf(run, 'What to do')) console.log(`  ! ${item.json.problem} ${item.json['what to do']}`);
  for (const name of withHiddenText(run)) console.log(`  ! ${name}: ${HIDDEN}`);
  console.log(
    `\n${say('The score orders the reading; a person decides.', 'Le score ordonne la lecture ; une personne décide.')}`,
  );
  for (const node of SCREENING.files) {
    const [item] = itemsOf(run, node);
    if (item) console.log(`${say('Shortlist', 'Liste')}: ${join(n8n.folder, item.json.fileName)}`);
  }
}

const HIDDEN = say(
  'text that a person would not see was set apart and does not count. The review sheet shows it.',
  'du texte invisible pour une personne a été mis de côté et ne compte pas. La fiche de relecture le montre.',
);

const withHiddenText = (run) =>
  itemsOf(run, SCREENING.read)
    .filter(({ json }) => json.cv?.hiddenText?.length > 0)
    .map(({ json }) => json.cv.fileName);

/** A sign of life for long runs. */
function everyMinute() {
  const started = Date.now();
  let said = 0;
  return () => {
    const minutes = Math.floor((Date.now() - started) / 60_000);
    if (minutes > said) console.log(`  … ${(said = minutes)} min`);
  };
}

const BANDS = {
  strong: say('very close', 'très proche'),
  good: say('close', 'proche'),
  partial: say('partial', 'en partie'),
  weak: say('distant', 'éloigné'),
};
const ENGINES = {
  rules: say('rules', 'règles'),
  model: say('model', 'modèle'),
  both: say('rules and model', 'règles et modèle'),
};

function table(ranking) {
  const head = [
    '#',
    say('Candidate', 'Candidat'),
    'Score',
    say('Band', 'Niveau'),
    say('Read by', 'Lu par'),
    say('Missing', 'Manque'),
  ];
  const rows = ranking.map((row) =>
    [
      row.rank,
      row.name ?? row.fileName ?? '?',
      row.score.toFixed(1),
      BANDS[row.band],
      ENGINES[row.engine],
      shorten(row.missingMustHaves),
    ].map(String),
  );
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => [...row[column]].length)));
  const line = (row) =>
    `  ${row.map((cell, column) => cell + ' '.repeat(widths[column] - [...cell].length)).join('  ')}`.trimEnd();
  return [line(head), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join('\n');
}

/** A table in a terminal has room for two; the shortlist names them all. */
function shorten(labels) {
  const shown = labels.slice(0, 2).join(', ') || '–';
  return labels.length > 2 ? `${shown}, +${labels.length - 2}` : shown;
}

/** Ctrl-C, and the end of this script, end n8n too. */
function stopWithUs(n8n) {
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => n8n.stop().then(() => process.exit(0)));
  process.once('exit', () => n8n.process?.kill('SIGTERM'));
}

function greet(n8n, { open }, account) {
  const signIn = account
    ? `\n  ${say('Sign in once with', 'Première connexion')}: ${account.login} / ${account.password}`
    : '';
  console.log(`
n8n: ${n8n.url}/workflow/${SCREENING.id}
  ${say('Account', 'Compte')}: ${n8n.owner.email}
  ${say('Password', 'Mot de passe')}: ${n8n.owner.password}
${say('Form for candidates', 'Formulaire pour les candidats')}: ${n8n.url}/form/cv
${say('Talent pool pages', 'Pages du vivier')}: ${n8n.url}${PAGES_PATH}${signIn}
${say('Stop with Ctrl-C.', 'Arrêt : Ctrl-C.')}`);
  if (open) openBrowser(`${n8n.url}/workflow/${SCREENING.id}`);
}

/** Opens the browser where there is one: a server without a screen has none, and that is no error. */
function openBrowser(url) {
  const onLinux = process.platform === 'linux';
  if (onLinux && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
  const [command, ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform] ?? ['xdg-open'];
  spawn(command, [...args, url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

try {
  await main(readOptions());
} catch (error) {
  fail(error);
}
