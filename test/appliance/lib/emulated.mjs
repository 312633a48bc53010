// The appliance's disk in QEMU, on the hardware that the OVA names (AHCI, E1000), on a cable to this machine. The image has no way in for tests; systemd takes the unit of a small shell on the serial line from the virtual hardware (credentials in SMBIOS, systemd.system-credentials(7)).
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
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
  /**
   * @param accel `tcg`: software alone; `kvm` where a machine has it and is no virtual machine itself (there it can be far slower than software)
   * @param stick image of a USB stick that is plugged in
   */
  constructor({ disk, memory = 4096, cpus = 2, net = '10.88.80', accel = 'tcg', stick }) {
    Object.assign(this, {
      disk,
      memory,
      cpus,
      accel,
      stick,
      card: 'tap-vivstory',
      address: `${net}.2`,
      gateway: `${net}.1`,
    });
    this.patience = accel === 'kvm' ? 2 : 12;
    this.cardInside = 'en*';
  }

  async start() {
    this.work = mkdtempSync(join(tmpdir(), 'vivier-qemu-'));
    execFileSync('ip', ['tuntap', 'add', this.card, 'mode', 'tap']);
    execFileSync('ip', ['address', 'replace', `${this.gateway}/24`, 'dev', this.card]);
    execFileSync('ip', ['link', 'set', this.card, 'up']);
    // The company's router gives it its address; names are asked of the story's own server.
    const leases = [`--dhcp-range=${this.address},${this.address}`, `--dhcp-option=option:dns-server,${this.gateway}`];
    this.router = spawn('dnsmasq', ['--keep-in-foreground', '--port=0', '--conf-file=/dev/null', `--interface=${this.card}`, '--bind-interfaces', `--dhcp-leasefile=${this.work}/leases`, ...leases], { stdio: 'inherit' }); // prettier-ignore
    this.router.once('error', (error) => console.error(error.message));
    const overlay = join(this.work, 'disk.qcow2');
    execFileSync('qemu-img', [
      'create',
      '-q',
      '-f',
      'qcow2',
      '-b',
      resolve(this.disk),
      '-F',
      formatOf(this.disk),
      overlay,
    ]);
    await this.#launch();
  }

  async #launch() {
    const credential = (name, text) => ['-smbios', `type=11,value=io.systemd.credential.binary:${name}=${Buffer.from(text).toString('base64')}`]; // prettier-ignore
    const drive = (id, file, format) => ['-drive', `file=${file},format=${format},if=none,id=${id}`];
    const args = [
      ...(this.accel === 'kvm'
        ? ['-accel', 'kvm', '-cpu', 'host,arch-capabilities=off']
        : ['-accel', 'tcg,thread=multi', '-cpu', 'Nehalem']),
      ...['-smp', String(this.cpus), '-m', String(this.memory)],
      ...['-device', 'ahci,id=sata', ...drive('disk', join(this.work, 'disk.qcow2'), 'qcow2')],
      ...['-device', 'ide-hd,drive=disk,bus=sata.0'],
      ...(this.stick ? ['-device', 'qemu-xhci', ...drive('stick', this.stick, 'raw'), '-device', 'usb-storage,drive=stick,removable=on'] : []), // prettier-ignore
      ...['-netdev', `tap,id=cable,ifname=${this.card},script=no,downscript=no`, '-device', 'e1000,netdev=cable'],
      ...['-display', 'none', '-vga', 'std', '-serial', `unix:${this.work}/serial,server=on,wait=off`],
      ...['-qmp', `unix:${this.work}/qmp,server=on,wait=off`],
      ...credential('systemd.extra-unit.vivier-story.service', SHELL),
      ...credential('systemd.unit-dropin.multi-user.target', '[Unit]\nWants=vivier-story.service\n'),
    ];
    this.qemu = spawn('qemu-system-x86_64', args, { stdio: 'inherit' });
    this.off = new Promise((done) => this.qemu.once('close', done));
    await sleep(1500);
    this.serial = createConnection(join(this.work, 'serial'));
    this.lines = createInterface({ input: this.serial });
    this.ready = new Promise((done) => this.lines.on('line', (line) => line.trim() === 'READY' && done()));
  }

  /** The plug is pulled, at once. What the machine had not written to its disk by then is gone. */
  async powerCut() {
    this.qemu.kill('SIGKILL');
    await this.off;
  }

  /** On again, with the disk as it was left. */
  powerOn = () => this.#launch();

  /** It goes off by itself, and somebody starts it again. */
  async offThenOn() {
    await this.off;
    await this.#launch();
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

  /** A command of QEMU's own monitor (QMP). */
  async monitor(execute, args = {}) {
    const qmp = createConnection(join(this.work, 'qmp'));
    const lines = createInterface({ input: qmp })[Symbol.asyncIterator]();
    const answer = async () => {
      for (;;) {
        const { value } = await lines.next();
        const said = JSON.parse(value);
        if (said.error) throw new Error(`${execute}: ${said.error.desc}`);
        if (!said.event) return said.return;
      }
    };
    await answer();
    for (const command of [{ execute: 'qmp_capabilities' }, { execute, arguments: args }]) {
      qmp.write(`${JSON.stringify(command)}\n`);
      await answer();
    }
    qmp.end();
  }

  /** A picture of the screen, as PNG. */
  picture = (filename) => this.monitor('screendump', { filename, format: 'png' });

  async stop() {
    if (!this.work) return;
    this.qemu?.kill('SIGKILL');
    await this.off;
    this.router.kill();
    execFileSync('ip', ['link', 'del', this.card]);
    rmSync(this.work, { recursive: true });
    this.work = undefined;
  }
}

const formatOf = (disk) =>
  JSON.parse(execFileSync('qemu-img', ['info', '--output=json', disk], { encoding: 'utf8' })).format;
