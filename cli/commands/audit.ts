import { writeFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { Command } from 'commander';
import { currentLocale, VivierError } from '../../lib/errors';
import { renderBiasAudit } from '../../lib/documents';
import { auditBias, parseOffer } from '../../lib/match';
import { referenceDate, today } from '../options';
import { readProfile, readText } from '../profiles';
import { table } from '../table';
import { words } from '../words';

interface AuditFlags {
  offer: string;
  groups?: string;
  report?: string;
  json?: boolean;
  referenceDate?: string;
}

/** `vivier audit --offer OFFER PROFILE…`: what personal details and groups do to the scores. */
export const auditCommand = () =>
  new Command('audit')
    .description(words.audit)
    .argument('<profile...>', words.profiles)
    .requiredOption('--offer <file>', words.offer)
    .option('--groups <file>', words.groups)
    .option('--report <file>', words.report)
    .option('--json', words.json)
    .addOption(referenceDate())
    .action(audit);

async function audit(files: string[], flags: AuditFlags): Promise<void> {
  const offer = parseOffer(await readText(flags.offer), basename(flags.offer));
  const now = new Date();
  const day = flags.referenceDate ?? today(now);
  const profiles = await Promise.all(files.map((file) => readProfile(file, day)));
  const groups = flags.groups ? await groupsIn(flags.groups, files) : undefined;
  const found = auditBias(profiles, offer, { groups });
  if (flags.report) {
    const format = extname(flags.report).toLowerCase() === '.pdf' ? 'pdf' : 'html';
    const data = { audit: found, generatedAt: now.toISOString(), locale: currentLocale() };
    await writeFile(flags.report, await renderBiasAudit(data, format));
  }
  process.stdout.write(flags.json ? `${JSON.stringify(found, null, 1)}\n` : asTable(found));
  if (!found.swapsAreNeutral) process.exitCode = 1;
}

/** A line a profile: its file's name, then its group, parted by a comma, semicolon or tab. */
async function groupsIn(path: string, files: string[]): Promise<(string | null)[]> {
  const rows = (await readText(path))
    .split(/\r?\n/)
    .map((line) => /^(.+?)[,;\t]([^,;\t]+)$/.exec(line.trim()))
    .flatMap((parts) => (parts ? [[parts[1].trim(), parts[2].trim()] as const] : []));
  if (rows.length === 0) throw new VivierError('invalid-input', { what: basename(path) });
  const groupOf = new Map(rows);
  return files.map((file) => groupOf.get(file) ?? groupOf.get(basename(file)) ?? null);
}

function asTable({ counterfactuals, groups, risks }: ReturnType<typeof auditBias>): string {
  const swaps = counterfactuals.map(({ kind, pairs, changed }) => [kind, String(pairs), String(changed)]);
  const rates = (groups?.rates ?? []).map(({ group, count, rate, ratio, verdict }) => [
    ...[group, String(count), `${Math.round(rate * 100)} %`, ratio === null ? '–' : ratio.toFixed(2), verdict],
  ]);
  const wordings = risks.map(({ quote, severity, suggestion }) => [quote, severity, suggestion]);
  return [
    table([words.swapsHead, ...swaps]),
    ...(rates.length > 0 ? [table([words.groupsHead, ...rates])] : []),
    ...(wordings.length > 0 ? [table([words.risksHead, ...wordings])] : []),
    words.auditNote,
    '',
  ].join('\n\n');
}
