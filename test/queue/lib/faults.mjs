// One fault each, done to a running topology; every one waits until what it broke answers again.
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from 'node:net';
import { wait } from './supervised.mjs';

const DOWN_MS = 12_000;

async function killed(part) {
  part.kill();
  await wait(1000);
  await part.ready();
}

async function databaseAgain(postgres) {
  for (let tries = 0; ; tries++) {
    try {
      await postgres.start();
      return;
    } catch (error) {
      // It may have come back by itself.
      if (await isOpen(postgres)) return;
      if (tries === 5) throw error;
      await wait(2000);
    }
  }
}

const isOpen = ({ url }) =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname, () => resolve(socket.destroy() && true));
    socket.on('error', () => resolve(false));
  });

/** By name, in the order in which they are done. @type {Record<string, (topology: import('./topology.mjs').Topology, place: string) => Promise<void>>} */
export const FAULTS = {
  worker: async ({ workers }) => killed(workers[0]),
  redis: async ({ redis }) => killed(redis),
  main: async ({ main }) => killed(main),
  webhook: async ({ webhook }) => killed(webhook),
  postgres: async ({ postgres }) => {
    postgres.kill();
    await wait(3000);
    await databaseAgain(postgres);
  },
  /** The model is gone for a while, in the middle of its answers. */
  ollama: async ({ model }) => {
    await model.part.stop();
    await wait(DOWN_MS);
    model.part.begin();
    await model.part.ready();
  },
  /** The cable of the second worker's machine is pulled out, long enough for its run to be given up; then put back. */
  network: async ({ hosts }) => {
    const machine = hosts.machines.at(-1);
    machine.cut(true);
    await wait(DOWN_MS * 3);
    machine.cut(false);
  },
  /** The disk that everything writes to is filled to the last byte. */
  disk: async ({ postgres }, place) => {
    const filler = join(place, 'filler');
    fill(filler);
    await wait(DOWN_MS);
    rmSync(filler, { force: true });
    if (!(await isOpen(postgres))) await databaseAgain(postgres);
  },
  /** The clock of main and of the first worker jumps two hours ahead, then back. */
  clock: async ({ clock }) => {
    writeFileSync(clock, '+7200\n');
    await wait(DOWN_MS);
    writeFileSync(clock, '+0\n');
  },
};

function fill(file) {
  // It ends when nothing more fits: that is what is wanted.
  execFileSync('sh', ['-c', 'cat /dev/zero > "$1" || true', 'sh', file], { stdio: 'ignore' });
}
