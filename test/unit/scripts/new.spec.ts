import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../../..');
const load = () => import('../../../scripts/new.mjs');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vivier-new-'));
  for (const part of ['lib', 'nodes', 'credentials', 'cli', 'workflows', 'tsconfig.json', 'package.json'])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text = (...path: string[]) => readFileSync(join(folder, ...path), 'utf8');

describe('npm run new', () => {
  it('begins a format, an operation and a workflow that compile and are registered', async () => {
    const { begin } = await load();
    const steps = [
      ...begin(['format', 'apple-pages'], folder),
      ...begin(['operation', 'candidate', 'archive'], folder),
      ...begin(['workflow', 'ask-for-references'], folder),
    ];
    expect(steps.length).toBeGreaterThan(8);
    const { status, stdout } = spawnSync(
      process.execPath,
      [join(root, 'node_modules/typescript/bin/tsc'), '--noEmit', '-p', folder],
      { encoding: 'utf8' },
    );
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(text('lib', 'extract', 'formats', 'index.ts')).toContain("'apple-pages': applePagesReader");
    expect(text('nodes', 'TalentPool', 'resources.ts')).toContain('operations: [candidateArchive,');
    const { id, nodes } = JSON.parse(text('workflows', 'ask-for-references.json')) as { id: string; nodes: object[] };
    expect(id).toHaveLength(16);
    expect(nodes).toHaveLength(2);
  });

  it('overwrites nothing, and says what it can begin', async () => {
    const { begin } = await load();
    expect(() => begin(['format', 'pdf'], folder)).toThrow(/pdf\.ts/);
    expect(() => begin(['workflow', '../outside'], folder)).toThrow();
    expect(() => begin(['something', 'else'], folder)).toThrow();
    expect(() => begin(['operation', 'audit', 'remove'], folder)).toThrow(/candidate/);
  });
});
