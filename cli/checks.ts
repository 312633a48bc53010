import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { currentLocale, toVivierError } from '../lib/errors';
import { checkHealth, inLanguage, type Check, type HealthSettings } from '../lib/health';
import { closeIdlePools, openPool } from '../lib/pool';
import { packageFacts, packageFolder } from './package';
import { words } from './words';

const said = words.check;
const OCR_LANGUAGES = ['fra', 'eng'];

/** Everything that Vivier uses on this machine, looked at for real: the database is opened, Ollama is asked. */
export async function checks(settings: HealthSettings): Promise<Check[]> {
  const locale = currentLocale();
  const health = await checkHealth(settings);
  return [
    nodeVersion(),
    ocrData(),
    await pictures(),
    // A machine with PostgreSQL and its own n8n has no need of these two.
    ...(settings.pool === null ? [await embeddedPool()] : []),
    ...health.map((check) => inLanguage(check, locale)),
    ...(settings.n8nUrl === null ? [n8nRuntime()] : []),
  ];
}

function nodeVersion(): Check {
  const wanted = packageFacts().engines.node.replace(/[^\d.]/g, '');
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [leastMajor, leastMinor = 0] = wanted.split('.').map(Number);
  const fits = major > leastMajor || (major === leastMajor && minor >= leastMinor);
  return {
    id: 'node',
    state: fits ? 'ok' : 'problem',
    needed: true,
    what: said.node(process.versions.node),
    advice: fits ? null : said.nodeAdvice(wanted),
  };
}

/** Asked for by file, because a language that can't be loaded would end the process. */
function ocrData(): Check {
  const missing = OCR_LANGUAGES.filter((language) => !hasOcrData(language));
  return {
    id: 'ocr',
    state: missing.length === 0 ? 'ok' : 'missing',
    needed: true,
    what: said.ocr,
    advice:
      missing.length === 0 ? null : said.ocrAdvice(missing.map((code) => `@tesseract.js-data/${code}`).join(', ')),
  };
}

function hasOcrData(language: string): boolean {
  try {
    const folder = dirname(require.resolve(`@tesseract.js-data/${language}/package.json`));
    return existsSync(join(folder, '4.0.0_best_int', `${language}.traineddata.gz`));
  } catch {
    return false;
  }
}

async function pictures(): Promise<Check> {
  const loads = await import('@napi-rs/canvas').then(
    ({ createCanvas }) => createCanvas(1, 1).width === 1,
    () => false,
  );
  return {
    id: 'pictures',
    state: loads ? 'ok' : 'problem',
    needed: true,
    what: said.pictures,
    advice: loads ? null : said.picturesAdvice,
  };
}

async function embeddedPool(): Promise<Check> {
  const folder = await mkdtemp(join(tmpdir(), 'vivier-doctor-'));
  const check = { id: 'pool', needed: true, what: said.pool };
  try {
    const pool = await openPool({ backend: 'embedded', folder });
    await pool.close();
    await closeIdlePools();
    return { ...check, state: 'ok', advice: null };
  } catch (error) {
    return { ...check, state: 'problem', advice: said.poolAdvice(toVivierError(error).message) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function n8nRuntime(): Check {
  const installed = existsSync(join(packageFolder(), 'runtime', 'node_modules', 'n8n', 'package.json'));
  return {
    id: 'n8n',
    state: installed ? 'ok' : 'missing',
    needed: false,
    what: said.n8n,
    advice: installed ? null : said.n8nAdvice,
  };
}
