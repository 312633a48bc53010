import { mkdtempSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer, type AddressInfo, type Server as SocketServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applianceServer } from '../../../lib/appliance';

const KEY = 'AGE-SECRET-KEY-1EXAMPLE';

describe('the pages of the appliance (the machine behind the socket is a fake)', () => {
  let state: string;
  let machine: SocketServer;
  let pages: Server;
  let base: string;
  let asked: Record<string, unknown>[];

  beforeEach(async () => {
    state = mkdtempSync(join(tmpdir(), 'vivier-pages-'));
    asked = [];
    const path = join(state, 'requests.sock');
    machine = createServer({ allowHalfOpen: true }, (socket) => {
      socket.on('data', (chunk: Buffer) => {
        const request = JSON.parse(chunk.toString()) as { do: string; code?: string };
        asked.push(request);
        const good = request.do !== 'owner' || request.code === 'GOOD';
        socket.end(`${JSON.stringify(good ? { ok: true, recoveryKey: KEY } : { ok: false, reason: 'code' })}\n`);
      });
    });
    await new Promise<void>((ready) => machine.listen(path, ready));
    pages = applianceServer({ VIVIER_STATE: state, VIVIER_REQUESTS: path, OLLAMA_HOST: 'http://127.0.0.1:9' });
    await new Promise<void>((ready) => pages.listen(0, '127.0.0.1', ready));
    base = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    pages.closeAllConnections();
    pages.close();
    machine.close();
  });

  const post = (path: string, fields: Record<string, string>) =>
    fetch(`${base}${path}`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  const person = { firstName: 'Claire', lastName: 'Durand', email: 'c@exemple.fr', password: 'Motdepasse1' };

  it('keep what was typed after a wrong code, but never the password', async () => {
    const response = await post('/setup?lang=fr', { ...person, code: 'BAD' });
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html).toContain('Ce n’est pas le code affiché à l’écran.');
    expect(html).toContain('value="Claire"');
    expect(html).not.toContain(person.password);
  });

  it('show the recovery key once, and have it wiped by that page alone', async () => {
    const html = await (await post('/setup', { ...person, code: 'GOOD' })).text();
    expect(html).toContain(KEY);
    const token = /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '';
    expect((await post('/setup/noted', { token: 'x'.repeat(token.length) })).status).toBe(303);
    expect(asked.map((request) => request.do)).toEqual(['owner']);
    expect((await post('/setup/noted', { token })).status).toBe(200);
    expect(asked.map((request) => request.do)).toEqual(['owner', 'noted']);
    expect((await post('/setup/noted', { token })).status).toBe(303);
  });

  it('are closed to a second owner', async () => {
    writeFileSync(join(state, 'ready'), '');
    const html = await (await post('/setup', { ...person, code: 'GOOD' })).text();
    expect(html).toContain('There is an owner already');
    expect(asked).toEqual([]);
  });

  it('ask for everything before mail is touched, and for an owner first', async () => {
    expect((await post('/setup/mail', {})).status).toBe(303);
    writeFileSync(join(state, 'ready'), '');
    expect((await post('/setup/mail', { user: 'cv@exemple.fr' })).status).toBe(422);
    expect(asked).toEqual([]);
  });

  it('tell monitoring by the status, and hide nothing behind a script', async () => {
    const json = await fetch(`${base}/health.json?lang=en`);
    const { state: overall, checks } = (await json.json()) as { state: string; checks: { id: string }[] };
    expect(json.status).toBe(overall === 'red' ? 503 : 200);
    expect(checks.map(({ id }) => id)).toEqual(expect.arrayContaining(['ollama', 'disk', 'backup']));
    const page = await fetch(`${base}/health`, { headers: { 'accept-language': 'fr-FR,fr;q=0.9' } });
    expect(await page.text()).toContain('État de Vivier');
    expect(page.headers.get('x-frame-options')).toBe('DENY');
  });

  it('survive bodies and addresses that no browser sends', async () => {
    expect((await post('/setup', { code: 'x'.repeat(100_000) })).status).toBe(422);
    expect((await fetch(`${base}/setup/../../etc/passwd`)).status).toBe(404);
    expect((await fetch(`${base}/setup`, { method: 'DELETE' })).status).toBe(404);
    expect(asked).toEqual([]);
  });
});

it('there are no setup pages on a machine that is no appliance', async () => {
  const server = applianceServer({ OLLAMA_HOST: 'http://127.0.0.1:9' });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  expect((await fetch(`http://127.0.0.1:${port}/setup`)).status).toBe(404);
  server.closeAllConnections();
  server.close();
});
