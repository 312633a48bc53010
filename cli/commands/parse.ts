import { basename } from 'node:path';
import { Command, Option } from 'commander';
import { analyze, type AnalyzeOptions } from '../../lib/analyze';
import { closeExtractors, DEFAULT_LIMITS, extractDocument, type ExtractOptions } from '../../lib/extract';
import { createOllama } from '../../lib/ollama';
import { toJsonResume, type Profile } from '../../lib/profile';
import { runBatch } from '../batch';
import { readInput } from '../files';
import { concurrency, ocr, ollamaConfig, ollamaOptions, referenceDate, today, type OllamaFlags } from '../options';
import { words } from '../words';

interface ParseFlags extends OllamaFlags {
  out: string;
  engine: AnalyzeOptions['engine'];
  format: 'profile' | 'json-resume';
  referenceDate?: string;
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
    .addOption(new Option('--format <format>', words.format).choices(['profile', 'json-resume']).default('profile'))
    .addOption(referenceDate())
    .option('--password <password>', words.password)
    .addOption(concurrency())
    .addOption(ocr())
    .addOption(hostOption)
    .addOption(modelOption)
    .action(parse);

async function parse(inputs: string[], flags: ParseFlags): Promise<void> {
  const ollama = flags.engine === 'rules' ? undefined : createOllama(ollamaConfig(flags, process.env));
  const day = flags.referenceDate ?? today(new Date());
  try {
    process.exitCode = await runBatch({
      inputs,
      out: flags.out,
      concurrency: flags.concurrency,
      whenRefused: {},
      work: async (path, signal) => {
        const data = await readInput(path, DEFAULT_LIMITS.fileBytes, signal);
        const { password, ocr: mode, engine } = flags;
        const document = await extractDocument({ data, fileName: basename(path) }, { password, ocr: mode, signal });
        const profile = await analyze(document, { engine, ollama, referenceDate: day, signal });
        return flags.format === 'profile' ? profile : asJsonResume(profile);
      },
    });
  } finally {
    await ollama?.close();
    await closeExtractors();
  }
}

/** JSON Resume with our `meta` beside its own, so that both formats tell how it went. */
function asJsonResume(profile: Profile): object {
  const resume = toJsonResume(profile);
  return { ...resume, meta: { ...profile.meta, ...resume.meta } };
}
