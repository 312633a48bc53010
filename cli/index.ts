#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { toVivierError } from '../lib/errors';
import { auditCommand } from './commands/audit';
import { doctorCommand } from './commands/doctor';
import { importCommand } from './commands/import';
import { parseCommand } from './commands/parse';
import { poolCommand } from './commands/pool';
import { scoreCommand } from './commands/score';
import { textCommand } from './commands/text';
import { explain, printable, tell } from './output';
import { packageFacts } from './package';
import { words } from './words';

const WRONG_USE = 2;

/** Settings that commander hands on to the commands that are added after them. */
const program = new Command('vivier')
  .description(words.about)
  .version(packageFacts().version, '-V, --version', words.showVersion)
  .helpOption('-h, --help', words.help)
  .helpCommand('help [command]', words.helpCommand)
  .configureHelp({
    styleTitle: (title) => words.headings[title as keyof typeof words.headings] ?? title,
    optionDescription: ({ description, defaultValue }) =>
      defaultValue === undefined ? description : `${description} (${words.defaultIs(String(defaultValue))})`,
  })
  .configureOutput({ outputError: () => undefined })
  .exitOverride();

for (const command of [
  textCommand(),
  parseCommand(),
  scoreCommand(),
  auditCommand(),
  doctorCommand(),
  importCommand(),
  poolCommand(),
]) {
  inheritAll(command);
  program.addCommand(command);
}

/** Commands of commands too: the words for people are the program's. */
function inheritAll(command: Command): void {
  command.copyInheritedSettings(program);
  for (const part of command.commands) inheritAll(part);
}

/** Asking for help, or giving no command at all, ends in the same kind of error. */
const isMisuse = ({ exitCode, code }: CommanderError) => exitCode !== 0 && code !== 'commander.help';

/** Commander's sentence in the reader's language, with the same names in it. */
function misuse({ code, message }: CommanderError): string {
  const quoted = [...message.matchAll(/'([^']*)'/g)].map(([, name]) => name);
  const rule = message.split('is invalid. ').slice(1);
  const sentence = words.misuse[code]?.(...quoted, ...rule) ?? message.replace(/^error: /, '');
  return `${words.usageError} ${sentence.replace(/\s+/g, ' ')}`;
}

program.parseAsync().catch((error: unknown) => {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : WRONG_USE;
    if (isMisuse(error)) tell(`${printable(misuse(error))}\n${words.seeHelp}`);
    return;
  }
  explain(toVivierError(error));
  process.exitCode = 1;
});
