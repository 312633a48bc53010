import { basename } from 'node:path';
import { Command } from 'commander';
import {
  closeExtractors,
  DEFAULT_LIMITS,
  extractDocuments,
  type ExtractOptions,
  type ReadBefore,
} from '../../lib/extract';
import { runBatch } from '../batch';
import { readInput } from '../files';
import { concurrency, ocr } from '../options';
import { words } from '../words';

interface TextFlags {
  out: string;
  password?: string;
  concurrency: number;
  ocr: ExtractOptions['ocr'];
}

/** `vivier text FILE… --out DIR`: what a reader of the page sees, and apart from it what they don't. */
export const textCommand = () =>
  new Command('text')
    .description(words.text)
    .argument('<file...>', words.files)
    .requiredOption('--out <folder>', words.out)
    .option('--password <password>', words.password)
    .addOption(concurrency())
    .addOption(ocr())
    .action(async (inputs: string[], flags: TextFlags) => {
      const readBefore: ReadBefore = new Map();
      try {
        process.exitCode = await runBatch({
          inputs,
          out: flags.out,
          concurrency: flags.concurrency,
          whenRefused: { text: '', lines: [], hiddenText: [], warnings: [] },
          emptyCodes: ['no-text'],
          open: async (path, signal) => {
            const data = await readInput(path, DEFAULT_LIMITS.containerBytes, signal);
            const { password, ocr: mode } = flags;
            return extractDocuments({ data, fileName: basename(path) }, { password, ocr: mode, signal, readBefore });
          },
          work: async (document) => document,
        });
      } finally {
        await closeExtractors();
      }
    });
