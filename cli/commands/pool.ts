import { readFile, writeFile } from 'node:fs/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import { VivierError } from '../../lib/errors';
import {
  closeIdlePools,
  dumpPool,
  movePool,
  poolRoles,
  restorePool,
  rotateKey,
  type Restored,
  type Tombstone,
} from '../../lib/pool';
import { tell } from '../output';
import { byOption, poolConfig, poolOption, withPool } from '../pool-options';
import { poolWords as words } from '../pool-words';
import { table } from '../table';
import { keyCommand } from './pool-keys';
import { userCommand } from './pool-users';

interface PoolFlags {
  pool?: string;
  by: string;
  json?: boolean;
}

const CANDIDATES = 'vivier_personal.candidates';

/** `vivier pool …`: what an administrator does with the pool as a whole. */
export const poolCommand = () => {
  const command = new Command('pool').description(`${words.pool}\n\n${words.keys}`);
  const parts = [
    dump(),
    restore(),
    move(),
    rotate(),
    roles(),
    due(),
    erasures(),
    verify(),
    keyCommand(),
    userCommand(),
  ];
  for (const part of parts) command.addCommand(part);
  return command;
};

const dump = () =>
  new Command('dump')
    .description(words.dump)
    .argument('<file>', words.file)
    .addOption(poolOption())
    .action(async (file: string, flags: PoolFlags) => {
      const dumped = await dumpPool(poolConfig(flags.pool, process.env), file, passphrase());
      const rows = Object.values(dumped.tables).reduce((sum, count) => sum + count, 0);
      tell(words.dumped(file, rows, (dumped.bytes / 1e6).toFixed(1)));
      await closeIdlePools();
    });

const restore = () =>
  new Command('restore')
    .description(words.restore)
    .argument('<file>', words.file)
    .addOption(poolOption())
    .addOption(byOption())
    .option('--tombstones <file>', words.tombstones)
    .option('--replace', words.replace)
    .action(async (file: string, flags: PoolFlags & { tombstones?: string; replace?: boolean }) => {
      const tombstones = flags.tombstones ? await readTombstones(flags.tombstones) : [];
      const { by, replace } = flags;
      const restored = await restorePool(poolConfig(flags.pool, process.env), file, {
        ...passphrase(),
        by,
        replace,
        tombstones,
      });
      tell(words.restored(restored.tables[CANDIDATES] ?? 0, restored.erasedAgain, restored.createdAt.slice(0, 10)));
      if (restored.logKept > 0) tell(words.logKept(restored.logKept));
      tellSkipped(restored);
    });

const move = () =>
  new Command('move')
    .description(words.move)
    .requiredOption('--to <where>', words.to)
    .addOption(poolOption())
    .addOption(byOption())
    .option('--replace', words.replace)
    .action(async (flags: PoolFlags & { to: string; replace?: boolean }) => {
      const { by, replace } = flags;
      const [from, to] = [poolConfig(flags.pool, process.env), poolConfig(flags.to, process.env)];
      const moved = await movePool(from, to, { by, replace });
      tell(words.moved(moved.tables[CANDIDATES] ?? 0));
      tellSkipped(moved);
      await closeIdlePools();
    });

const rotate = () =>
  new Command('rotate-key')
    .description(words.rotate)
    .addOption(poolOption())
    .addOption(byOption())
    .action(async (flags: PoolFlags) => {
      const newEncryptionKey = process.env.VIVIER_POOL_NEW_KEY;
      if (!newEncryptionKey) {
        throw new VivierError('invalid-input', { what: 'VIVIER_POOL_NEW_KEY', reason: words.noNewKey });
      }
      const { values } = await rotateKey(poolConfig(flags.pool, process.env), { newEncryptionKey, by: flags.by });
      tell(words.rotated(values));
      await closeIdlePools();
    });

const roles = () =>
  new Command('roles')
    .description(words.roles)
    .addOption(poolOption())
    .option('--apply', words.apply)
    .action(async (flags: PoolFlags & { apply?: boolean }) => {
      const statements = await poolRoles(poolConfig(flags.pool, process.env), flags.apply === true);
      if (flags.apply) tell(words.rolesApplied);
      else process.stdout.write(`${statements.join(';\n')};\n`);
      await closeIdlePools();
    });

const due = () =>
  new Command('due')
    .description(words.due)
    .addOption(poolOption())
    .addOption(byOption())
    .addOption(new Option('--months <n>', words.months).argParser(wholeNumber))
    .option('--erase', words.erase)
    .option('--json', words.json)
    .action((flags: PoolFlags & { erase?: boolean; months?: number }) =>
      withPool(flags, async (pool) => {
        const { by, months } = flags;
        const report = await pool.retention.purge({ by, months, dryRun: flags.erase !== true });
        if (flags.json) process.stdout.write(`${JSON.stringify(report, null, 1)}\n`);
        else if (report.due.length === 0) tell(words.nobodyDue);
        else {
          const rows = report.due.map((one) => [
            one.candidateId,
            one.dueAt.slice(0, 10),
            words.rule[one.rule],
            one.held ? words.held : '',
          ]);
          process.stdout.write(`${table([words.dueHead, ...rows])}\n`);
        }
        if (flags.erase) tell(words.erased(report.certificates.length, report.held));
      }),
    );

const erasures = () =>
  new Command('erasures')
    .description(words.erasures)
    .requiredOption('--out <file>', words.out)
    .addOption(poolOption())
    .action((flags: PoolFlags & { out: string }) =>
      withPool(flags, async (pool) => {
        const list = await pool.erasures.list();
        await writeFile(flags.out, `${JSON.stringify(list, null, 1)}\n`, { mode: 0o600 });
        tell(words.written(list.length, flags.out));
      }),
    );

const verify = () =>
  new Command('verify')
    .description(words.verify)
    .addOption(poolOption())
    .action((flags: PoolFlags) =>
      withPool(flags, async (pool) => {
        const { ok, checked, firstBroken } = await pool.audit.verify();
        tell(ok ? words.intact(checked) : words.broken(firstBroken ?? checked + 1));
        if (!ok) process.exitCode = 1;
      }),
    );

const passphrase = () => ({ passphrase: process.env.VIVIER_PASSPHRASE || undefined });

const tellSkipped = ({ skipped }: Restored) => {
  if (skipped.length > 0) tell(words.skipped(skipped.join(', ')));
};

async function readTombstones(file: string): Promise<Tombstone[]> {
  try {
    const list: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (Array.isArray(list)) return list as Tombstone[];
  } catch (error) {
    throw new VivierError('invalid-input', { what: file }, { cause: error });
  }
  throw new VivierError('invalid-input', { what: file });
}

function wholeNumber(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > 120) throw new InvalidArgumentError(words.months);
  return number;
}
