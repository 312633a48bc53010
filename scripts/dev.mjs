// `npm run dev`: n8n with Vivier beside a compiler that watches; n8n starts anew, in some 15 s, whenever the code compiles again.
// The folder and its workflows are those of `npm start`, which must have run once.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from './lib/build.mjs';
import { N8n, portIsFree } from './lib/n8n.mjs';
import { root } from './lib/paths.mjs';
import { step } from './lib/setup.mjs';
import { fail, say, SetupError } from './lib/words.mjs';

const { VIVIER_FOLDER = join(root, '.vivier'), VIVIER_PORT = '5678' } = process.env;
const folder = resolve(VIVIER_FOLDER);
const port = Number(VIVIER_PORT);

async function restart(n8n) {
  await n8n.stop();
  await n8n.start();
  step(say(`n8n runs with this code: ${n8n.url}`, `n8n tourne avec ce code : ${n8n.url}`));
}

/** One restart after the other; what compiles meanwhile asks for one more, not for many. */
function restarter(n8n) {
  let running = false;
  let again = false;
  return async () => {
    again = true;
    if (running) return;
    running = true;
    while (again) {
      again = false;
      await restart(n8n).catch((error) => console.error(error.message));
    }
    running = false;
  };
}

async function main() {
  if (!existsSync(join(folder, 'state.json'))) {
    throw new SetupError(say('Nothing is set up yet.', 'Rien n’est encore en place.'), 'npm start -- --exit');
  }
  if (!(await portIsFree(port))) {
    throw new SetupError(say(`Port ${port} is taken.`, `Le port ${port} est pris.`), 'VIVIER_PORT=5679 npm run dev');
  }
  await build(); // icons and other assets too; the compiler below sees to the code alone
  const n8n = new N8n({ folder, port });
  const whenCompiled = restarter(n8n);
  const tsc = createRequire(join(root, 'package.json')).resolve('typescript/bin/tsc');
  const compiler = spawn(process.execPath, [tsc, '-p', 'tsconfig.json', '--watch', '--preserveWatchOutput'], {
    cwd: root,
  });
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      compiler.kill();
      void n8n.stop().then(() => process.exit(0));
    });
  }
  for await (const line of createInterface({ input: compiler.stdout })) {
    if (line.trim()) console.log(line);
    if (line.includes('Found 0 errors')) void whenCompiled();
  }
}

await main().catch(fail);
