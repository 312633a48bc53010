// Mails come in while the mail server, n8n, the database and the model (a stand-in that speaks Ollama's protocol) are killed at random moments (`kill -9`) and
// started again. At the end every mail must be accounted for, and no CV stored twice:  node test/reliability/intake.mjs [--mails 500] [--kills 24] [--seed 1] [--write]
// Needs Debian's dovecot-imapd and postgresql. With --write, the figures go into docs/reliability.md and docs/reliability.fr.md.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../../scripts/lib/build.mjs';
import { makeCredentials } from '../../scripts/lib/demo.mjs';
import { throwAwayDovecot } from '../../scripts/lib/dovecot.mjs';
import { freePort, N8n } from '../../scripts/lib/n8n.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { throwAwayPostgres } from '../../scripts/lib/postgres.mjs';
import { hostile, shapes } from '../fixtures/mails/shapes.mjs';
import { account, startSmtp } from './account.mjs';
import { writeFigures } from './figures.mjs';

const { values } = parseArgs({
  options: {
    mails: { type: 'string', default: '500' },
    kills: { type: 'string' },
    seed: { type: 'string', default: '1' },
    write: { type: 'boolean', default: false },
  },
});
const MAILS = Number(values.mails);
const KILLS = Number(values.kills ?? Math.max(3, Math.round(MAILS / 20)));
/** Of ten mails one is hostile or broken. */
const EVERY = 10;
const PER_MAIL_MS = 6000;
/** A machine busy with other work may need minutes to start n8n again. */
const START_AGAIN_MS = 10 * 60_000;

const random = generator(Number(values.seed));
const between = (low, high) => low + random() * (high - low);
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

await build();
const folder = mkdtempSync(join(tmpdir(), 'vivier-reliability-'));
const [dovecot, postgres, smtp] = [
  await throwAwayDovecot(),
  await throwAwayPostgres({ fsync: true }),
  await startSmtp(),
];
const ollama = await startOllama(await freePort());
const n8n = new N8n({ folder, port: await freePort(), env: { VIVIER_LANGUAGE: 'en' } });
const pool = poolOf(postgres.url);
let failed = true;
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void cleanUp().then(() => process.exit(1)));
try {
  await n8n.import({ workflows: [workflow()], credentials: credentials() });
  await n8n.start();
  const started = Date.now();
  const delivering = deliver();
  const kills = await killAll();
  await delivering;
  await settled(started);
  const seconds = Math.round((Date.now() - started) / 1000);
  const found = await account({ dovecot, pool, smtp, mails: MAILS, isHostile });
  const report = { mails: MAILS, hostile: found.hostile, seed: Number(values.seed), kills, seconds, ...found };
  console.log(JSON.stringify(report, null, 2));
  failed = found.missing.length > 0 || found.twice.length > 0;
  if (values.write && !failed) writeFigures(report);
  console.log(failed ? 'FAILED' : `${MAILS} mails accounted for, none twice`);
} finally {
  await cleanUp();
}
process.exitCode = failed ? 1 : 0;

async function cleanUp() {
  await n8n.stop();
  ollama.kill();
  await smtp.close();
  dovecot.remove();
  postgres.remove();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

function isHostile(n) {
  return n % EVERY === EVERY - 1;
}

/** The mails come in during the first part of the time, also while the server is down: a delivery agent writes files. */
async function deliver() {
  const [good, bad] = [Object.values(shapes), Object.values(hostile)];
  for (let n = 0; n < MAILS; n++) {
    const make = isHostile(n) ? bad[Math.floor(n / EVERY) % bad.length] : good[n % good.length];
    dovecot.deliver('rh', await make(n));
    await wait(between(0, PER_MAIL_MS / 12));
  }
}

async function killAll() {
  const done = { mailServer: 0, n8n: 0, database: 0, ollama: 0 };
  const parts = {
    mailServer: [() => dovecot.kill(), () => dovecot.start()],
    n8n: [() => n8n.process.kill('SIGKILL'), () => n8n.start({ timeoutMs: START_AGAIN_MS })],
    database: [() => postgres.kill(), () => postgres.start()],
    ollama: [() => ollama.kill(), () => ollama.start()],
  };
  for (let n = 0; n < KILLS; n++) {
    await wait(between(3000, 15_000));
    const names = Object.keys(parts);
    const name = names[Math.floor(random() * names.length)];
    const [kill, start] = parts[name];
    kill();
    await wait(between(100, 4000));
    await start();
    done[name] += 1;
    console.log(`${n + 1}/${KILLS} ${name}; ${handled()} of ${MAILS} handled`);
  }
  return done;
}

function handled() {
  return dovecot.count('rh', 'Vivier/Done') + Math.floor(dovecot.count('rh', 'Vivier/Quarantine') / 2);
}

/** Until the inbox is empty and stays so. */
async function settled(started) {
  const limit = started + MAILS * PER_MAIL_MS + 15 * 60_000;
  let said = 0;
  while (dovecot.count('rh') > 0 && Date.now() < limit) {
    await wait(1000);
    if (Date.now() - said > 30_000) {
      said = Date.now();
      console.log(`${handled()} of ${MAILS} handled, ${dovecot.count('rh')} in the inbox`);
    }
  }
  await wait(3000);
}

/** The stand-in for Ollama, on the same port each time. */
async function startOllama(port) {
  let child;
  const start = async () => {
    const script = join(root, 'test', 'reliability', 'stand-in-for-ollama.mjs');
    child = spawn(process.execPath, [script, String(port)], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
  };
  await start();
  return { url: `http://127.0.0.1:${port}`, start, kill: () => child.kill('SIGKILL') };
}

function workflow() {
  const file = JSON.parse(readFileSync(join(root, 'workflows', 'receive-cvs-by-mail.json'), 'utf8'));
  const settings = { 'settings.recruiter': 'recruteur@entreprise.test', 'settings.sender': 'rh@entreprise.test' };
  const node = file.nodes.find(({ name }) => name === 'Settings');
  for (const one of node.parameters.assignments.assignments) one.value = settings[one.name] ?? one.value;
  return { ...file, active: true };
}

function credentials() {
  const own = makeCredentials({
    ollamaHost: ollama.url,
    model: 'mistral:7b-instruct',
    poolFolder: folder,
    encryptionKey: 'x',
  });
  const stored = own.find(({ type }) => type === 'vivierTalentPoolApi');
  stored.data = { ...pool, encryptionKey: pool.encryptionKey };
  const mailbox = { host: dovecot.host, port: dovecot.port, user: 'rh', password: 'secret', security: 'none' };
  const mail = { host: '127.0.0.1', port: smtp.port, secure: false, disableStartTls: true, user: '', password: '' };
  return [
    ...own,
    { id: 'vivierImap000001', name: 'Vivier Mailbox', type: 'vivierImapApi', data: mailbox },
    { id: 'vivierSmtp000001', name: 'Vivier Mail', type: 'smtp', data: mail },
  ];
}

function poolOf(url) {
  const { hostname, password, pathname, port, username } = new URL(url);
  return {
    backend: 'postgres',
    host: hostname,
    port: Number(port),
    database: pathname.slice(1),
    user: username,
    password,
    ssl: false,
    encryptionKey: 'only for this test',
  };
}

/** Repeatable numbers from 0 to 1 (mulberry32, Tommy Ettinger, public domain). */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
