import { basename } from 'node:path';
import { Command } from 'commander';
import { toVivierError, VivierError } from '../../lib/errors';
import { parseOffer, rank, type Score } from '../../lib/match';
import { fromJsonResume, profileSchema, type Profile } from '../../lib/profile';
import { readInput } from '../files';
import { referenceDate, today } from '../options';
import { explain } from '../output';
import { table } from '../table';
import { words } from '../words';

const FILE_BYTES = 20 * 1024 * 1024;

interface ScoreFlags {
  offer: string;
  json?: boolean;
  names?: boolean;
  referenceDate?: string;
}

interface Ranked {
  /** As given on the command line. */
  file: string;
  profile: Profile;
  score: Score;
}

/** `vivier score --offer OFFER PROFILE…`: the profiles, best first. */
export const scoreCommand = () =>
  new Command('score')
    .description(words.score)
    .argument('<profile...>', words.profiles)
    .requiredOption('--offer <file>', words.offer)
    .option('--json', words.json)
    .option('--names', words.names)
    .addOption(referenceDate())
    .action(score);

async function score(files: string[], flags: ScoreFlags): Promise<void> {
  const offer = parseOffer(await readText(flags.offer), basename(flags.offer));
  const day = flags.referenceDate ?? today(new Date());
  const fileOf = new Map<Profile, string>();
  for (const file of files) {
    try {
      fileOf.set(await readProfile(file, day), file);
    } catch (error) {
      explain(toVivierError(error, { fileName: basename(file) }));
      process.exitCode = 1;
    }
  }
  const ranked = rank([...fileOf.keys()], offer).map((entry) => ({ ...entry, file: fileOf.get(entry.profile) ?? '' }));
  process.stdout.write(flags.json ? asJson(ranked) : asTable(ranked, flags.names === true));
}

/** UTF-8, else what Windows editors wrote for decades. */
async function readText(path: string): Promise<string> {
  const bytes = await readInput(path, FILE_BYTES);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/**
 * A native profile as it is, anything with JSON Resume's sections through the import.
 * @throws VivierError `invalid-json`, `invalid-input`
 */
async function readProfile(path: string, day: string): Promise<Profile> {
  const json = parseJson(await readText(path), basename(path));
  const native = profileSchema.safeParse(json);
  if (native.success) return native.data;
  if (!isJsonResume(json)) throw new VivierError('invalid-input', { what: basename(path), reason: words.notAProfile });
  return fromJsonResume(json, day);
}

function parseJson(text: string, fileName: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new VivierError('invalid-json', { fileName }, { cause: error });
  }
}

/** A refused document's result has neither of these, so that it never becomes an empty candidate. */
const isJsonResume = (json: unknown): json is object =>
  typeof json === 'object' && json !== null && ('basics' in json || 'work' in json);

const asJson = (ranked: Ranked[]) =>
  `${JSON.stringify(
    ranked.map(({ file, score: { score: points, band } }) => ({ file, score: points, band })),
    null,
    1,
  )}\n`;

function asTable(ranked: Ranked[], withNames: boolean): string {
  const head = [words.rank, words.points, words.band, words.file, ...(withNames ? [words.name] : []), words.lacking];
  const rows = ranked.map(({ file, profile, score: found }, index) => [
    String(index + 1),
    found.score.toFixed(1),
    words.bands[found.band],
    file,
    ...(withNames ? [profile.identity.fullName ?? ''] : []),
    found.missingMustHaves.join(', '),
  ]);
  return `${table([head, ...rows])}\n\n${words.scoreNote}\n`;
}
