// `npm run licences`: every package that is installed with Vivier has a licence that allows it. With a file's name: of that CycloneDX document.
import { readFileSync } from 'node:fs';
import { billOfMaterials, refusedLicences } from './lib/sbom.mjs';

const [file] = process.argv.slice(2);
const bill = file ? JSON.parse(readFileSync(file, 'utf8')) : billOfMaterials();
const refused = refusedLicences(bill);
for (const line of refused) console.error(`✖ ${line}`);
if (refused.length) {
  console.error('  → Take another library, or write in scripts/lib/sbom.mjs where its licence stands.');
  process.exitCode = 1;
} else console.log(`${bill.components.length} packages, all under permissive licences.`);
