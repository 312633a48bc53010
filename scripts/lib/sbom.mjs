import { spawnSync } from 'node:child_process';
import satisfies from 'spdx-satisfies';
import { root } from './paths.mjs';

/** What may be shipped: permissive licences, and the font's. */
const ALLOWED = [
  'MIT',
  'MIT-0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'ISC',
  'Zlib',
  'CC0-1.0',
  'OFL-1.1',
  '0BSD',
];

/** Packages whose own files don't name their licence in package.json, and where it stands. */
const READ_BY_HAND = { 'png-js@1.1.0': 'MIT (its file LICENSE; comes with pdfkit)' };

/** The packages that are installed with Vivier, as a CycloneDX document made by npm from the lock file alone. */
export function billOfMaterials() {
  const made = spawnSync('npm', ['sbom', '--omit', 'dev', '--package-lock-only', '--sbom-format', 'cyclonedx'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
  });
  if (made.status !== 0) throw new Error(`npm sbom: ${made.stderr}`);
  return JSON.parse(made.stdout);
}

/** A component's licence as an SPDX expression, or undefined when its package does not say. */
const licenceOf = ({ licenses = [] }) => {
  const [first] = licenses;
  return first?.expression ?? first?.license?.id ?? first?.license?.name;
};

function isAllowed(expression) {
  try {
    return satisfies(expression, ALLOWED);
  } catch {
    return false; // not an SPDX expression, as « SEE LICENSE IN … »
  }
}

/** `name@version: licence` of every component of a CycloneDX document that may not be shipped. */
export function refusedLicences({ components = [] }) {
  return components
    .map((component) => ({ name: `${component.name}@${component.version}`, licence: licenceOf(component) }))
    .filter(({ name, licence }) => !(name in READ_BY_HAND) && !(licence && isAllowed(licence)))
    .map(({ name, licence }) => `${name}: ${licence ?? 'no licence said'}`);
}
