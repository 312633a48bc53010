// The appliance's disk in QEMU without hardware help, on the hardware that the OVA names (AHCI, E1000), on a cable to this machine. The image has no way
// in for tests; systemd takes the unit of a small shell on the serial line from the virtual hardware (credentials in SMBIOS, systemd.system-credentials(7)).
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const SHELL = `[Unit]
After=basic.target
[Service]
StandardInput=tty
StandardOutput=tty
TTYPath=/dev/ttyS0
Restart=always
ExecStartPre=/usr/bin/stty -F /dev/ttyS0 raw -echo
ExecStart=/bin/bash -c 'echo; echo READY; while read -r line; do out=$$(base64 -d <<<"$$line" | bash 2>&1); code=$$?; echo "RESULT $$code $$(base64 -w0 <<<"$$out")"; done'
`;

export class Emulated {
  constructor({ disk, memory = 4096, cpus = 2, net = '10.88.79' }) {
    Object.assign(this, { disk, memory, cpus, card: 'tap-vivstory', address: `${net}.2`, gateway: `${net}.1` });
    this.network = `[Match]\nType=ether\n[Network]\nAddress=${net}.2/24\nGateway=${net}.1\nDNS=${net}.1\nMulticastDNS=yes\n`;
    this.cardInside = 'en*';
  }

  async start() {
    this.work = mkdtempSync(join(tmpdir(), 'vivier-qemu-'));
    execFileSync('ip', ['tuntap', 'add', this.card, 'mode', 'tap']);
    execFileSync('ip', ['address', 'replace', `${this.gateway}/24`, 'dev', this.card]);
    execFileSync('ip', ['link', 'set', this.card, 'up']);
    const overlay = join(this.work, 'disk.qcow2');
    execFileSync('qemu-img', ['create', '-q', '-f', 'qcow2', '-b', this.disk, '-F', formatOf(this.disk), overlay]);
    const credential = (name, text) => ['-smbios', `type=11,value=io.systemd.credential.binary:${name}=${Buffer.from(text).toString('base64')}`]; // prettier-ignore
    const args = [
      ...['-accel', 'tcg,thread=multi', '-cpu', 'Nehalem', '-smp', String(this.cpus), '-m', String(this.memory)],
      ...[
        '-device',
        'ahci,id=sata',
        '-drive',
        `file=${overlay},if=none,id=disk`,
        '-device',
        'ide-hd,drive=disk,bus=sata.0',
      ],
      ...['-netdev', `tap,id=cable,ifname=${this.card},script=no,downscript=no`, '-device', 'e1000,netdev=cable'],
      ...['-display', 'none', '-vga', 'std', '-serial', `unix:${this.work}/serial,server=on,wait=off`],
      ...['-qmp', `unix:${this.work}/qmp,server=on,wait=off`],
      ...credential('systemd.extra-unit.vivier-story.service', SHELL),
      ...credential('systemd.unit-dropin.multi-user.target', '[Unit]\nWants=vivier-story.service\n'),
      ...credential('network.network.10-story', this.network),
    ];
    this.qemu = spawn('qemu-system-x86_64', args, { stdio: 'inherit' });
    await sleep(1500);
    this.serial = createConnection(join(this.work, 'serial'));
    this.lines = createInterface({ input: this.serial });
    this.ready = new Promise((resolve) => this.lines.on('line', (line) => line.trim() === 'READY' && resolve()));
  }

  /** A command inside, as root. One at a time. */
  async shell(...command) {
    await this.ready;
    const quoted = command.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
    const answer = new Promise((resolve) => {
      const look = (line) => {
        const [, code, said] = /^RESULT (\d+) (\S*)/.exec(line.trim()) ?? [];
        if (code === undefined) return;
        this.lines.off('line', look);
        resolve({ code: Number(code), said: Buffer.from(said, 'base64').toString().trim() });
      };
      this.lines.on('line', look);
    });
    this.serial.write(`${Buffer.from(quoted).toString('base64')}\n`);
    const { code, said } = await answer;
    if (code !== 0) throw new Error(`${command.join(' ')}\n${said}`);
    return said;
  }

  /** In pieces: one argument of a command holds 128 KB. */
  async put(path, data, owner = 'root:root') {
    await this.shell('bash', '-c', 'mkdir -p "$(dirname "$0")" && : >"$0" && chown "$1" "$0"', path, owner);
    const text = Buffer.from(data).toString('base64');
    for (let at = 0; at < text.length; at += 80_000)
      await this.shell('bash', '-c', 'base64 -d <<<"$1" >>"$0"', path, text.slice(at, at + 80_000));
  }

  sql = (database, statement) =>
    this.shell('setpriv', '--reuid=postgres', '--regid=postgres', '--init-groups', 'psql', '-qAtX', '-d', database, '-c', statement); // prettier-ignore

  async reboot() {
    this.shell('systemctl', 'reboot').catch(() => {});
    await this.restarted();
  }

  async restarted() {
    this.ready = new Promise((resolve) => this.lines.on('line', (line) => line.trim() === 'READY' && resolve()));
    await this.ready;
  }

  /** A picture of the screen, as PPM. */
  async picture(path) {
    const qmp = createConnection(join(this.work, 'qmp'));
    for (const command of [{ execute: 'qmp_capabilities' }, { execute: 'screendump', arguments: { filename: path } }]) {
      qmp.write(JSON.stringify(command));
      await sleep(1000);
    }
    qmp.end();
  }

  async stop() {
    if (!this.qemu) return;
    const gone = new Promise((resolve) => this.qemu.once('close', resolve));
    this.qemu.kill('SIGTERM');
    await gone;
    this.qemu = undefined;
    execFileSync('ip', ['link', 'del', this.card]);
    rmSync(this.work, { recursive: true });
  }
}

const formatOf = (disk) =>
  JSON.parse(execFileSync('qemu-img', ['info', '--output=json', disk], { encoding: 'utf8' })).format;
