// Makes docs/images/gallery and docs/gallery(.fr).md: a page picture of every document that Vivier makes (node scripts/gallery.mjs [--only NAME]).
// An entry is added in scripts/gallery/*.mjs. PDF files are drawn by Vivier itself; web pages need Chromium (CHROMIUM, else /usr/bin/chromium).
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './lib/build.mjs';
import { root } from './lib/paths.mjs';
import { lib } from './gallery/samples.mjs';

/**
 * @typedef {object} Entry one picture
 * @property {string} name of the file, without ending
 * @property {{fr: string, en: string}} section the heading that it stands under
 * @property {{fr: string, en: string}} title also the picture's alternative text
 * @property {'pdf' | 'html'} format of what `make` gives
 * @property {number} [page] of a PDF; the first where nothing is said
 * @property {{width: number, height: number}} [viewport] of a web page
 * @property {() => Promise<Uint8Array | string>} make
 */

const WIDTH = 680;
const OUT = join(root, 'docs', 'images', 'gallery');
const INTRO = {
  en: [
    '# Gallery',
    'What Vivier makes from a profile, page by page. All people and companies are fictional. The pictures are made by `node scripts/gallery.mjs`.',
    '[Français](gallery.fr.md)',
  ],
  fr: [
    '# Galerie',
    'Ce que Vivier produit à partir d’un profil, page par page. Toutes les personnes et entreprises sont fictives. Les images sont produites par `node scripts/gallery.mjs`.',
    '[English](gallery.md)',
  ],
};

const { values } = parseArgs({ options: { only: { type: 'string' } } });
await build();
mkdirSync(OUT, { recursive: true });
const entries = await readEntries();
for (const entry of entries.filter(({ name }) => !values.only || name.startsWith(values.only))) {
  const file = join(OUT, `${entry.name}.png`);
  writeFileSync(file, await picture(entry));
  smaller(file);
  console.log(file);
}
for (const locale of ['en', 'fr']) {
  writeFileSync(join(root, 'docs', locale === 'en' ? 'gallery.md' : `gallery.${locale}.md`), document(locale));
}
await lib('extract').closeExtractors();

/** @returns {Promise<Entry[]>} of every file beside samples.mjs, by its name */
async function readEntries() {
  const folder = join(root, 'scripts', 'gallery');
  const files = readdirSync(folder).filter((file) => file.endsWith('.mjs') && file !== 'samples.mjs');
  const modules = await Promise.all(files.sort().map((file) => import(join(folder, file))));
  return modules.flatMap((module) => module.entries);
}

/** @param {Entry} entry */
async function picture(entry) {
  const data = await entry.make();
  if (entry.format === 'html') return await screenshot(String(data), entry.viewport);
  const [page] = await lib('extract').renderPages(
    { data: new Uint8Array(data), fileName: `${entry.name}.pdf` },
    { pages: [entry.page ?? 1], width: WIDTH },
  );
  return page.png;
}

async function screenshot(html, viewport = { width: 1200, height: 850 }) {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  try {
    const page = await browser.newPage({ viewport });
    await page.setContent(html);
    return await page.screenshot();
  } finally {
    await browser.close();
  }
}

/** A fifth of the size, where pngquant is installed. */
function smaller(file) {
  spawnSync('pngquant', ['--force', '--strip', '--speed', '1', '--quality', '60-90', '--output', file, '--', file]);
}

/** @param {'fr' | 'en'} locale */
function document(locale) {
  const sections = [...new Set(entries.map(({ section }) => section[locale]))];
  const parts = sections.flatMap((section) => [
    `## ${section}`,
    ...entries
      .filter((entry) => entry.section[locale] === section)
      .map(({ name, title }) => `### ${title[locale]}\n\n![${title[locale]}](images/gallery/${name}.png)`),
  ]);
  return `${[...INTRO[locale], ...parts].join('\n\n')}\n`;
}
