import { createRequire } from 'node:module';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { root } from '../../scripts/lib/paths.mjs';
import { table } from './tables.mjs';

const CANDIDATES = 200;
const FORMATS = ['pdf', 'html', 'docx', 'md', 'xlsx'];
const MEBIBYTE = 1024 * 1024;

/** A shortlist of 200 candidates in each format: wall clock, CPU of this process, and the most memory so far. Needs no corpus. */
export async function run() {
  const require = createRequire(join(root, 'package.json'));
  const { renderShortlist } = require('./dist/lib/documents');
  const { scoreProfile } = require('./dist/lib/match');
  const { fromJsonResume } = require('./dist/lib/profile');
  const read = (...path) => JSON.parse(readFileSync(join(root, 'samples', ...path), 'utf8'));
  const offer = read('offers', 'comptable-general.json');
  const people = read('people.json').map((person) => fromJsonResume(person, '2026-01-15'));
  const rows = Array.from({ length: CANDIDATES }, (_, index) => {
    const profile = people[index % people.length];
    return { profile, score: scoreProfile(profile, offer) };
  });
  const data = { offer, rows, generatedAt: '2026-01-15T09:30:00Z', locale: 'fr' };
  await renderShortlist({ ...data, rows: rows.slice(0, 1) }, 'pdf');
  const result = [];
  for (const format of FORMATS) {
    const [started, cpu] = [performance.now(), process.cpuUsage()];
    const { length } = await renderShortlist(data, format);
    const { user, system } = process.cpuUsage(cpu);
    const seconds = (performance.now() - started) / 1000;
    const peak = process.resourceUsage().maxRSS / 1024;
    result.push({
      format,
      seconds,
      cpuSeconds: (user + system) / 1e6,
      mebibytes: length / MEBIBYTE,
      peakMebibytes: peak,
    });
  }
  const lines = result.map(({ format, seconds, cpuSeconds, mebibytes, peakMebibytes }) => [
    ...[format, seconds.toFixed(1), cpuSeconds.toFixed(1), mebibytes.toFixed(1), peakMebibytes.toFixed(0)],
  ]);
  const head = ['Format', 'Seconds', 'CPU seconds', 'MiB', 'Most memory so far, MiB'];
  return { sections: [{ title: `Shortlist of ${CANDIDATES} candidates`, body: table(head, lines) }], result };
}
