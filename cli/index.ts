#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { toVivierError } from '../lib/errors';
import { doctorCommand } from './commands/doctor';
import { parseCommand } from './commands/parse';
import { scoreCommand } from './commands/score';
import { textCommand } from './commands/text';
import { explain } from './output';
import { packageFacts } from './package';
import { words } from './words';

const WRONG_USE = 2;

/** Settings that commander hands on to the commands that are added after them. */
const program = new Command('vivier')
  .description(words.about)
  .version(packageFacts().version, '-V, --version', words.showVersion)
  .helpOption('-h, --help', words.help)
  .helpCommand('help [command]', words.helpCommand)
  .configureHelp({ styleTitle: (title) => words.headings[title as keyof typeof words.headings] ?? title })
  .configureOutput({ outputError: (text, write) => write(text.replace(/^error/, words.usageError)) })
  .showHelpAfterError(words.seeHelp)
  .exitOverride();

for (const command of [textCommand(), parseCommand(), scoreCommand(), doctorCommand()]) {
  program.addCommand(command.copyInheritedSettings(program));
}

program.parseAsync().catch((error: unknown) => {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : WRONG_USE;
    return;
  }
  explain(toVivierError(error));
  process.exitCode = 1;
});
