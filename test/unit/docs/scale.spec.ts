import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../..');

it('the plan to grow is what its figures say', () => {
  execFileSync(process.execPath, [join(root, 'scripts/scale.mjs'), '--check'], { stdio: 'pipe' });
  expect(readFileSync(join(root, 'docs/scale.md'), 'utf8')).toMatch(/100,000,000/);
});
