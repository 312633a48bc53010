// The appliance as a container: the root file system of vm/build/rootfs.sh, booted on a throw-away overlay in a network of its own.
import { execFile, execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../../scripts/lib/paths.mjs';

const run = promisify(execFile);
const script = join(root, 'vm', 'build', 'container.sh');

export class Container {
  /** The environment's names let two stories be told at the same time. */
  constructor({
    name = process.env.VIVIER_CONTAINER_NAME ?? 'vivstory',
    net = process.env.VIVIER_CONTAINER_NET ?? '10.88.79',
    work = process.env.VIVIER_CONTAINER ?? '/var/tmp/vivier-story',
  } = {}) {
    this.card = `ve-${name}`;
    this.cardInside = 'host0';
    /** Every wait is a limit against hanging; an emulated processor is 12 times slower. */
    this.patience = 1;
    this.address = `${net}.2`;
    this.gateway = `${net}.1`;
    this.env = { ...process.env, VIVIER_CONTAINER: work, VIVIER_CONTAINER_NAME: name, VIVIER_CONTAINER_NET: net };
  }

  async #call(...args) {
    return await run(script, args, { env: this.env, maxBuffer: 64 * 1024 * 1024 });
  }

  start = () => this.#call('start');
  reboot = () => this.#call('reboot');
  stop = () => this.#call('stop');
  powerCut = () => this.#call('cut');
  powerOn = () => this.#call('on');

  /** After a restart that came from inside: the card is a new one. */
  restarted = () => this.#call('restarted');

  /** It goes off by itself, and somebody starts it again. */
  offThenOn = () => this.#call('restarted');

  /** A command inside, as root, as from the console. @returns {Promise<string>} what it printed */
  async shell(...command) {
    try {
      return (await this.#call('shell', ...command)).stdout.trim();
    } catch (error) {
      throw new Error(`${command.join(' ')}\n${error.stdout ?? ''}${error.stderr ?? error.message}`);
    }
  }

  /** Puts a file into it, as from a share. */
  put(path, data, owner = 'root:root') {
    const command = `mkdir -p "$(dirname "$0")" && cat >"$0" && chown ${owner} "$0"`;
    execFileSync(script, ['shell', 'bash', '-c', command, path], { env: this.env, input: data });
  }

  /** One value out of a database. */
  sql = (database, statement) =>
    this.shell(
      'setpriv',
      '--reuid=postgres',
      '--regid=postgres',
      '--init-groups',
      'psql',
      '-qAtX',
      '-d',
      database,
      '-c',
      statement,
    );
}
