import { Command, Option } from 'commander';
import { STAFF_ROLES, type StaffRole } from '../../lib/pool';
import { poolOption, withPool } from '../pool-options';
import { poolWords as words } from '../pool-words';
import { table } from '../table';

interface Flags {
  pool?: string;
  json?: boolean;
}

/** `vivier pool user …`: who may sign in to the talent pool pages. */
export const userCommand = () => new Command('user').description(words.user).addCommand(add()).addCommand(list());

const add = () =>
  new Command('add')
    .description(words.userAdd)
    .requiredOption('--login <name>', words.login)
    .requiredOption('--name <name>', words.fullName)
    .addOption(new Option('--role <role>', words.role).choices(STAFF_ROLES).makeOptionMandatory())
    .addOption(poolOption())
    .option('--json', words.json)
    .action((flags: Flags & { login: string; name: string; role: StaffRole }) =>
      withPool(flags, async (pool) => {
        const { login, name, role } = flags;
        // Whoever has the pool's own machine is its administrator.
        const made = await pool.staff.add({ login, name, role, by: name });
        if (flags.json) process.stdout.write(`${JSON.stringify(made)}\n`);
        else process.stdout.write(`${words.userAdded(made.login, made.password ?? '')}\n`);
      }),
    );

const list = () =>
  new Command('list')
    .description(words.userList)
    .addOption(poolOption())
    .option('--json', words.json)
    .action((flags: Flags) =>
      withPool(flags, async (pool) => {
        const people = await pool.staff.list();
        if (flags.json) process.stdout.write(`${JSON.stringify(people, null, 1)}\n`);
        else {
          const rows = people.map((one) => [one.login, one.name, one.role, one.disabled ? words.disabled : '']);
          process.stdout.write(`${table([words.userHead, ...rows])}\n`);
        }
      }),
    );
