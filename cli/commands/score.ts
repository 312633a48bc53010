import { basename } from 'node:path';
import { Command } from 'commander';
import { toVivierError } from '../../lib/errors';
import { parseOffer, rank, type Score } from '../../lib/match';
import type { Profile } from '../../lib/profile';
import { referenceDate, today } from '../options';
import { explain } from '../output';
import { readProfile, readText } from '../profiles';
import { table } from '../table';
import { words } from '../words';

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
  process.stderr.write(offerWarnings(ranked));
  process.stdout.write(flags.json ? asJson(ranked) : asTable(ranked, flags.names === true));
}

/** What the offer itself gives cause to say, once; apart from the result, so that a program that reads it is not disturbed. */
function offerWarnings(ranked: Ranked[]): string {
  const ofOffer = ['forbidden-criterion', 'risky-criterion', 'unconfirmed-criteria', 'few-criteria'];
  const warnings = ranked[0]?.score.warnings.filter(({ code }) => ofOffer.includes(code)) ?? [];
  return warnings.map(({ message }) => `⚠ ${message}\n`).join('');
}

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
