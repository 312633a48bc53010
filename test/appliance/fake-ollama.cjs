#!/usr/local/bin/node
// A FAKE of Ollama's program, for the way in of program and models only: it keeps names, answers what the health page asks, and thinks nothing.
const { appendFileSync, existsSync, readFileSync } = require('node:fs');
const { createServer } = require('node:http');
const [command, name, , modelfile] = process.argv.slice(2);
const host = new URL(process.env.OLLAMA_HOST.replace(/^(?!http)/, 'http://'));

const has = () => {
  const file = `${process.env.OLLAMA_MODELS}/names`;
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
};
const answers = {
  '/api/version': () => ({ version: '0.0.0-fake' }),
  '/api/tags': () => ({ models: has().map((model) => ({ name: model, model, size: 1, digest: 'fake', details: {} })) }),
  '/api/ps': () => ({ models: [] }),
};
const add = () => fetch(new URL('/fake/add', host), { method: 'POST', body: name });

const commands = {
  serve() {
    const server = createServer(async (request, response) => {
      if (request.url === '/fake/add')
        for await (const chunk of request) appendFileSync(`${process.env.OLLAMA_MODELS}/names`, `${chunk}\n`);
      response.end(JSON.stringify(answers[request.url]?.() ?? {}));
    });
    require('node:fs').mkdirSync(process.env.OLLAMA_MODELS, { recursive: true });
    server.listen(Number(host.port), host.hostname);
  },
  async create() {
    const [, weights] = /^FROM (.+)$/m.exec(readFileSync(modelfile, 'utf8'));
    if (readFileSync(weights).subarray(0, 4).toString() !== 'GGUF') process.exit(1);
    await add();
    console.log('success');
  },
  async pull() {
    for (const share of [0, 50, 100]) console.error(`pulling ${name} ${share} %`);
    await add();
  },
};
commands[command]();
