import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { closeIdlePools, openPool } from '../../../lib/pool';
import { addCandidate, PASSWORD } from '../../unit/pages/support';
import { publish } from './mail-server';
import { ownFolder, runningN8n, storeCredential, type N8n } from './running';

jest.setTimeout(240_000);

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const workflow = JSON.parse(
  readFileSync(join(__dirname, '../../../workflows/talent-pool-pages.json'), 'utf8'),
) as Parameters<typeof publish>[1];

const inBrowser = existsSync(CHROMIUM) ? describe : describe.skip;

inBrowser('talent pool pages in a real n8n, in a real browser', () => {
  let n8n: N8n;
  let browser: Browser;
  let page: Page;
  let candidateId: string;
  let url: string;
  let flow: Awaited<ReturnType<typeof publish>>;
  const problems: string[] = [];

  beforeAll(async () => {
    n8n = await runningN8n();
    const data = {
      backend: 'embedded',
      folder: ownFolder(n8n, 'pages-pool').path,
      encryptionKey: 'only for these tests',
    };
    const pool = await openPool({ ...data, backend: 'embedded' });
    await pool.staff.add({
      login: 'claire',
      name: 'Claire Martin',
      role: 'recruiter',
      by: 'Claire Martin',
      password: PASSWORD,
    });
    ({ candidateId } = await addCandidate(pool));
    await pool.close();
    await closeIdlePools();
    const credentials = await storeCredential(n8n, 'vivierTalentPoolApi', data);
    flow = await publish(n8n, workflow, {
      credentials,
      change: (nodes) => nodes.forEach((node) => node.parameters.path && (node.parameters.path = 'pages-test')),
    });
    url = `http://localhost:${n8n.port}/webhook/pages-test`;
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
    page = await browser.newPage({ locale: 'fr-FR' });
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(error.message));
  });
  afterAll(async () => {
    await browser.close();
    await flow.stop();
  });

  it('are served under their own policy, not n8n’s sandbox', async () => {
    const answer = await page.goto(url);
    expect(answer?.headers()['content-security-policy']).toContain("default-src 'none'");
    expect(answer?.headers()['content-security-policy']).not.toContain('sandbox');
  });

  it('let somebody sign in, find a person, correct what was read and move the application', async () => {
    await page.getByLabel('Nom d’utilisateur').fill('claire');
    await page.getByLabel('Mot de passe').fill(PASSWORD);
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await page.getByLabel('Mots, nom').fill('comptabel');
    await page.getByRole('button', { name: 'Chercher' }).first().click();
    await page.getByRole('link', { name: 'Ines Durand' }).click();
    expect(await page.locator('q.quote').allTextContents()).toContain('Comptable confirmée');

    await page.getByRole('link', { name: 'Comparer au CV' }).click();
    await page.getByLabel('Corriger : Comptable confirmée').click();
    await page.locator('[data-path="headline"]').fill('Cheffe comptable');
    await page.locator('[data-path="headline"]').press('Tab');
    await page.getByLabel('Motif').fill('relu avec la personne');
    await page.getByRole('button', { name: 'Envoyer les corrections' }).click();
    await page.getByText('Les corrections sont enregistrées').waitFor();
    expect(page.url()).toContain(candidateId);

    await page.getByRole('link', { name: 'Comptable', exact: true }).click();
    await page.getByText('Changer d’étape', { exact: true }).first().click();
    await page.getByLabel('Nouvelle étape').first().selectOption({ label: 'Entretien' });
    await page.getByRole('button', { name: 'Enregistrer' }).first().click();
    await page.getByText('La candidature a changé d’étape').waitFor();
    expect(await page.locator('[data-stage="interview"] li').count()).toBe(1);
    expect(problems).toEqual([]);
  });

  it('download the file as it came', async () => {
    await page.goto(`${url}?view=candidate&id=${candidateId}`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'cv ines.txt' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('cv ines.txt');
  });

  it('leave no run behind in which a search could be read', async () => {
    const filter = encodeURIComponent(JSON.stringify({ workflowId: flow.id }));
    expect(await n8n.rest(`/executions?filter=${filter}`)).toMatchObject({ results: [] });
  });
});
