import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser, type Page } from 'playwright-core';
import { renderReviewSheet, type ReviewSheetData } from '../../../lib/documents';
import { person } from './samples';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
/** The smallest PNG there is: one white dot. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
);
const HOSTILE = ' "><script>document.title="run"</script>\u202Eشهادة\'';

/** A CV of two pages whose every value stands on line 7 to 9 of the second. */
function sheet(changes: Partial<ReviewSheetData> = {}, odd = ''): string {
  const profile = person(odd);
  profile.meta.disagreements = [
    { path: 'experiences.0.employer', kept: profile.experiences[0].employer, other: 'Autre', keptSource: 'rules' },
  ];
  const lines = Array.from({ length: 12 }, (_, index) => ({
    number: index + 1,
    page: index < 6 ? 1 : 2,
    text: `Ligne ${index + 1}`,
    box: { x: 50, y: 40 * (index + 1), width: 200, height: 12 },
    block: 0,
  }));
  const pages = [1, 2].map((number) => ({ number, width: 595, height: 842, source: 'text' as const }));
  const hiddenText = [
    { text: `caché${odd}`, page: 1, box: { x: 9, y: 9, width: 50, height: 9 }, reason: 'tiny' as const },
  ];
  return renderReviewSheet({
    ...{ profile, document: { fileName: 'cv.pdf', lines, pages, hiddenText }, locale: 'fr' as const },
    pictures: pages.map(({ number: page }) => ({ page, png: PNG })),
    candidateId: 'c0ffee00-0000-4000-8000-000000000000',
    ...changes,
  });
}

/** Text whose colour is too near to what is painted behind it (WCAG 2.2, 1.4.3: 4.5 to 1). */
const faint = (page: Page) =>
  page.evaluate(() => {
    const numbers = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const light = (colour: string) => {
      const [r, g, b] = numbers(colour)
        .slice(0, 3)
        .map((part) => part / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = (element: Element | null): string => {
      for (let one = element; one; one = one.parentElement) {
        const { backgroundColor } = getComputedStyle(one);
        if (numbers(backgroundColor)[3] !== 0) return backgroundColor;
      }
      return 'rgb(255,255,255)';
    };
    return Array.from(document.querySelectorAll('body *:not(script):not(svg *)'))
      .filter((element) =>
        Array.from(element.childNodes).some((node) => node.nodeType === 3 && node.textContent?.trim()),
      )
      .filter((element) => element.getClientRects().length > 0)
      .flatMap((element) => {
        const [a, b] = [light(getComputedStyle(element).color), light(behind(element))];
        const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        return ratio < 4.5 ? [`${element.className} ${element.textContent} ${ratio}`] : [];
      });
  });

// A machine without Chromium has the other specs of the sheet.
const inBrowser = existsSync(CHROMIUM) ? describe : describe.skip;

inBrowser('review sheet in a browser, with the keyboard alone', () => {
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    problems.length = 0;
    page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    page.on('console', (message) => problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(error.message));
  });
  afterEach(async () => {
    await page.close({ runBeforeUnload: false });
    expect(problems).toEqual([]);
  });

  const focused = () => page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200) ?? '');
  const said = () => page.locator('#status').textContent();
  /** Presses Tab until the focus is on what is looked for. */
  async function tabTo(selector: string): Promise<void> {
    for (let presses = 0; presses < 200; presses++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    }
    throw new Error(`no way to ${selector} with the keyboard; at ${await focused()}`);
  }

  it('lights the lines of a value and says where they stand', async () => {
    await page.setContent(sheet());
    await tabTo('#r1-0 a.value');
    await page.keyboard.press('Enter');
    expect(await page.locator('.mark.lit').count()).toBe(1);
    expect(await said()).toContain('page 2, lignes 7 à 9');
    expect(await page.evaluate(() => document.activeElement?.closest('dd')?.id)).toBe('r1-0');
  });

  it('sends corrections in the shape that rectifying takes, to the one address, and nothing before that', async () => {
    const asked: { method?: string; body: string }[] = [];
    const server: Server = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        if (request.url === '/hook') asked.push({ method: request.method, body });
        response.end('ok');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const { port } = server.address() as AddressInfo;
    await page.setContent(sheet({ correctionsUrl: `http://127.0.0.1:${port}/hook` }));
    await tabTo('#r1-0 summary');
    await page.keyboard.press('Enter');
    await tabTo('[data-path="experiences.0.place"]');
    await page.keyboard.type('Lyon');
    await tabTo('#r2-0 summary');
    expect(await said()).toContain('1 correction');
    await tabTo('#by');
    await page.keyboard.type('A. Martin');
    await tabTo('#reason');
    await page.keyboard.type('relu');
    expect(asked).toEqual([]);
    const answer = page.waitForEvent('popup');
    await page.keyboard.press('Enter');
    await (await answer).waitForLoadState();
    await new Promise((resolve) => server.close(resolve));
    const sent = Object.fromEntries(new URLSearchParams(asked[0].body));
    expect(sent).toMatchObject({
      candidateId: 'c0ffee00-0000-4000-8000-000000000000',
      by: 'A. Martin',
      reason: 'relu',
    });
    expect(JSON.parse(sent.changes)).toEqual([{ path: 'experiences.0.place', value: 'Lyon' }]);
  });

  it('downloads them too: emptied fields as null, an entry that is not in the CV taken out of its list', async () => {
    await page.setContent(sheet());
    await page.locator('#r0-2 summary').press('Enter');
    await page.locator('[data-path="contact.email"]').fill('');
    await page.locator('#r3-0 summary').press('Enter');
    await page.locator('[data-remove="skills.0"]').press('Space');
    await page.locator('#by').fill('A. Martin');
    await page.locator('#reason').fill('relu');
    const download = page.waitForEvent('download');
    await page.locator('#download').press('Enter');
    const data = JSON.parse(await readFile(await (await download).path(), 'utf8')) as Record<string, unknown>;
    expect(data).toMatchObject({ format: 'vivier-corrections', version: 1, by: 'A. Martin', fileName: 'cv.pdf' });
    expect(data.changes).toEqual([
      { path: 'skills', value: [] },
      { path: 'contact.email', value: null },
    ]);
  });

  it('sends nothing without a correction, and says which date is none', async () => {
    await page.setContent(sheet());
    await page.locator('#download').press('Enter');
    expect(await said()).toContain('aucune correction');
    await page.locator('#r1-0 summary').press('Enter');
    await page.locator('[data-path="experiences.0.start"]').fill('mars 2014');
    await page.locator('#by').fill('A. Martin');
    await page.locator('#reason').fill('relu');
    await page.locator('#download').press('Enter');
    expect(await said()).toContain('Début');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-path'))).toBe('experiences.0.start');
  });

  it('takes the other reading, and undoes it', async () => {
    await page.setContent(sheet());
    await page.locator('#r1-0 [data-take]').press('Enter');
    expect(await page.locator('#list').textContent()).toContain('Autre');
    await page.locator('#list button').press('Enter');
    expect(await page.locator('#list li').count()).toBe(0);
    expect(await page.locator('[data-path="experiences.0.employer"]').inputValue()).toBe('CH d’Orléans');
  });

  it('shows hostile values as text, takes none for a correction, and stays without dead or doubled names', async () => {
    await page.setContent(sheet({}, HOSTILE));
    expect(await page.title()).not.toBe('run');
    expect(await page.locator('script').count()).toBe(2);
    await page.locator('#download').press('Enter');
    expect(await said()).toContain('aucune correction');
    const ids = await page.evaluate(() => Array.from(document.querySelectorAll('[id]')).map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(['fr', 'en'] as const)('has names for all that is used, and letters dark enough: %s', async (locale) => {
    await page.setContent(sheet({ locale, correctionsUrl: 'https://example.org/hook' }));
    await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
    const unnamed = await page.evaluate(() =>
      Array.from(document.querySelectorAll('input:not([type=hidden]),textarea,select'))
        .filter((one) => !(one as HTMLInputElement).labels?.length)
        .map(({ outerHTML }) => outerHTML),
    );
    expect(unnamed).toEqual([]);
    expect(await faint(page)).toEqual([]);
    expect(await page.locator('[tabindex]:not([tabindex="-1"]):not([tabindex="0"])').count()).toBe(0);
  });

  it('is no wider than a phone', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.setContent(sheet({}, `${'très'.repeat(30)}@example.org`));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});
