import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../../..');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vivier-licences-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function check(components: object[]) {
  const file = join(folder, 'sbom.json');
  writeFileSync(file, JSON.stringify({ components }));
  const { status, stderr } = spawnSync(process.execPath, ['scripts/licences.mjs', file], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, stderr };
}

const component = (name: string, licence?: object) => ({
  name,
  version: '1.0.0',
  ...(licence && { licenses: [licence] }),
});

describe('the check of licences', () => {
  it('passes permissive licences, also where they can be chosen', () => {
    const passed = check([
      component('one', { license: { id: 'MIT' } }),
      component('either', { expression: '(MIT OR GPL-3.0)' }),
      component('both', { expression: '(MIT AND Zlib)' }),
    ]);
    expect(passed).toEqual({ status: 0, stderr: '' });
  });

  it.each([
    ['a copyleft licence', component('net', { license: { id: 'AGPL-3.0-only' } }), 'net@1.0.0: AGPL-3.0-only'],
    [
      'a licence that comes on top',
      component('both', { expression: 'MIT AND GPL-3.0-only' }),
      'both@1.0.0: MIT AND GPL',
    ],
    [
      'a licence in words',
      component('own', { license: { name: 'SEE LICENSE IN LICENSE.md' } }),
      'own@1.0.0: SEE LICENSE',
    ],
    ['no licence', component('none'), 'none@1.0.0: no licence said'],
  ])('refuses %s', (_, refused, line) => {
    const { status, stderr } = check([component('free', { license: { id: 'ISC' } }), refused]);
    expect(status).toBe(1);
    expect(stderr).toContain(line);
    expect(stderr).not.toContain('free@');
  });
});
