// Model requests over three named stub hosts, one of them slow, one dying on the way: how much of the ideal throughput is reached, and that no request fails.
//   node test/reliability/hosts.mjs [--requests 120] [--write]
// The stubs answer as Ollama does after a time of their own, one request at a time; nothing is thought by them. With --write, the figures go into the documents.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { z } from 'zod/v4';
import { build } from '../../scripts/lib/build.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { table, writeBetween } from './written.mjs';

const { values } = parseArgs({
  options: { requests: { type: 'string', default: '120' }, write: { type: 'boolean', default: false } },
});
const REQUESTS = Number(values.requests);
const WITHIN = 0.15;
/** What each stub takes for an answer; the dying one stops after so many. */
const STUBS = {
  fast: { ms: 250 },
  slow: { ms: 1000 },
  dying: { ms: 250, answers: Math.round(REQUESTS / 5) },
};

const MODEL = 'stub:1b';
const line = (message, more) =>
  `${JSON.stringify({ model: MODEL, message: { role: 'assistant', ...message }, ...more })}\n`;
const ANSWER =
  line({ content: '{"ok":true}' }, { done: false }) +
  line({ content: '' }, { done: true, done_reason: 'stop', prompt_eval_count: 1, eval_count: 1 });

/** One request at a time, like Ollama with its default of one place. */
async function startStub({ ms, answers = Infinity }) {
  const state = { answered: 0, busyMs: 0 };
  let turn = Promise.resolve();
  const server = createServer((request, response) => {
    request.resume();
    if (request.url !== '/api/chat') {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ models: [{ name: MODEL, digest: 'a'.repeat(64) }] }));
      return;
    }
    turn = turn.then(async () => {
      const begun = performance.now();
      await new Promise((resolve) => setTimeout(resolve, ms));
      if (state.answered >= answers) {
        server.closeAllConnections();
        server.close();
        return;
      }
      state.answered += 1;
      state.busyMs += performance.now() - begun;
      response.setHeader('content-type', 'application/x-ndjson');
      response.end(ANSWER);
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, state, close: () => server.close() };
}

await build();
const { createOllama } = createRequire(import.meta.url)(join(root, 'dist', 'lib', 'ollama'));
const stubs = Object.fromEntries(
  await Promise.all(Object.entries(STUBS).map(async ([name, stub]) => [name, await startStub(stub)])),
);
const client = createOllama({ hosts: Object.values(stubs).map(({ url }) => url), model: MODEL });
const started = performance.now();
const schema = z.object({ ok: z.boolean() });
const ask = () => client.chatJson({ prompt: 'Ok?', schema, maxTokens: 9 });
const asked = await Promise.allSettled(Array.from({ length: REQUESTS }, ask));
const seconds = (performance.now() - started) / 1000;
await client.close();
for (const stub of Object.values(stubs)) stub.close();

const failed = asked.filter(({ status }) => status === 'rejected').length;
const mean = ({ state }) => state.busyMs / state.answered / 1000;
// Nobody idle: what the dying one had answered is done, the two others share the rest by their speed.
const ideal = (REQUESTS - stubs.dying.state.answered) / (1 / mean(stubs.fast) + 1 / mean(stubs.slow));
const share = ideal / seconds;
const report = { requests: REQUESTS, seconds, ideal, share, failed, answered: {} };
for (const [name, { state }] of Object.entries(stubs)) report.answered[name] = state.answered;
console.log(JSON.stringify(report, null, 2));
const good = failed === 0 && share >= 1 - WITHIN;

const words = {
  'reliability.md': [
    ['what', 'figure'],
    ['requests over three stub hosts', String(REQUESTS)],
    ['answered by the fast / the slow / the dying one', Object.values(report.answered).join(' / ')],
    ['requests that failed', String(failed)],
    ['seconds, and if no host had ever been idle', `${seconds.toFixed(1)} / ${ideal.toFixed(1)}`],
    ['share of the ideal throughput', `${Math.round(100 * share)} %`],
  ],
  'reliability.fr.md': [
    ['quoi', 'chiffre'],
    ['demandes à trois machines factices', String(REQUESTS)],
    ['réponses de la rapide / la lente / celle qui tombe', Object.values(report.answered).join(' / ')],
    ['demandes qui ont échoué', String(failed)],
    [
      'secondes, et si aucune machine n’avait attendu',
      `${seconds.toFixed(1)} / ${ideal.toFixed(1)}`.replaceAll('.', ','),
    ],
    ['part du débit idéal', `${Math.round(100 * share)}\u00A0%`],
  ],
};
if (values.write && good)
  for (const [file, lines] of Object.entries(words)) writeBetween(file, 'test/reliability/hosts.mjs', table(lines));
process.exit(good ? 0 : 1);
