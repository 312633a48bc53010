// Takes the pictures of docs/images from a running `npm start` (node scripts/screenshots.mjs [--port N] [--folder DIR]): the workflow after a run,
// the form and its answer page. Needs Chromium (CHROMIUM, else /usr/bin/chromium).
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { N8n } from './lib/n8n.mjs';
import { root } from './lib/paths.mjs';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '5678' },
    folder: { type: 'string', default: join(root, '.vivier') },
    out: { type: 'string', default: join(root, 'docs', 'images') },
  },
});
const n8n = new N8n({ folder: resolve(values.folder), port: Number(values.port) });
mkdirSync(values.out, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});

try {
  await editor('vivierScreenBatch', 'Start', 'screening.png');
  await form('form.png', 'form-answer.png');
} finally {
  await browser.close();
}

/** The workflow as it stands in the editor after a run: every node with its green mark. */
async function editor(workflowId, trigger, name) {
  const { id } = await n8n.run(workflowId, trigger);
  const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
  await page.context().addCookies([cookie()]);
  await page.goto(`${n8n.url}/workflow/${workflowId}/executions/${id}`);
  await page.locator('[data-test-id="canvas-node-status-success"]').first().waitFor({ timeout: 60_000 });
  await page.waitForTimeout(2500);
  await page.screenshot({ path: join(values.out, name) });
  await page.close();
}

function cookie() {
  const [name, ...value] = n8n.cookie.split('=');
  return { name, value: value.join('='), url: n8n.url };
}

async function form(name, answerName) {
  const page = await browser.newPage({ viewport: { width: 900, height: 900 } });
  await page.goto(`${n8n.url}/form/cv`);
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles(join(root, 'samples', 'cvs', 'cv-camille-fontanel.pdf'));
  await page.locator('input[type="checkbox"]').first().check();
  await page.screenshot({ path: join(values.out, name) });
  await page.locator('#submit-btn').click();
  await page
    .getByText('Fontanel')
    .first()
    .waitFor({ timeout: 60_000 })
    .catch(() => {});
  await page.waitForTimeout(2500);
  await page.screenshot({ path: join(values.out, answerName) });
  await page.close();
}
