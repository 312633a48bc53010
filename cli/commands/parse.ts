import { basename } from 'node:path';
import { Command, Option } from 'commander';
import { analyze, referenceDay, type AnalyzeOptions, type ExplainedField } from '../../lib/analyze';
import {
  closeExtractors,
  DEFAULT_LIMITS,
  extractDocuments,
  type ExtractOptions,
  type ReadBefore,
} from '../../lib/extract';
import { createOllama } from '../../lib/ollama';
import { runBatch } from '../batch';
import { readInput } from '../files';
import { concurrency, ocr, ollamaConfig, ollamaOptions, referenceDate, today, type OllamaFlags } from '../options';
import { words } from '../words';
import { createOutput, FORMATS, type OutputFlags } from './parse-output';

interface ParseFlags extends OllamaFlags, OutputFlags {
  engine: AnalyzeOptions['engine'];
  referenceDate?: string;
  explain?: boolean;
  password?: string;
  concurrency: number;
  ocr: ExtractOptions['ocr'];
}

const [hostOption, modelOption] = ollamaOptions();

/** `vivier parse FILE… --out DIR`: CVs into profiles. */
export const parseCommand = () =>
  new Command('parse')
    .description(words.parse)
    .argument('<file...>', words.files)
    .requiredOption('--out <folder>', words.out)
    .addOption(new Option('--engine <engine>', words.engine).choices(['rules', 'model', 'auto']).default('auto'))
    .addOption(new Option('--format <format>', words.format).choices(FORMATS).default('profile'))
    .addOption(new Option('--locale <locale>', words.locale).choices(['fr', 'en']))
    .option('--evidence', words.evidence)
    .option('--explain', words.explain)
    .addOption(referenceDate())
    .option('--password <password>', words.password)
    .addOption(concurrency())
    .addOption(ocr())
    .addOption(hostOption)
    .addOption(modelOption)
    .action(parse);

async function parse(inputs: string[], flags: ParseFlags): Promise<void> {
  const ollama = flags.engine === 'rules' ? undefined : createOllama(ollamaConfig(flags, process.env));
  const output = createOutput(flags);
  const readBefore: ReadBefore = new Map();
  try {
    process.exitCode = await runBatch({
      inputs,
      out: flags.out,
      concurrency: flags.concurrency,
      whenRefused: {},
      save: output.save,
      refused: output.refused,
      open: async (path, signal) => {
        const data = await readInput(path, DEFAULT_LIMITS.containerBytes, signal);
        const { password, ocr: mode } = flags;
        return extractDocuments({ data, fileName: basename(path) }, { password, ocr: mode, signal, readBefore });
      },
      work: async (document, signal) => {
        const day = flags.referenceDate ?? referenceDay(document, today(new Date())).day;
        const explained: ExplainedField[] | null = flags.explain ? [] : null;
        const explain = explained ? (field: ExplainedField) => explained.push(field) : undefined;
        const profile = await analyze(document, { engine: flags.engine, ollama, referenceDate: day, signal, explain });
        return { profile, explained, meta: profile.meta };
      },
    });
    await output.close();
  } finally {
    await ollama?.close();
    await closeExtractors();
  }
}
