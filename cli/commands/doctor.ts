import { Command } from 'commander';
import { checks, type Check } from '../checks';
import { ollamaConfig, ollamaOptions, type OllamaFlags } from '../options';
import { words } from '../words';

interface DoctorFlags extends OllamaFlags {
  json?: boolean;
}

const [hostOption, modelOption] = ollamaOptions();
const MARKS = { ok: '✓', missing: '–', problem: '✗' };

/** `vivier doctor`: what works here, what does not, and what to do about it. Exit code 1 only when something needed is broken. */
export const doctorCommand = () =>
  new Command('doctor')
    .description(words.doctor)
    .option('--json', words.json)
    .addOption(hostOption)
    .addOption(modelOption)
    .action(async (flags: DoctorFlags) => {
      const found = await checks(ollamaConfig(flags, process.env));
      process.stdout.write(flags.json ? `${JSON.stringify(found, null, 1)}\n` : `${found.map(line).join('\n')}\n`);
      process.exitCode = found.some((check) => check.needed && check.state !== 'ok') ? 1 : 0;
    });

function line({ state, what, advice }: Check): string {
  const head = `${MARKS[state]} ${what}: ${words.check[state]}`;
  return advice ? `${head}\n    ${advice}` : head;
}
