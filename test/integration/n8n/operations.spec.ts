import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSigned } from '../../../lib/api';
import { until } from '../mailbox/mailbox';
import { ownPool, readWorkflow } from './api';
import { draft, publish, smtpCredential, startSmtp } from './mail-server';
import { itemsOf, type N8n, ownFolder, readFiles, runLine, runningN8n, storeCredential, vivierNode } from './running';

jest.setTimeout(240_000);

let n8n: N8n;
let pool: Record<string, object>;
beforeAll(async () => {
  n8n = await runningN8n();
  pool = await ownPool(n8n, 'operations');
});

const settings = { recipient: 'exploitation@entreprise.test', sender: 'n8n@entreprise.test' };

describe('“Send webhooks”', () => {
  const SECRET = 'whsec_c2VjcmV0IGZvciB0aGVzZSB0ZXN0cyBvbmx5IQ==';

  it('tells a receiver of a new candidate, signed, and again with the same ID when it was not taken', async () => {
    const got: { headers: IncomingHttpHeaders; body: string }[] = [];
    const receiver = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        got.push({ headers: request.headers, body });
        response.writeHead(got.length === 1 ? 500 : 204).end();
      });
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
    const credentials = { ...pool, ...(await storeCredential(n8n, 'vivierWebhookApi', { url, secret: SECRET })) };
    const flow = await publish(n8n, readWorkflow('send-webhooks'), { credentials });
    try {
      const saved = await runLine(n8n, [
        readFiles('cvs/cv-lea-quintavalle.txt'),
        vivierNode('CV Extract', 'cvExtract', {}),
        vivierNode('CV Analyze', 'cvAnalyze', { engine: 'rules' }),
        vivierNode('Save', 'talentPool', {}, { credentials: pool as never }),
      ]);
      expect(saved.status).toBe('success');
      await until(() => got.length >= 2, 'two tries');
      const [first, second] = got;
      for (const { body, headers } of [first, second]) {
        const id = String(headers['webhook-id']);
        const timestamp = Number(headers['webhook-timestamp']);
        expect(isSigned(SECRET, { id, timestamp, body }, String(headers['webhook-signature']))).toBe(true);
        expect(JSON.parse(body)).toMatchObject({
          type: 'candidate-added',
          data: { candidateId: expect.any(String) as string },
        });
        expect(body).not.toMatch(/Quintavalle|example\.org/);
      }
      expect(second.headers['webhook-id']).toBe(first.headers['webhook-id']);
    } finally {
      await flow.stop();
      receiver.close();
    }
  });
});

it('“Warn when something is wrong” warns once that the model is away, and not again at the next look', async () => {
  const smtp = await startSmtp();
  const credentials = { ...pool, ...(await smtpCredential(n8n, smtp.port)) };
  // Neither this machine's memory nor the hour of the test are what is looked at.
  const quiet = { maxMemory: 2, officeFrom: 24 };
  const flow = await publish(n8n, readWorkflow('warn-when-something-is-wrong'), {
    credentials,
    settings: { ...settings, ...quiet },
  });
  try {
    for (const _look of [1, 2]) expect((await n8n.run(flow.id, 'Every 5 minutes')).status).toBe('success');
    expect(smtp.sent).toHaveLength(1);
    expect(smtp.sent[0].recipients).toEqual([settings.recipient]);
    expect(smtp.sent[0].text).toMatch(/Ollama\) ne répond pas[\s\S]*does not answer/);
    expect(smtp.sent[0].text).not.toMatch(/mémoire|heures de bureau/);
  } finally {
    await flow.stop();
    await smtp.close();
  }
});

describe('“Warn when something is wrong”, when', () => {
  const calm = {
    recent: { analyses: 100, failed: 5 },
    metrics: { seconds: { p95: 120 }, lastAnalysisAt: '2020-01-01T00:00:00.000Z' },
    machine: { memoryUsed: 0.8 },
  };
  const closed = { officeFrom: 24 };
  const open = { officeFrom: 0, officeTo: 24, officeDays: 7, silentMinutes: 0 };

  /** The flow as shipped, but for its two looks: they give what the test gives. @returns which warnings it would send */
  async function warned(ok: boolean, pool: object, more: Record<string, number>) {
    const looks: Record<string, object> = { 'Check the model': { ok }, 'Last hour': pool };
    const flow = await draft(n8n, readWorkflow('warn-when-something-is-wrong'), {
      credentials: {},
      settings: { ...settings, ...more },
      change: (nodes) => {
        for (const node of nodes.filter(({ name }) => name in looks)) {
          const parameters = { mode: 'raw', jsonOutput: JSON.stringify(looks[node.name]), options: {} };
          Object.assign(node, { type: 'n8n-nodes-base.set', typeVersion: 3.4, credentials: undefined, parameters });
        }
        // Nobody is written to.
        for (const node of nodes) if (node.name === 'Warn') Object.assign(node, { disabled: true });
      },
    });
    const run = await n8n.run(flow.id, 'Every 5 minutes');
    expect(run.error?.message).toBeUndefined();
    return (await itemsOf(run, 'One by one')).map(({ json }) => json.id);
  }

  it.each<[string, boolean, object, Record<string, number>, string[]]>([
    ['everything stands just at its limit', true, calm, closed, []],
    ['the model is away', false, calm, closed, ['model']],
    ['the pool is away', true, { error: 'away' }, closed, ['pool']],
    ['more than 5 % could not be read', true, { ...calm, recent: { analyses: 100, failed: 6 } }, closed, ['errors']],
    ['reading takes over 120 s', true, { ...calm, metrics: { seconds: { p95: 121 } } }, closed, ['slow']],
    ['memory is over 80 %', true, { ...calm, machine: { memoryUsed: 0.81 } }, closed, ['memory']],
    ['nothing was read in office hours', true, calm, open, ['silence']],
    ['nothing was read, out of office hours', true, calm, { ...open, officeTo: 0 }, []],
  ])('%s', async (_, ok, given, more, expected) => {
    expect(await warned(ok, given, more)).toEqual(expected);
  });
});

it('“Tell a person what failed” writes what happened and what to do, and nothing of the CV', async () => {
  const smtp = await startSmtp();
  const flow = await publish(n8n, readWorkflow('tell-what-failed'), {
    credentials: await smtpCredential(n8n, smtp.port),
    settings,
  });
  const { path, selector } = ownFolder(n8n, 'failing');
  writeFileSync(join(path, 'cv-broken.pdf'), '%PDF-1.7 Jeanne Dupont');
  try {
    const webhookId = 'failing-flow';
    const trigger = {
      ...{ id: 'w', name: 'Called', type: 'n8n-nodes-base.webhook', typeVersion: 2, webhookId, position: [0, 0] },
      parameters: { path: webhookId, options: {} },
    };
    const read = { ...readFiles(`${selector}/cv-broken.pdf`), id: 'r', position: [200, 0] };
    const extract = { ...vivierNode('Read the CV', 'cvExtract', {}), id: 'e', position: [400, 0] };
    const to = (node: string) => ({ main: [[{ node, type: 'main', index: 0 }]] });
    const { id, versionId } = (await n8n.rest('/workflows', {
      method: 'POST',
      body: {
        name: 'A flow that fails',
        nodes: [trigger, read, extract],
        connections: { Called: to('Read'), Read: to('Read the CV') },
        settings: { executionOrder: 'v1', errorWorkflow: flow.id },
      },
    })) as { id: string; versionId: string };
    await n8n.publish({ id, versionId });
    const called = () =>
      fetch(`http://127.0.0.1:${n8n.port}/webhook/${webhookId}`, { headers: { connection: 'close' } });
    await until(async () => (await called()).ok, 'the flow');
    await until(() => smtp.sent.length > 0, 'a mail');
    const [{ recipients, subject, text }] = smtp.sent;
    expect(recipients).toEqual([settings.recipient]);
    expect(subject).toContain('A flow that fails');
    expect(text).toMatch(/Read the CV/);
    expect(text).toMatch(/“cv-broken\.pdf” is cut off/);
    expect(text).toMatch(/Send the file again/);
    expect(text).not.toContain('Jeanne');
    await n8n.unpublish(id);
  } finally {
    await flow.stop();
    await smtp.close();
  }
});
