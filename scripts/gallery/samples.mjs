import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';

const require = createRequire(import.meta.url);

/** A folder of the built library, for example `lib('documents')`. */
export const lib = (folder) => require(join(root, 'dist', 'lib', folder));

/** The fictional people of samples/people.json as profiles, by their CV's file name. The day is fixed, so that the pictures stay the same. */
export function samplePerson(file) {
  const people = JSON.parse(readFileSync(join(root, 'samples', 'people.json'), 'utf8'));
  const person = people.find((one) => one.file === file);
  const profile = lib('profile').fromJsonResume(person, '2026-01-15');
  return { ...profile, meta: { ...profile.meta, fileName: file, language: person.language } };
}
