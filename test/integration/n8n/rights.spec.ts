import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import type { Profile } from '../../../lib/profile';
import { until } from '../mailbox/mailbox';
import { FilledForm } from './forms';
import { answerQuestion, mailTo, openCopy, openQuestion, smtpCredential, startSmtp } from './mail-server';
import {
  itemsOf,
  n8nApiCredential,
  type N8n,
  OTHER_POOL,
  ownFolder,
  readFiles,
  runLine,
  runningN8n,
  storeCredential,
  vivierNode,
} from './running';

jest.setTimeout(300_000);

const KEY = 'only for these tests';
const CHARGE = 'dpo@entreprise.test';
const [ACCEPT, REFUSE] = ['Accepter · Accept', 'Refuser · Refuse'];
const [SEE, ERASE] = ['Voir mes données · See my data', 'Effacer mes données · Erase my data'];
/** Nobody has another's phone number, or the pool would take both for one person. */
let phones = 10;
const cvOf = (name: string, mail: string) =>
  `${name}\n${mail}\n06 39 98 27 ${(phones += 1)}\n\nExpérience\n2019 - 2023 Chocolatière, Maison Quillard\n\nFormation\n2018 CAP Chocolatier`;

let n8n: N8n;
let smtp: Awaited<ReturnType<typeof startSmtp>>;
let api: object;
beforeAll(async () => {
  n8n = await runningN8n();
  smtp = await startSmtp();
  api = await n8nApiCredential(n8n);
});
afterAll(() => smtp.close());

/** Saves a person in the pool, by a run that n8n keeps. */
async function save(name: string, mail: string): Promise<string> {
  const { path, selector } = ownFolder(n8n, 'rights');
  const file = `${mail.split('@')[0]}.txt`;
  writeFileSync(join(path, file), cvOf(name, mail));
  const run = await runLine(n8n, [
    readFiles(`${selector}/${file}`),
    vivierNode('CV Extract', 'cvExtract', {}),
    vivierNode('CV Analyze', 'cvAnalyze', { engine: 'rules' }),
    vivierNode('Save', 'talentPool', {}, { credentials: OTHER_POOL }),
  ]);
  const [{ json }] = await itemsOf(run, 'Save');
  return (json.candidate as { candidateId: string }).candidateId;
}

const hold = (candidateId: string) =>
  runLine(n8n, [
    vivierNode(
      'Hold',
      'talentPool',
      { operation: 'hold', candidateId: byId(candidateId), by: 'DPO', reason: 'case 26' },
      { credentials: OTHER_POOL },
    ),
  ]);

/** How many of the people with these words the pool finds. */
async function found(query: string): Promise<number> {
  const find = vivierNode('Find', 'talentPool', { operation: 'search', query }, { credentials: OTHER_POOL });
  return (await itemsOf(await runLine(n8n, [find]), 'Find')).length;
}

describe('“Requests to see or erase one’s data”', () => {
  let flow: Awaited<ReturnType<typeof openCopy>>;
  const request = (what: string, mail: string) => new FilledForm(n8n, 'open-my-data').submit([what, mail]);
  const confirm = async (mail: string) =>
    await answerQuestion(n8n, await mailTo(smtp.sent, mail, /^Confirmez/), [['Oui · Yes']]);
  const question = (name: string) => mailTo(smtp.sent, CHARGE, new RegExp(name));

  beforeAll(async () => {
    const credentials = { ...OTHER_POOL, ...(await smtpCredential(n8n, smtp.port)), ...api };
    flow = await openCopy(n8n, 'answer-a-rights-request', credentials, {
      recruiter: CHARGE,
      sender: 'rh@entreprise.test',
    });
  });
  afterAll(() => flow.stop());

  it('erases a person from the pool and from everything that n8n keeps, after both have agreed', async () => {
    const [name, mail] = ['Ysolde Kerbrazic', 'ysolde@kerbrazic.test'];
    await save(name, mail);
    // A run that never reached the pool, which therefore does not know of it.
    const { selector } = ownFolder(n8n, 'rights');
    await runLine(n8n, [readFiles(`${selector}/ysolde.txt`), vivierNode('CV Extract', 'cvExtract', {})]);
    expect(await namedIn(n8n, 'Kerbrazic')).not.toEqual([]);

    await request(ERASE, mail.toUpperCase());
    expect(await found(mail)).toBe(1);
    await confirm(mail);
    const asked = await question(name);
    expect(asked.html).toContain('1 fichier(s)');
    expect(await found(mail)).toBe(1);
    await answerQuestion(n8n, asked, [ACCEPT, 'A. Martin, RH', '']);

    const certificate = await mailTo(smtp.sent, mail, /^Vos données ont été effacées/);
    expect(certificate.text).toMatch(/par A\. Martin, RH\./);
    expect(certificate.text).toMatch(/1 fichier\(s\)/);
    const done = await mailTo(smtp.sent, CHARGE, /une personne est effacée/);
    expect(done.text).toMatch(/by hand: –/);
    expect(await found(mail)).toBe(0);
    await until(async () => (await namedIn(n8n, 'Kerbrazic')).length === 0, 'n8n to have forgotten the person');
  });

  it('gives a person their data as a ZIP, at the address on file', async () => {
    const [name, mail] = ['Tugdual Pennors', 'tugdual@pennors.test'];
    await save(name, mail);
    await request(SEE, mail);
    await confirm(mail);
    await answerQuestion(n8n, await question(name), [ACCEPT, 'A. Martin, RH', '']);
    const { attachments } = await mailTo(smtp.sent, mail, /^Vos données de candidature/);
    expect(attachments.map(({ filename }) => filename)).toEqual(['vos-donnees.zip']);
    const files = unzipSync(new Uint8Array(attachments[0].content as ArrayBuffer));
    expect(Object.keys(files).sort()).toEqual(['tugdual.txt', 'vos-donnees.json', 'vos-donnees.pdf']);
    expect(Buffer.from(files['vos-donnees.json']).toString()).toContain('Pennors');
  });

  it('tells a person why not, and changes nothing', async () => {
    const [name, mail] = ['Maïwenn Tregastel', 'maiwenn@tregastel.test'];
    await save(name, mail);
    await request(ERASE, mail);
    await confirm(mail);
    await answerQuestion(n8n, await question(name), [REFUSE, 'A. Martin, RH', 'Un litige est en cours.']);
    const { text } = await mailTo(smtp.sent, mail, /^Votre demande/);
    expect(text).toContain('Motif : Un litige est en cours.');
    expect(await found(mail)).toBe(1);
  });

  it('erases nobody who is under a legal hold, and says so', async () => {
    const [name, mail] = ['Goulven Lescoat', 'goulven@lescoat.test'];
    await hold(await save(name, mail));
    await request(ERASE, mail);
    await confirm(mail);
    await answerQuestion(n8n, await question(name), [ACCEPT, 'A. Martin, RH', '']);
    await mailTo(smtp.sent, CHARGE, /effacement refusé/);
    expect(await found(mail)).toBe(1);
  });

  it('answers a stranger like anybody else, sends them nothing and tells the person in charge', async () => {
    const said = await request(ERASE, 'inconnu@ailleurs.test');
    await save('Nolwenn Plouhinec', 'nolwenn@plouhinec.test');
    expect(said).toBe(await request(SEE, 'nolwenn@plouhinec.test'));
    const { text } = await mailTo(smtp.sent, CHARGE, /adresse inconnue/);
    expect(text).toContain('inconnu@ailleurs.test');
    expect(smtp.sent.filter(({ recipients }) => recipients.includes('inconnu@ailleurs.test'))).toEqual([]);
  });

  it('writes to a person once an hour, however often the form is sent', async () => {
    const mail = 'ronan@kersaint.test';
    await save('Ronan Kersaint', mail);
    for (let time = 0; time < 3; time++) {
      await request(SEE, mail);
      await mailTo(smtp.sent, mail, /^Confirmez/);
    }
    await request(SEE, 'autre@ailleurs.test');
    await until(() => smtp.sent.some(({ text }) => text?.includes('autre@ailleurs.test') ?? false), 'the last request');
    const asked = smtp.sent.filter(({ recipients }) => recipients.includes(mail));
    expect(asked).toHaveLength(1);
    const { page } = await openQuestion(n8n, asked[0]);
    expect(page).toContain('C’est bien ma demande');
  });
});

describe('“Erase who is due, once a month”', () => {
  it('names who is due, erases only whom a person confirmed, and leaves who is held', async () => {
    const poolFolder = join(n8n.folder, 'pool-retention');
    await oldPeople(poolFolder, ['Ewen Quilfen', 'Enora Quilfen', 'Erwan Quilfen']);
    const access = { backend: 'embedded', folder: poolFolder, encryptionKey: KEY };
    const pool = await storeCredential(n8n, 'vivierTalentPoolApi', access);
    const list = (parameters: object) => [vivierNode('Pool', 'talentPool', { ...parameters }, { credentials: pool })];
    const [erwan] = await itemsOf(
      await runLine(n8n, list({ operation: 'search', query: 'erwan.quilfen@exemple.test' })),
      'Pool',
    );
    const candidateId = byId(String(erwan.json.candidateId));
    await runLine(n8n, list({ operation: 'hold', candidateId, by: 'DPO', reason: 'case 26' }));
    const credentials = { ...pool, ...(await smtpCredential(n8n, smtp.port)), ...api };
    const settings = { recruiter: 'retention@entreprise.test', sender: 'rh@entreprise.test' };
    const flow = await openCopy(n8n, 'erase-who-is-due', credentials, settings);
    const left = async () => (await itemsOf(await runLine(n8n, list({ operation: 'getAll' })), 'Pool')).length;
    try {
      // n8n keeps nothing of this run that could be waited for.
      const body = { triggerToStartFrom: { name: 'On the 1st of the month' } };
      await n8n.rest(`/workflows/${flow.id}/run`, { method: 'POST', body });
      const asked = await mailTo(smtp.sent, settings.recruiter, /à effacer \?/);
      expect(asked.subject).toMatch(/^Vivier : 2 personne/);
      const names = ['Ewen', 'Enora'].map((name) => `${name} Quilfen`);
      for (const name of names) expect(asked.html).toContain(name);
      expect(asked.html).toMatch(/Gel juridique[^]*Erwan Quilfen/);
      expect(await left()).toBe(3);
      const keep = /2\. (\w+) Quilfen/.exec(asked.html ?? '')?.[1];
      await answerQuestion(n8n, asked, [
        'Effacer les personnes de la liste · Erase the people in the list',
        '2',
        'DPO',
      ]);
      const done = await mailTo(smtp.sent, settings.recruiter, /personne\(s\) effacée/);
      expect(done.text).toMatch(/Erased: 1\r?\n[^]*by hand: –/);
      const people = (await itemsOf(await runLine(n8n, list({ operation: 'getAll' })), 'Pool')).map(({ json }) => json);
      expect(people.map(({ profile }) => (profile as Profile).identity.fullName).sort()).toEqual(
        [`${keep} Quilfen`, 'Erwan Quilfen'].sort(),
      );
    } finally {
      await flow.stop();
    }
  });
});

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** Makes a pool of people who were last in contact three years ago, in a process of its own: two can't have a folder open. */
async function oldPeople(folder: string, names: string[]): Promise<void> {
  const dist = join(__dirname, '../../../dist/lib');
  const script = `
    const { openPool } = require(${JSON.stringify(`${dist}/pool`)});
    const { emptyProfile } = require(${JSON.stringify(`${dist}/profile`)});
    openPool(${JSON.stringify({ backend: 'embedded', folder, encryptionKey: KEY })}).then(async (pool) => {
      const receivedAt = new Date(Date.now() - 3 * 366 * 86400000).toISOString();
      for (const fullName of ${JSON.stringify(names)}) {
        const profile = emptyProfile('2023-01-01');
        profile.identity.fullName = fullName;
        profile.contact.email = fullName.replace(' ', '.').toLowerCase() + '@exemple.test';
        await pool.candidates.upsert({ profile, receivedAt });
      }
      await pool.close();
    });`;
  await promisify(execFile)(process.execPath, ['-e', script]);
}

/** Files of n8n in which a word stands, after its database was compacted, as it is at a start with DB_SQLITE_VACUUM_ON_STARTUP. */
async function namedIn({ folder }: N8n, word: string): Promise<string[]> {
  const home = join(folder, 'n8n', '.n8n');
  const { DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(join(home, 'database.sqlite'), { timeout: 20_000 });
  try {
    database.exec('vacuum; pragma wal_checkpoint(truncate)');
  } finally {
    database.close();
  }
  const parts = readdirSync(home).filter((part) => part !== 'nodes');
  return parts.flatMap((part) => filesIn(join(home, part))).filter((file) => readFileSync(file).includes(word));
}

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesIn(join(path, name)));
}
