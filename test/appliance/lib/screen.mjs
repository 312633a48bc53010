// The machine's own screen and keyboard, as somebody stands before them: keys go in, words come out. Key names are those of a keyboard: Enter, Escape, Down, Tab.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../../../scripts/lib/paths.mjs';

/** Keys that are no signs, as QEMU calls them. */
const NAMES = {
  Enter: 'ret',
  Escape: 'esc',
  Down: 'down',
  Up: 'up',
  Tab: 'tab',
  End: 'end',
  BSpace: 'backspace',
  ' ': 'spc',
};
/** Where tmux has another word. */
const NAMED = { ' ': 'Space' };

class Screen {
  constructor(patience) {
    this.patience = patience;
  }

  /** Waits for words on the screen. @returns {Promise<string>} all that stands there */
  async until(words, { seconds = 60 } = {}) {
    const wanted = [words].flat();
    const started = Date.now();
    let text = '';
    while (Date.now() - started < seconds * this.patience * 1000) {
      text = await this.text();
      const seen = text.replace(/[\s│]+/g, ' ');
      if (wanted.every((word) => (word instanceof RegExp ? word.test(seen) : seen.includes(word)))) return text;
      await sleep(300);
    }
    throw new Error(`the screen does not show ${wanted.join(' and ')}:\n${text}`);
  }

  async press(...keys) {
    for (const key of keys) {
      await this.key(key);
      await sleep(120);
    }
  }

  async type(text) {
    for (const sign of text) await this.press(sign);
  }
}

/** The console of a container, in a terminal of tmux. */
export class Terminal extends Screen {
  constructor(container) {
    super(container.patience);
    this.env = container.env;
  }

  #tmux = (...args) => execFileSync('tmux', ['-L', 'vivier-story', ...args], { encoding: 'utf8', env: this.env });
  start() {
    const command = `${join(root, 'vm', 'build', 'container.sh')} shell /usr/lib/vivier/console`;
    this.#tmux('-f', '/dev/null', 'new-session', '-d', '-s', 'console', '-x', '100', '-y', '37', command);
    this.#tmux('set-option', '-g', 'escape-time', '0');
  }
  text = () => this.#tmux('capture-pane', '-p', '-t', 'console');
  key = (key) => this.#tmux('send-keys', '-t', 'console', ...(key in NAMES ? [NAMED[key] ?? key] : ['-l', '--', key]));
  type(text) {
    this.key(text);
  }
  stop() {
    try {
      this.#tmux('kill-server');
    } catch {
      // The machine went, and its terminal with it.
    }
  }
  picture() {}
}

/** Where a sign lies: the key's name on an American keyboard. */
const US = { '-': 'minus', '/': 'slash', '.': 'dot', ':': 'shift+semicolon', '=': 'equal', _: 'shift+minus' };
const FRENCH = {
  '-': '6',
  '/': 'shift+dot',
  '.': 'shift+comma',
  ':': 'dot',
  '=': 'equal',
  _: '8',
  a: 'q',
  q: 'a',
  z: 'w',
  w: 'z',
  m: 'semicolon',
};

/** The screen of an emulated machine: the letters that its kernel draws, and the keys of a keyboard that is plugged in. */
export class Monitor extends Screen {
  constructor(machine) {
    super(machine.patience);
    this.machine = machine;
    this.layout = 'fr';
  }

  start() {}
  stop() {}
  async text() {
    const said = await this.machine.shell('bash', '-c', 'stty -F /dev/tty1 size; base64 -w0 /dev/vcsu1');
    const [size, cells] = said.split('\n');
    const [, columns] = size.split(' ').map(Number);
    const bytes = Buffer.from(cells, 'base64');
    const signs = Array.from({ length: bytes.length / 4 }, (_, at) =>
      String.fromCodePoint(bytes.readUInt32LE(at * 4) || 32),
    );
    const lines = [];
    for (let at = 0; at < signs.length; at += columns)
      lines.push(
        signs
          .slice(at, at + columns)
          .join('')
          .trimEnd(),
      );
    return lines.join('\n');
  }

  async key(key) {
    const keys = NAMES[key] ?? this.#where(key);
    await this.machine.monitor('send-key', { keys: keys.split('+').map((data) => ({ type: 'qcode', data })) });
  }

  #where(sign) {
    const french = this.layout === 'fr';
    if (/[A-Z]/.test(sign)) return `shift+${this.#where(sign.toLowerCase())}`;
    if (/\d/.test(sign)) return french ? `shift+${sign}` : sign;
    return (french ? FRENCH : US)[sign] ?? sign;
  }

  picture = (path) => this.machine.picture(path);
}
