import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { vivier } from './run';

interface Check {
  id: string;
  state: string;
  needed: boolean;
  advice: string | null;
}

describe('vivier doctor', () => {
  it('finds what is needed here, and says what to do about Ollama that does not answer', async () => {
    const { code, stdout } = await vivier(['doctor', '--json']);
    const checks = JSON.parse(stdout) as Check[];
    expect(code).toBe(0);
    expect(checks.filter(({ needed }) => needed).map(({ id, state }) => [id, state])).toEqual([
      ['node', 'ok'],
      ['ocr', 'ok'],
      ['pictures', 'ok'],
      ['pool', 'ok'],
      ['disk', expect.any(String)],
      ['memory', expect.any(String)],
    ]);
    expect(checks.find(({ id }) => id === 'ollama')).toMatchObject({
      state: 'missing',
      advice: expect.stringContaining('ollama serve') as string,
    });
  }, 60_000);

  describe('with an Ollama that has no model yet (fake)', () => {
    let server: Server;
    let host: string;

    beforeAll(async () => {
      const answers: Record<string, object> = {
        '/api/version': { version: '9.9.9' },
        '/api/tags': { models: [] },
        '/api/ps': { models: [] },
        '/api/pull': { status: 'success' },
      };
      server = createServer((request, response) => response.end(JSON.stringify(answers[request.url ?? ''] ?? {})));
      await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
      host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    afterAll(() => {
      server.closeAllConnections();
      server.close();
    });

    it('tells which command fetches the model', async () => {
      const { code, stdout } = await vivier(['doctor'], { OLLAMA_HOST: host, VIVIER_LANGUAGE: 'fr' });
      expect(code).toBe(0);
      expect(stdout).toContain(`Ollama 9.9.9 à ${host}`);
      expect(stdout).toContain('ollama pull mistral:7b-instruct');
    }, 60_000);

    it('has Ollama download the model when told to, and shows how far it is', async () => {
      const { code, stderr } = await vivier(['doctor', '--pull'], { OLLAMA_HOST: host });
      expect(code).toBe(0);
      expect(stderr).toContain(`${host}: success`);
      expect(stderr).toContain(`mistral:7b-instruct: ready at ${host}`);
    }, 60_000);

    it('says why when it could not', async () => {
      const { code, stderr } = await vivier(['doctor', '--pull']);
      expect(code).toBe(1);
      expect(stderr).toMatch(/ollama serve/);
    }, 60_000);
  });
});
