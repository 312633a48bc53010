import { Command } from 'commander';
import { checks, type Check } from '../checks';
import { toVivierError } from '../../lib/errors';
import { createOllama, type OllamaConfig, type PullProgress } from '../../lib/ollama';
import { ollamaConfig, ollamaOptions, type OllamaFlags } from '../options';
import { explain, printable, tell } from '../output';
import { words } from '../words';

interface DoctorFlags extends OllamaFlags {
  json?: boolean;
  pull?: boolean;
}

const [hostOption, modelOption] = ollamaOptions();
const MARKS = { ok: '✓', missing: '–', problem: '✗' };

/** `vivier doctor`: what works here, what does not, and what to do about it. Exit code 1 only when something needed is broken. */
export const doctorCommand = () =>
  new Command('doctor')
    .description(words.doctor)
    .option('--json', words.json)
    .option('--pull', words.pull)
    .addOption(hostOption)
    .addOption(modelOption)
    .action(async (flags: DoctorFlags) => {
      const config = ollamaConfig(flags, process.env);
      const pulled = flags.pull ? await pullModel(config) : true;
      const found = await checks(config);
      process.stdout.write(flags.json ? `${JSON.stringify(found, null, 1)}\n` : `${found.map(line).join('\n')}\n`);
      const broken = found.some((check) => check.needed && check.state !== 'ok');
      process.exitCode = broken || !pulled ? 1 : 0;
    });

/** Progress on stderr, so that stdout stays for the result; a line only when what is said changes. False when it failed; why is said. */
async function pullModel(config: OllamaConfig): Promise<boolean> {
  const client = createOllama(config);
  const controller = new AbortController();
  const stop = () => controller.abort();
  process.once('SIGINT', stop);
  let said = '';
  const onProgress = ({ host, status, completed, total }: PullProgress) => {
    const share = completed !== null && total ? ` ${Math.floor((10 * completed) / total) * 10} %` : '';
    const now = `${host}: ${status}${share}`;
    if (now !== said) tell(printable(now));
    said = now;
  };
  try {
    const hosts = await client.pull({ onProgress, signal: controller.signal });
    tell(words.pulled(client.model, hosts.join(', ')));
    return true;
  } catch (error) {
    explain(toVivierError(error));
    return false;
  } finally {
    process.removeListener('SIGINT', stop);
    await client.close();
  }
}

function line({ state, what, advice }: Check): string {
  const head = `${MARKS[state]} ${what}: ${words.check[state]}`;
  return advice ? `${head}\n    ${advice}` : head;
}
