// Pictures of the machine's own pages in a real browser (CHROMIUM, else /usr/bin/chromium).
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

/** @param paths of pages; each picture is named after its page and language */
export async function photograph(site, paths, folder) {
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', `--host-resolver-rules=MAP ${site.host} ${site.address}`],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1000, height: 900 }, ignoreHTTPSErrors: true });
    for (const path of paths) {
      await page.goto(site.url(path).href, { timeout: 600_000 });
      const { pathname, searchParams } = site.url(path);
      await page.screenshot({
        path: join(folder, `${pathname.slice(1)}-${searchParams.get('lang')}.png`),
        fullPage: true,
      });
    }
  } finally {
    await browser.close();
  }
}
