import { Command } from 'commander';
import { checks } from '../checks';
import { applianceServer } from '../../lib/appliance';
import { toVivierError } from '../../lib/errors';
import { healthSettings, type Check } from '../../lib/health';
import { createOllama, type OllamaConfig, type PullProgress } from '../../lib/ollama';
import { ollamaConfig, ollamaOptions, type OllamaFlags } from '../options';
import { explain, printable, tell } from '../output';
import { words } from '../words';

interface DoctorFlags extends OllamaFlags {
  json?: boolean;
  pull?: boolean;
  serve?: boolean;
}

const [hostOption, modelOption] = ollamaOptions();
const MARKS = { ok: '✓', warning: '!', missing: '–', problem: '✗' };
const HEALTH_PORT = 8088;

/** `vivier doctor`: what works here, what does not, and what to do about it. Exit code 1 only when something needed is broken. */
export const doctorCommand = () =>
  new Command('doctor')
    .description(words.doctor)
    .option('--json', words.json)
    .option('--pull', words.pull)
    .option('--serve', words.serve)
    .addOption(hostOption)
    .addOption(modelOption)
    .action(async (flags: DoctorFlags) => {
      if (flags.serve) return serve(process.env);
      const config = ollamaConfig(flags, process.env);
      const pulled = flags.pull ? await pullModel(config) : true;
      const found = await checks({ ...healthSettings(process.env), ollama: config });
      process.stdout.write(flags.json ? `${JSON.stringify(found, null, 1)}\n` : `${found.map(line).join('\n')}\n`);
      const broken = found.some((check) => check.needed && ['missing', 'problem'].includes(check.state));
      process.exitCode = broken || !pulled ? 1 : 0;
    });

/** Until the process is ended. Loopback only: whoever shows it to others puts TLS before it. */
async function serve(env: NodeJS.ProcessEnv): Promise<void> {
  const port = Number(env.VIVIER_HEALTH_PORT || HEALTH_PORT);
  const server = applianceServer(env);
  await new Promise<void>((ready, failed) => server.once('error', failed).listen(port, '127.0.0.1', ready));
  tell(words.serving(`http://127.0.0.1:${port}/health`));
}

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
