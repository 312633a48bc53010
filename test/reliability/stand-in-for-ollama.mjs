// Stands in for Ollama where it is killed and started again: a process that speaks its protocol and reads nothing out of a CV.
//   node test/reliability/stand-in-for-ollama.mjs PORT [ADDRESS]
import { createServer } from 'node:http';

const MODEL = 'mistral:7b-instruct';
const ENTRY = { name: MODEL, digest: 'a'.repeat(64) };
/** An answer that fits every question of the analysis and says nothing; the rules have the word then. */
const NOTHING = {
  ...{ experiences: [], education: [], languages: [], certifications: [], projects: [], interests: [], skills: [] },
  ...{ nameLine: 0, firstName: '', lastName: '', headlineLine: 0, headline: '', cityLine: 0, city: '' },
  ...{ summaryFrom: 0, summaryTo: 0 },
};
/** Long enough that a kill meets answers that are under way. */
const THINKING_MS = 300;

const LISTS = {
  '/api/version': { version: '0.12.6' },
  '/api/tags': { models: [ENTRY] },
  '/api/ps': { models: [{ ...ENTRY, context_length: 8192 }] },
  '/api/show': { model_info: { 'general.architecture': 'llama', 'llama.context_length': 32_768 } },
};

const line = (content, more) =>
  `${JSON.stringify({ model: MODEL, message: { role: 'assistant', content }, ...more })}\n`;

const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    const list = LISTS[request.url];
    response.setHeader('content-type', list ? 'application/json' : 'application/x-ndjson');
    if (list) return response.end(JSON.stringify(list));
    const text = JSON.stringify(NOTHING);
    response.write(line(text.slice(0, 20), { done: false }));
    setTimeout(() => {
      response.write(line(text.slice(20), { done: false }));
      response.end(line('', { done: true, done_reason: 'stop', prompt_eval_count: 1500, eval_count: 60 }));
    }, THINKING_MS);
  });
});
server.listen(Number(process.argv[2]), process.argv[3] ?? '127.0.0.1', () => console.log('ready'));
