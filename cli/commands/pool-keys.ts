import { Command, Option } from 'commander';
import { API_ROLES, type ApiKey, type ApiRole } from '../../lib/pool';
import { tell } from '../output';
import { byOption, poolOption, withPool } from '../pool-options';
import { poolWords as words } from '../pool-words';
import { table } from '../table';

interface KeyFlags {
  pool?: string;
  by: string;
}

/** `vivier pool key …`: who may use the HTTP API. */
export const keyCommand = () => {
  const command = new Command('key').description(words.key);
  for (const part of [add(), list(), revoke()]) command.addCommand(part);
  return command;
};

/** The key alone goes to the output, so that a program can take it; nothing can tell it again. */
const add = () =>
  new Command('add')
    .description(words.keyAdd)
    .requiredOption('--name <text>', words.keyName)
    .addOption(new Option('--role <role>', words.keyRole).choices([...API_ROLES]).makeOptionMandatory())
    .option('--until <date>', words.keyUntil)
    .addOption(poolOption())
    .addOption(byOption())
    .action((flags: KeyFlags & { name: string; role: ApiRole; until?: string }) =>
      withPool(flags, async (pool) => {
        const { by, name, role, until } = flags;
        const { key } = await pool.apiKeys.add({ name, role, by, expiresAt: until });
        process.stdout.write(`${key}\n`);
        process.stderr.write(`${words.keyOnce}\n`);
      }),
    );

const list = () =>
  new Command('list')
    .description(words.keyList)
    .addOption(poolOption())
    .action((flags: KeyFlags) =>
      withPool(flags, async (pool) => {
        process.stdout.write(`${table([words.keyHead, ...(await pool.apiKeys.list()).map(rowOf)])}\n`);
      }),
    );

const revoke = () =>
  new Command('revoke')
    .description(words.keyRevoke)
    .argument('<key-id>', words.keyId)
    .addOption(poolOption())
    .addOption(byOption())
    .action((keyId: string, flags: KeyFlags) =>
      withPool(flags, async (pool) => {
        const { name } = await pool.apiKeys.revoke(keyId, { by: flags.by });
        tell(words.keyRevoked(name));
      }),
    );

const day = (moment: string | null) => moment?.slice(0, 10) ?? '';
const rowOf = ({ expiresAt, keyId, lastUsedAt, name, revokedAt, role }: ApiKey) => [
  ...[keyId, name, role, day(lastUsedAt), day(expiresAt)],
  revokedAt ? words.keyGone : '',
];
