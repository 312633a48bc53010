import { createServer, request as httpRequest } from 'node:http';

/**
 * @typedef {object} Exchange one answered request of the model
 * @property {number} tokensIn
 * @property {number} tokensOut
 */

/**
 * Stands between a program and Ollama and notes what each answer cost, so that every program is measured by the server's own counts.
 * @param {string} host Ollama's address
 * @returns {Promise<{url: string, take: () => Exchange[], stop: () => Promise<void>}>} `take` gives what came since it was last called
 */
export async function startRecorder(host) {
  let exchanges = [];
  const server = createServer((incoming, outgoing) => {
    const target = new URL(incoming.url, host);
    const onward = httpRequest(target, {
      method: incoming.method,
      headers: { ...incoming.headers, host: target.host },
    });
    onward.on('error', () => outgoing.destroy());
    outgoing.on('close', () => onward.destroy());
    onward.on('response', (answer) => {
      outgoing.writeHead(answer.statusCode, answer.headers);
      let text = '';
      answer.setEncoding('utf8').on('data', (part) => {
        text += part;
        outgoing.write(part);
      });
      answer.on('end', () => outgoing.end());
      // Also when the program has had enough of it: what was written until then was paid for.
      answer.on('close', () => {
        if (incoming.url === '/api/chat') exchanges.push(costOf(text));
      });
    });
    incoming.pipe(onward);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    take() {
      const taken = exchanges;
      exchanges = [];
      return taken;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** The counts stand in the last line of Ollama's stream; of one that broke off, each line is taken for a token. */
function costOf(text) {
  const lines = text.trim().split('\n');
  try {
    const { prompt_eval_count: tokensIn = 0, eval_count: tokensOut = lines.length } = JSON.parse(lines.at(-1));
    return { tokensIn, tokensOut };
  } catch {
    return { tokensIn: 0, tokensOut: lines.length - 1 };
  }
}
