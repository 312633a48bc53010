import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { closeExtractors } from '../../../lib/extract';
import { closeIdlePools } from '../../../lib/pool';
import { addCandidate, openSite, PASSWORD, profileWithProof, serve, type Site } from './support';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
/** Where axe-core's `axe.min.js` lies, on machines that have it; see docs/decisions/0015-talent-pool-pages.md. */
const AXE = process.env.VIVIER_AXE ?? '';
/** Where pictures of the pages are put, to be looked at. */
const PICTURES = process.env.VIVIER_PICTURES ?? '';

/** What every page has to have, whichever tool asks: one main heading, a name for each control, no id twice, no sideways scrolling. */
const faultsOf = (page: Page) =>
  page.evaluate(() => {
    const all = (selector: string) => Array.from(document.querySelectorAll<HTMLElement>(selector));
    const seen = (element: HTMLElement) => element.getClientRects().length > 0;
    const named = (element: HTMLElement) =>
      Boolean(
        element.getAttribute('aria-label') ??
        ((element as HTMLInputElement).labels?.length ? 'label' : element.textContent?.trim()),
      );
    const ids = all('[id]').map(({ id }) => id);
    return [
      ...(all('h1').length === 1 ? [] : [`${all('h1').length} main headings`]),
      ...(all('main').length === 1 ? [] : ['not one main part']),
      ...(document.documentElement.lang ? [] : ['no language']),
      ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `id twice: ${id}`),
      ...all('a[href],button,input:not([type=hidden]),select,textarea,summary')
        .filter((element) => seen(element) && !named(element))
        .map((element) => `no name: ${element.outerHTML.slice(0, 80)}`),
      ...(document.documentElement.scrollWidth > document.documentElement.clientWidth + 1
        ? [`wider than the screen: ${document.documentElement.scrollWidth}`]
        : []),
    ];
  });

interface AxeResult {
  violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
}

async function axeOf(page: Page): Promise<string[]> {
  if (!existsSync(AXE)) return [];
  await page.evaluate(readFileSync(AXE, 'utf8'));
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<AxeResult> } }).axe.run(),
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

const inBrowser = existsSync(CHROMIUM) ? describe : describe.skip;

inBrowser('talent pool pages in a browser', () => {
  let site: Site;
  let server: Server;
  let url: string;
  let browser: Browser;
  let ines: Awaited<ReturnType<typeof addCandidate>>;
  const problems: string[] = [];

  const signIn = async (login: string, options: Parameters<Browser['newPage']>[0] = {}) => {
    const page = await browser.newPage({ locale: 'fr-FR', ...options });
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(url);
    await page.locator('#login').fill(login);
    await page.locator('#password').fill(PASSWORD);
    await page.locator('#password').press('Enter');
    await page.locator('nav').first().waitFor();
    return page;
  };

  beforeAll(async () => {
    site = await openSite();
    ines = await addCandidate(site.pool);
    const names = ['Marc Petit', 'Zoé Lemoine', 'Karim Haddad', 'Élodie Vasseur-Delacroix', 'Tom Bréhat'];
    for (const [index, name] of names.entries()) {
      const profile = profileWithProof(
        name,
        ['Excel', 'Comptabilité analytique', 'Sage', 'Anglais des affaires'].slice(index % 3),
      );
      profile.contact.email = `p${index}@exemple.test`;
      const { applicationId } = await addCandidate(site.pool, profile, `${index}.txt`);
      if (index > 2) await site.pool.applications.moveStage({ id: applicationId, stage: 'test', by: 'Claire Martin' });
    }
    ({ server, url } = await serve(site.deps));
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser.close();
    server.close();
    await site.close();
    await closeIdlePools();
    await closeExtractors();
  });
  afterEach(() => expect(problems.splice(0)).toEqual([]));

  it.each([
    ['desktop', { width: 1280, height: 800 }],
    ['phone', { width: 360, height: 740 }],
  ])('are whole and can be used by everybody on a %s', async (screen, viewport) => {
    const page = await signIn('administrator', { viewport });
    const id = ines.candidateId;
    const views: Record<string, string>[] = [
      { view: 'search' },
      { view: 'candidate', id },
      { view: 'sheet', id },
      { view: 'offers' },
      { view: 'board', offer: 'compta' },
      { view: 'statistics' },
      { view: 'log' },
      { view: 'staff' },
      { view: 'password' },
    ];
    for (const view of views) {
      await page.goto(`${url}?${new URLSearchParams(view).toString()}`);
      if (PICTURES) {
        mkdirSync(PICTURES, { recursive: true });
        await page.screenshot({ path: join(PICTURES, `${view.view}-${screen}.png`), fullPage: true });
      }
      expect({ view: view.view, faults: await faultsOf(page), axe: await axeOf(page) }).toEqual({
        ...{ view: view.view, faults: [], axe: [] },
      });
    }
    await page.close();
  });

  it('move an application that is dragged to the next stage', async () => {
    const page = await signIn('recruiter', { viewport: { width: 1400, height: 900 } });
    await page.goto(`${url}?view=board&offer=compta`);
    await page.locator(`#c-${ines.applicationId}`).dragTo(page.locator('[data-stage="test"]'));
    await page.getByText('La candidature a changé d’étape').waitFor();
    expect((await site.pool.applications.get(ines.applicationId)).stage).toBe('test');
    await page.close();
  });

  it('ask for the reason when a card is dragged to the rejections, and send nothing before', async () => {
    const page = await signIn('recruiter', { viewport: { width: 1700, height: 900 } });
    await page.goto(`${url}?view=board&offer=compta`);
    const card = page.locator(`#c-${ines.applicationId}`);
    await card.dragTo(page.locator('[data-stage="rejected"]'));
    expect(await card.locator('textarea').evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await card.locator('select').inputValue()).toBe('rejected');
    await card.getByRole('button').click();
    expect((await site.pool.applications.get(ines.applicationId)).stage).not.toBe('rejected');
    await card.locator('textarea').fill('poste pourvu');
    await card.getByRole('button').click();
    await page.getByText('La candidature a changé d’étape').waitFor();
    expect((await site.pool.applications.get(ines.applicationId)).history.at(-1)).toMatchObject({
      ...{ to: 'rejected', by: 'Claire Martin', reason: 'poste pourvu' },
    });
    await page.close();
  });

  it('do it all without a script, with the keyboard', async () => {
    const page = await signIn('recruiter', { javaScriptEnabled: false });
    await page.goto(`${url}?view=board&offer=compta`);
    const summary = page.getByLabel('Changer d’étape : Marc Petit');
    await summary.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type('convaincant');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('La candidature a changé d’étape').waitFor();
    await page.close();
  });

  it('let nobody in by a link on another site without the browser’s own step', async () => {
    const page = await signIn('recruiter');
    await page.route('http://elsewhere.test/', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<a href="${url}?view=candidate&id=${ines.candidateId}">profile</a>`,
      }),
    );
    await page.goto('http://elsewhere.test/');
    await page.getByText('profile').click();
    await page.getByRole('heading', { name: 'Ines Durand' }).waitFor();
    await page.close();
  });
});
