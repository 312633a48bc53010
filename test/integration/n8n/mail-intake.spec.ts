import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Dovecot, mails, startDovecot, until } from '../mailbox/mailbox';
import { draft, publish, smtpCredential, startSmtp } from './mail-server';
import {
  type N8n,
  OTHER_POOL,
  ownFolder,
  readFiles,
  runLine,
  itemsOf,
  runningN8n,
  storeCredential,
  vivierNode,
} from './running';

jest.setTimeout(240_000);

const WORKFLOWS = join(__dirname, '../../../workflows');
const read = (name: string) => JSON.parse(readFileSync(join(WORKFLOWS, `${name}.json`), 'utf8'));
/** Not everybody who runs the tests has a mail server; CI has. */
const describeWithServer = existsSync('/usr/sbin/dovecot') || process.env.CI ? describe : describe.skip;

const settings = { recruiter: 'recruteur@entreprise.test', sender: 'rh@entreprise.test' };

const poolOf = async (n8n: N8n, text: string) => {
  const run = await runLine(n8n, [
    vivierNode('Pool', 'talentPool', { operation: 'search', query: text }, { credentials: OTHER_POOL }),
  ]);
  return await itemsOf(run, 'Pool');
};

describeWithServer('the workflows of intake', () => {
  let n8n: N8n;
  let server: Dovecot;
  let smtp: Awaited<ReturnType<typeof startSmtp>>;
  let credentials: Record<string, object>;
  beforeAll(async () => {
    [n8n, server, smtp] = [await runningN8n(), await startDovecot(), await startSmtp()];
    const access = { host: server.host, port: server.port, user: 'rh', password: 'secret' };
    const own = await storeCredential(n8n, 'vivierImapApi', { ...access, security: 'none' });
    const plain = await storeCredential(n8n, 'imap', { ...access, secure: false });
    credentials = { ...own, ...plain, ...(await smtpCredential(n8n, smtp.port)), ...OTHER_POOL };
  });
  afterAll(async () => {
    await smtp.close();
    server.remove();
  });

  it('“Receive CVs by mail” keeps the CV, thanks the candidate, and gives a person what is doubtful', async () => {
    const { hostile, shapes } = await mails();
    server.deliver('rh', await shapes.webmail(501));
    server.deliver('rh', await hostile.brokenPdf(502));
    server.deliver('rh', await shapes.board(503));
    const flow = await publish(n8n, read('receive-cvs-by-mail'), { credentials, settings });
    try {
      await until(() => server.count('rh', 'Vivier/Done') === 3, 'all mails done');
      const to = (address: string) => smtp.sent.filter(({ recipients }) => recipients.includes(address));
      expect(to('candidat501@exemple.test').map(({ subject }) => subject)).toEqual([
        'Nous avons bien reçu votre candidature',
      ]);
      expect(to('candidat503@exemple.test')).toHaveLength(1);
      expect(to('candidat502@exemple.test')).toEqual([]);
      const [notice] = to('recruteur@entreprise.test').filter(({ text }) => text?.includes('cv.pdf'));
      expect(notice.subject).toContain('A document to look at');
      const found = await poolOf(n8n, 'candidat501@exemple.test');
      expect(found).toHaveLength(1);
    } finally {
      await flow.stop();
    }
  });

  it('“Receive CVs by mail” takes a cover letter for what it is', async () => {
    const { compose, cvText } = await mails();
    const letter =
      'Objet : candidature au poste de comptable\n\nMadame, Monsieur,\n\nVotre annonce a retenu mon attention et je souhaite rejoindre votre équipe.\n\nJe vous prie d’agréer, Madame, Monsieur, mes salutations distinguées.\n';
    const attachments = [
      { filename: 'lettre de motivation.txt', content: letter },
      { filename: 'cv.txt', content: cvText(504) },
    ];
    const from = 'candidat504@exemple.test';
    server.deliver('rh', await compose({ from, to: 'rh@entreprise.test', text: 'Bonjour', attachments }));
    const before = server.count('rh', 'Vivier/Done');
    const told = smtp.sent.length;
    const flow = await publish(n8n, read('receive-cvs-by-mail'), { credentials, settings });
    try {
      await until(() => server.count('rh', 'Vivier/Done') === before + 1, 'done');
      expect(smtp.sent.slice(told).map(({ recipients }) => recipients)).toEqual([[from]]);
    } finally {
      await flow.stop();
    }
  });

  it('“Receive CVs by mail (n8n’s Email Trigger)” does the same with n8n’s own trigger', async () => {
    const { hostile, shapes } = await mails();
    const flow = await publish(n8n, read('receive-cvs-by-mail-email-trigger'), { credentials, settings });
    try {
      server.deliver('rh', await shapes.webmail(510));
      server.deliver('rh', await hostile.brokenPdf(511));
      const to = (address: string) => smtp.sent.filter(({ recipients }) => recipients.includes(address));
      const thanked = 'candidat510@exemple.test';
      const doubtful = () => to(settings.recruiter).some(({ text }) => text?.includes('candidat511@exemple.test'));
      await until(() => to(thanked).length > 0 && doubtful(), 'thanked, and told');
      expect(to(thanked)).toHaveLength(1);
      expect(to('candidat511@exemple.test')).toEqual([]);
      expect(await poolOf(n8n, thanked)).toHaveLength(1);
    } finally {
      await flow.stop();
    }
  });

  it.each(['receive-cvs-from-a-folder', 'import-an-archive'])(
    '“%s” keeps what is put into the folder',
    async (name) => {
      const { cvText } = await mails();
      const { path } = ownFolder(n8n, name);
      const n = name === 'import-an-archive' ? 521 : 520;
      const change: Parameters<typeof publish>[2]['change'] = (nodes) => {
        const trigger = nodes.find((node) => node.name === 'CV Folder Trigger');
        if (trigger) trigger.parameters = { folder: path, options: { pollSeconds: 1, settleSeconds: 1 } };
      };
      const told = smtp.sent.length;
      const flow = await publish(n8n, read(name), { credentials, settings, change });
      try {
        writeFileSync(join(path, 'cv.txt'), cvText(n));
        writeFileSync(join(path, 'broken.pdf'), `%PDF-1.7 broken ${name}`);
        const moved = (file: string) => existsSync(join(path, 'processed', file));
        await until(() => moved('cv.txt') && moved('broken.pdf'), 'both files moved');
        expect(await poolOf(n8n, `candidat${n}@exemple.test`)).toHaveLength(1);
        const notices = smtp.sent.slice(told);
        expect(notices).toHaveLength(1);
        expect(notices[0].text).toContain('broken.pdf');
      } finally {
        await flow.stop();
      }
    },
  );

  it('“Send a daily digest” sends the new candidates with their review sheets, and names those without a file', async () => {
    const { path, selector } = ownFolder(n8n, 'digest');
    writeFileSync(join(path, 'list.csv'), 'Nom,E-mail,Titre\nSans Fichier,sans.fichier@exemple.test,Peintre\n');
    const listed = await runLine(n8n, [
      readFiles(`${selector}/list.csv`),
      vivierNode('CV Extract', 'cvExtract', {}),
      vivierNode('CV Analyze', 'cvAnalyze', { engine: 'rules' }),
      vivierNode('Save', 'talentPool', {}, { credentials: OTHER_POOL }),
    ]);
    expect(listed.status).toBe('success');
    const { id } = await draft(n8n, read('send-a-daily-digest'), { credentials, settings });
    const told = smtp.sent.length;
    const run = await n8n.run(id, 'Every working day at 18:00');
    expect(run.error).toBeUndefined();
    const [digest] = smtp.sent.slice(told);
    expect(digest.html).toContain('Candidat');
    expect(digest.html).toMatch(/Sans Fichier[^<]*no readable file/);
    expect(digest.attachments.map(({ mimeType }) => mimeType)).toContain('text/html');
  });

  it('“Warn when intake is silent” warns only when it is silent for longer than usual', async () => {
    const warn = async (leastHours: number) => {
      const { id } = await draft(n8n, read('warn-when-intake-is-silent'), {
        credentials,
        settings: { ...settings, leastHours },
      });
      const told = smtp.sent.length;
      const run = await n8n.run(id, 'Twice a working day');
      expect(run.error).toBeUndefined();
      return smtp.sent.slice(told);
    };
    expect(await warn(24)).toEqual([]);
    const [notice] = await warn(-1);
    expect(notice?.subject ?? 'nothing: arrivals were further apart than this wait').toMatch(/No CV for|nothing/);
  });
});
