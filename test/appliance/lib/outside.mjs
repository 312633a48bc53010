// The world outside the container: a name server that knows every name, an address where all of them lead and nothing is, and a capture of what
// comes out. A machine that wants to call home finds an open door here; only its own firewall keeps it in.
import { execFileSync, spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Documentation addresses (RFC 5737): nobody's. A black hole on this machine keeps packets from going further. */
export const ELSEWHERE = '198.51.100.7';
const HOLE = '198.51.100.0/24';

/** Answers every question for an IPv4 address with `ELSEWHERE`, but for the names that `known` says otherwise, and keeps the names. */
export function nameServer(address) {
  const asked = new Map();
  const known = new Map();
  const socket = createSocket('udp4');
  socket.on('message', (question, from) => {
    const labels = [];
    let at = 12;
    while (question[at]) {
      labels.push(question.toString('latin1', at + 1, at + 1 + question[at]));
      at += question[at] + 1;
    }
    const name = labels.join('.').toLowerCase();
    asked.set(name, (asked.get(name) ?? 0) + 1);
    const wantsAddress = question.readUInt16BE(at + 1) === 1;
    const head = Buffer.from(question.subarray(0, 12));
    head.writeUInt16BE(0x8180, 2);
    head.writeUInt16BE(wantsAddress ? 1 : 0, 6);
    head.fill(0, 8, 12);
    const answer = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, ...(known.get(name) ?? ELSEWHERE).split('.').map(Number)]); // prettier-ignore
    socket.send(
      Buffer.concat([head, question.subarray(12, at + 5), wantsAddress ? answer : Buffer.alloc(0)]),
      from.port,
      from.address,
    );
  });
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(53, address, () => resolve({ asked, known, stop: () => socket.close() }));
  });
}

export function openHole() {
  execFileSync('ip', ['route', 'replace', 'blackhole', HOLE]);
  return () => execFileSync('ip', ['route', 'del', 'blackhole', HOLE]);
}

/** What a machine sends, but for what it always may: DNS to its name server, time, DHCP, mDNS, neighbours, echoes, answers of its web server. */
const REST = (machine, nameserver) =>
  [
    `ether src ${machine}`,
    'not arp',
    `not (dst host ${nameserver} and port 53)`,
    'not (udp dst port 123)',
    'not (udp src port 68 and dst port 67)',
    'not (udp port 5353 and (dst host 224.0.0.251 or dst host ff02::fb))',
    'not igmp',
    'not (icmp and (icmp[icmptype] == icmp-echoreply or icmp[icmptype] == icmp-unreach))',
    'not (icmp6)',
    'not (ip6 and ip6[6] == 0)',
    'not (tcp src port 443 and tcp[tcpflags] & (tcp-syn|tcp-ack) != tcp-syn)',
    'not (tcp src port 80 and tcp[tcpflags] & (tcp-syn|tcp-ack) != tcp-syn)',
  ].join(' and ');

/** Captures all that goes over a card until `stop()`, which tells the packets and those that no rule allows. */
export async function capture({ card, machine, nameserver }) {
  const folder = mkdtempSync(join(tmpdir(), 'vivier-capture-'));
  const file = join(folder, 'all.pcap');
  const tcpdump = spawn('tcpdump', ['-i', card, '-w', file, '-U', '--immediate-mode', '-Z', 'root'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await new Promise((resolve, reject) => {
    tcpdump.once('error', reject);
    tcpdump.once('exit', () => reject(new Error(`tcpdump can't listen on ${card}`)));
    tcpdump.stderr.on('data', (text) => String(text).includes('listening on') && resolve());
  });
  const read = (...filter) =>
    execFileSync('tcpdump', ['-nr', file, ...filter], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      .split('\n')
      .filter(Boolean);
  return {
    async stop() {
      await sleep(500);
      tcpdump.kill('SIGINT');
      await new Promise((resolve) => tcpdump.once('close', resolve));
      const result = { sent: read(`ether src ${machine}`).length, elsewhere: read(REST(machine, nameserver)) };
      rmSync(folder, { recursive: true });
      return result;
    },
  };
}

/** Open TCP ports of a machine, all 65,535 looked at. */
export function openPorts(address) {
  const report = execFileSync('nmap', ['-n', '-Pn', '-p-', '--min-rate', '4000', '--max-retries', '1', '-oG', '-', address], { encoding: 'utf8' }); // prettier-ignore
  return [...report.matchAll(/(\d+)\/open\/tcp/g)].map(([, port]) => Number(port));
}
