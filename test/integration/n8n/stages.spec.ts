import { createHmac, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../mailbox/mailbox';
import { FilledForm } from './forms';
import { answerQuestion, mailTo, openCopy, smtpCredential, startSmtp } from './mail-server';
import {
  itemsOf,
  type N8n,
  OTHER_POOL,
  ownFolder,
  readFiles,
  runLine,
  runningN8n,
  storeCredential,
  vivierNode,
} from './running';

jest.setTimeout(240_000);

const RECRUITER = 'recruteuse@etapes.test';
const settings = { recruiter: RECRUITER, sender: 'rh@etapes.test', company: 'Trois Ponts' };

let n8n: N8n;
let smtp: Awaited<ReturnType<typeof startSmtp>>;
let mails: object;
beforeAll(async () => {
  n8n = await runningN8n();
  smtp = await startSmtp();
  mails = await smtpCredential(n8n, smtp.port);
});
afterAll(() => smtp.close());

/** A person who applies for an offer of their own. @returns the application's id */
async function apply(name: string, title: string, phone: string): Promise<string> {
  const { path, selector } = ownFolder(n8n, 'stages');
  const mail = `${name.toLowerCase().replaceAll(' ', '-')}@etapes.test`;
  const file = `${mail}.txt`;
  writeFileSync(join(path, file), `${name}\n${mail}\n${phone}\n\nExpérience\n2019 - 2023 Relieuse, Atelier Vasseur\n`);
  const run = await runLine(n8n, [
    readFiles(`${selector}/${file}`),
    vivierNode('CV Extract', 'cvExtract', {}),
    vivierNode('CV Analyze', 'cvAnalyze', { engine: 'rules' }),
    vivierNode('CV Score', 'cvScore', { operation: 'score', title, mustHave: 'reliure' }),
    vivierNode('Save', 'talentPool', {}, { credentials: OTHER_POOL }),
  ]);
  expect(run.error?.message).toBeUndefined();
  const [{ json }] = await itemsOf(run, 'Save');
  return (json.candidate as { applicationId: string }).applicationId;
}

async function application(id: string) {
  const get = { resource: 'application', operation: 'get', applicationId: { __rl: true, mode: 'id', value: id } };
  const run = await runLine(n8n, [vivierNode('One', 'talentPool', get, { credentials: OTHER_POOL })]);
  const [{ json }] = await itemsOf(run, 'One');
  return json as {
    stage: string;
    history: { by: string; reason: string }[];
    tests: { status: string; result: unknown }[];
  };
}

const sentTo = (address: string) => smtp.sent.filter(({ recipients }) => recipients.includes(address));

describe('“Move an application”', () => {
  let flow: Awaited<ReturnType<typeof openCopy>>;
  beforeAll(async () => {
    flow = await openCopy(n8n, 'move-an-application', { ...OTHER_POOL, ...mails }, settings);
  });
  afterAll(() => flow.stop());
  const begin = async (who: string, offer: string, stage: string) => {
    const form = new FilledForm(n8n, 'open-move');
    return { form, page: await form.send([who, offer, stage, 'A. Martin, RH']) };
  };

  it('shows the invitation first, then sends it with the appointment and moves the application', async () => {
    const id = await apply('Aziliz Ropartz', 'Relieuse d’art', '06 39 98 30 01');
    const { form, page } = await begin('ropartz', 'relieuse d', 'Entretien · Interview');
    expect(page).toContain('Jour · Day');
    const draft = await form.send(['2026-12-03', '14:30', '30', '3 quai de la Fosse, Nantes', '', 'Mme Le Goff', 'Lu']);
    expect(draft).toContain('aziliz-ropartz@etapes.test');
    expect(draft.replace(/\s/g, ' ')).toContain('jeudi 3 décembre 2026 à 14 h 30');
    expect(sentTo('aziliz-ropartz@etapes.test')).toEqual([]);
    expect((await application(id)).stage).toBe('screening');
    const answer = await form.send(['', 'Envoyer et déplacer · Send and move']);
    expect(answer).toContain('C’est fait');
    const [mail] = sentTo('aziliz-ropartz@etapes.test');
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(['invitation.ics']);
    const moved = await application(id);
    expect(moved.stage).toBe('interview');
    expect(moved.history.at(-1)).toMatchObject({ by: 'A. Martin, RH', reason: 'Lu' });
  });

  it('makes no refusal without a reason or for a reason that the law forbids, and sends nothing that was not confirmed', async () => {
    const id = await apply('Bleuenn Cadiou', 'Doreuse sur cuir', '06 39 98 30 02');
    const refuse = async (usual: string[], reasons: string) => {
      const { form } = await begin('bleuenn', 'doreuse', 'Refus · Refusal');
      return { form, page: await form.send([JSON.stringify(usual), reasons]) };
    };
    expect((await refuse([], '')).page).toContain('Le courriel n’a pas été fait');
    const unlawful = await refuse([], 'Vous êtes enceinte.');
    expect(unlawful.page).toMatch(/enceinte/);
    const lawful = await refuse(['Le poste a été pourvu · The post has been filled'], '');
    expect(lawful.page).toContain('Le poste a été pourvu.');
    expect(await lawful.form.send(['', 'Ne rien faire · Do nothing'])).toContain('Rien n’est parti');
    expect((await application(id)).stage).toBe('screening');
    const again = await refuse(['Le poste a été pourvu · The post has been filled'], '');
    await again.form.send(['', 'Envoyer et déplacer · Send and move']);
    const { stage, history } = await application(id);
    expect(stage).toBe('rejected');
    expect(history.at(-1)).toMatchObject({ by: 'A. Martin, RH', reason: expect.stringContaining('pourvu') as string });
    expect(sentTo('bleuenn-cadiou@etapes.test')).toHaveLength(1);
  });

  it('picks nobody when the words fit several people, or nobody', async () => {
    await apply('Corentin Guivarch', 'Papetier', '06 39 98 30 03');
    await apply('Corentin Talec', 'Papetier', '06 39 98 30 04');
    const { page } = await begin('corentin', 'papetier', 'Test');
    expect(page).toMatch(/Guivarch/);
    expect(page).toMatch(/Talec/);
    expect((await begin('personne de ce nom', '', 'Test')).page).toContain('Quelle candidature');
  });
});

describe('“External test”', () => {
  it('invites by way of the provider, and takes only results that are signed', async () => {
    const asked: Record<string, string>[] = [];
    const provider = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        asked.push({ ...(JSON.parse(body) as Record<string, string>), key: String(request.headers['x-key']) });
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ link: 'https://tests.exemple.test/session/7' }));
      });
    });
    await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
    const [token, secret]: string[] = [randomUUID(), randomUUID()];
    const credentials = {
      ...OTHER_POOL,
      ...mails,
      ...(await storeCredential(n8n, 'httpHeaderAuth', { name: 'x-key', value: token })),
      ...(await storeCredential(n8n, 'crypto', { hmacSecret: secret })),
    };
    const { port } = provider.address() as AddressInfo;
    const own = { ...settings, test: 'Étude de cas', provider: `http://127.0.0.1:${port}/invite` };
    const flow = await openCopy(n8n, 'external-test', credentials, own);
    try {
      const id = await apply('Derrien Le Meur', 'Cartonnier', '06 39 98 30 07');
      const toTest = { resource: 'application', operation: 'moveStage', stage: 'test', by: 'A. Martin' };
      const applicationId = { __rl: true, mode: 'id', value: id };
      await runLine(n8n, [vivierNode('Move', 'talentPool', { ...toTest, applicationId }, { credentials: OTHER_POOL })]);
      const question = await mailTo(smtp.sent, RECRUITER, /Inviter Derrien Le Meur au test/);
      expect(question.html).toContain('https://tests.exemple.test/session/7');
      expect(JSON.stringify(asked)).not.toMatch(/Derrien|Meur|etapes\.test/);
      expect(asked).toMatchObject([{ test: 'Étude de cas', key: token }]);
      expect(sentTo('derrien-le-meur@etapes.test')).toEqual([]);
      await answerQuestion(n8n, question, ['Oui · Yes', 'A. Martin']);
      const invited = await mailTo(smtp.sent, 'derrien-le-meur@etapes.test', /./);
      expect(invited.text).toContain('https://tests.exemple.test/session/7');

      const tell = async (told: object, signedWith = secret, key = token) => {
        const body = JSON.stringify(told);
        const signature = `sha256=${createHmac('sha256', signedWith).update(body).digest('hex')}`;
        const headers = { 'content-type': 'application/json', 'x-key': key, 'x-vivier-signature': signature };
        const url = new URL(asked[0].resultUrl);
        url.host = `127.0.0.1:${n8n.port}`;
        return (await fetch(url, { method: 'POST', headers, body })).status;
      };
      const [{ testId }] = asked;
      await until(async () => (await tell({})) !== 404, 'the webhook');
      const completed = { testId, status: 'completed', result: { points: 17, of: 20 } };
      expect(await tell(completed, 'another secret')).toBe(401);
      expect(await tell(completed, secret, 'another key')).toBe(403);
      expect(await tell({ testId, status: 'hired' })).toBe(400);
      expect(await tell({ ...completed, testId: randomUUID() })).toBe(404);
      expect((await application(id)).tests).toMatchObject([{ status: 'invited', result: null }]);
      expect(await tell({ testId, status: 'started' })).toBe(200);
      expect(await tell(completed)).toBe(200);
      const { stage, tests } = await application(id);
      expect(tests).toMatchObject([{ status: 'completed', result: { points: 17, of: 20 } }]);
      expect(stage).toBe('test');
    } finally {
      await flow.stop();
      await new Promise((resolve) => provider.close(resolve));
    }
  });
});
