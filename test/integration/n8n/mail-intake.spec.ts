import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Dovecot, mails, startDovecot, until } from '../mailbox/mailbox';
import { publish, smtpCredential, startSmtp } from './mail-server';
import { type N8n, OTHER_POOL, runLine, itemsOf, runningN8n, storeCredential, vivierNode } from './running';

jest.setTimeout(240_000);

const WORKFLOWS = join(__dirname, '../../../workflows');
const read = (name: string) => JSON.parse(readFileSync(join(WORKFLOWS, `${name}.json`), 'utf8'));
/** Not everybody who runs the tests has a mail server; CI has. */
const describeWithServer = existsSync('/usr/sbin/dovecot') || process.env.CI ? describe : describe.skip;

const poolOf = async (n8n: N8n, text: string) => {
  const run = await runLine(n8n, [
    vivierNode('Pool', 'talentPool', { operation: 'search', query: text }, { credentials: OTHER_POOL }),
  ]);
  return await itemsOf(run, 'Pool');
};

describeWithServer('“Receive CVs by mail”', () => {
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

  it('keeps the CV, thanks the candidate, and gives a person what is doubtful', async () => {
    const { hostile, shapes } = await mails();
    server.deliver('rh', await shapes.webmail(501));
    server.deliver('rh', await hostile.brokenPdf(502));
    server.deliver('rh', await shapes.board(503));
    const settings = { recruiter: 'recruteur@entreprise.test', sender: 'rh@entreprise.test' };
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
});
