import { createServer } from 'node:net';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');
const load = () => import('../../../scripts/lib/setup.mjs');

describe('what the set-up says when something is missing', () => {
  it('no network: names what could not be installed and says that it is needed once', async () => {
    const { explainNpm } = await load();
    const error = explainNpm({ output: 'npm error code ENOTFOUND\nnpm error network request failed' }, 'n8n');
    expect(error.message).toMatch(/n8n/);
    expect(error.hint).toMatch(/first start|premier démarrage/);
  });

  it('a full disk during the installation', async () => {
    const { explainNpm } = await load();
    expect(explainNpm({ output: 'npm error code ENOSPC' }, 'n8n').hint).toMatch(/4 (GB|Go)/);
  });

  it('too little space before the installation begins', async () => {
    const { checkSpace } = await load();
    await expect(checkSpace(ROOT, 1e9, 'n8n')).rejects.toThrow(/n8n/);
    await expect(checkSpace(ROOT, 0, 'n8n')).resolves.toBeUndefined();
  });

  it('no compiler: the command that installs one', async () => {
    const { explainCompiler } = await load();
    expect(explainCompiler({ output: 'gyp ERR! stack Error: not found: make' }).hint).toMatch(/build-essential/);
  });

  it('an unknown failure of npm: its own last lines', async () => {
    const { explainNpm } = await load();
    expect(explainNpm({ output: 'npm error something rare' }, 'n8n').message).toContain('something rare');
  });
});

describe('npm start', () => {
  const start = (...args: string[]) =>
    spawnSync(process.execPath, [join(ROOT, 'scripts', 'start.mjs'), ...args], {
      encoding: 'utf8',
      env: { ...process.env, VIVIER_LANGUAGE: 'en' },
      timeout: 20_000,
    });

  it('refuses a port that is taken and proposes another', async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
    });
    try {
      const { status, stderr } = start('--port', String(port));
      expect(status).toBe(1);
      expect(stderr).toContain(`Port ${port} is already used`);
      expect(stderr).toContain(`--port ${port + 1}`);
    } finally {
      server.close();
    }
  });

  it('refuses what is no port, and an option that it does not know', () => {
    expect(start('--port', 'http').stderr).toContain('“http” is not a port');
    const unknown = start('--prot', '80');
    expect(unknown.status).toBe(1);
    expect(unknown.stderr).toContain('--port');
  });

  it('refuses a folder that can’t be made', () => {
    const { status, stderr } = start('--port', '45871', '--folder', join(ROOT, 'package.json', 'vivier'));
    expect(status).toBe(1);
    expect(stderr).toContain('can’t be made');
  });
});
