import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The package's own folder, from the sources as well as from dist/. */
export function packageFolder(from = __dirname): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('package.json is missing');
  return packageFolder(parent);
}

interface PackageFacts {
  version: string;
  engines: { node: string };
}

export const packageFacts = (): PackageFacts =>
  JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')) as PackageFacts;
