// Machines of their own on this machine: network namespaces with a cable each, which can be pulled out. Needs root and Debian's iproute2.
import { execFileSync } from 'node:child_process';

const ip = (...args) => execFileSync('ip', args, { stdio: ['ignore', 'ignore', 'pipe'] });

export class Hosts {
  /** @type {{name: string, address: string, enter: string[], cut: (isCut: boolean) => void}[]} */
  machines = [];
  #tag = `vq${process.pid % 10_000}`;

  constructor() {
    // A network that this machine's own ones hardly use (RFC 2544 keeps it for tests).
    this.net = `198.18.${process.pid % 250}`;
    /** Where the others find this machine. */
    this.address = `${this.net}.1`;
    const bridge = `${this.#tag}b`;
    ip('link', 'add', bridge, 'type', 'bridge');
    this.bridge = bridge;
    ip('addr', 'add', `${this.address}/24`, 'dev', bridge);
    ip('link', 'set', bridge, 'up');
  }

  /** @returns a machine, and how to start a program on it */
  next() {
    const number = this.machines.length + 1;
    const name = `${this.#tag}-${number}`;
    const [cable, end] = [`${this.#tag}c${number}`, `${this.#tag}e${number}`];
    const address = `${this.net}.${number + 1}`;
    ip('netns', 'add', name);
    ip('link', 'add', cable, 'type', 'veth', 'peer', 'name', end);
    ip('link', 'set', end, 'netns', name);
    ip('link', 'set', cable, 'master', this.bridge);
    ip('link', 'set', cable, 'up');
    ip('-n', name, 'addr', 'add', `${address}/24`, 'dev', end);
    ip('-n', name, 'link', 'set', end, 'up');
    ip('-n', name, 'link', 'set', 'lo', 'up');
    const cut = (isCut) => ip('link', 'set', cable, isCut ? 'down' : 'up');
    const machine = { name, address, enter: ['ip', 'netns', 'exec', name], cut };
    this.machines.push(machine);
    return machine;
  }

  remove() {
    for (const { name } of this.machines) ip('netns', 'del', name);
    ip('link', 'del', this.bridge);
  }
}
