// CVs that come in by two ways while things break: files in a folder that n8n's main process watches, and requests of a web site that asks again until it is told
// that the CV is kept.
import { readdirSync, renameSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cvOf } from './accounts.mjs';
import { fillIn, hookIsThere, nodeNamed, publishLine, publishReady, sendCv, storeCredentials } from './flows.mjs';
import { wait } from './supervised.mjs';

const AGAIN_MS = 1000;
/** A web site does not wait for ever. */
const PATIENCE_MS = 90_000;
const AT_ONCE = 4;

export class Load {
  /** By number: when it was handed in, when it was known to be kept. */
  sent = new Map();
  kept = new Map();
  /** Requests that were answered with an error or not at all, and were made again. */
  refused = 0;
  #stopped = false;
  #next = 0;
  #work = [];

  /** @param {import('./topology.mjs').Topology} topology @param {{perSecond: number}} pace */
  constructor(topology, { perSecond }) {
    this.topology = topology;
    this.gap = 1000 / perSecond;
    this.folder = join(topology.folder, 'main', 'cvs', 'in');
    mkdirSync(this.folder, { recursive: true });
  }

  async publish() {
    const credentials = await storeCredentials(this.topology);
    await publishReady(this.topology, 'receive-cvs-from-a-folder', credentials, (nodes) => {
      const trigger = nodeNamed(nodes, 'CV Folder Trigger');
      trigger.parameters.folder = this.folder;
      trigger.parameters.options = { parallel: AT_ONCE, settleSeconds: 1, pollSeconds: 1, tries: 50 };
      fillIn(nodes, { recruiter: 'recruteur@entreprise.test', sender: 'rh@entreprise.test' });
    });
    await publishLine(this.topology, credentials);
    await hookIsThere(this.topology);
  }

  begin() {
    this.#work.push(this.#feed(), this.#watchFolder());
  }

  /** No more CVs come in; waits until all that came are kept. */
  async end(timeoutMs) {
    this.#stopped = true;
    const until = Date.now() + timeoutMs;
    while (this.kept.size < this.sent.size && Date.now() < until) await wait(500);
    this.#over = true;
    await Promise.all(this.#work);
    return this.kept.size === this.sent.size;
  }

  #over = false;

  async #feed() {
    while (!this.#stopped) {
      const n = this.#next++;
      this.sent.set(n, Date.now());
      if (n % 2 === 0) await this.#put(n);
      else if (this.#asking < AT_ONCE * 2) this.#work.push(this.#ask(n));
      else this.#waiting.push(n);
      await wait(this.gap);
    }
  }

  /** Whole at once, as a program does that respects the others; later, while the disk is full. */
  async #put(n) {
    const { data, fileName } = cvOf(n);
    const part = join(this.folder, '..', `.${fileName}.part`);
    for (;;) {
      try {
        writeFileSync(part, data);
        return renameSync(part, join(this.folder, fileName));
      } catch {
        this.refused += 1;
        await wait(AGAIN_MS);
      }
    }
  }

  #asking = 0;
  #waiting = [];

  async #ask(first) {
    this.#asking += 1;
    for (let n = first; n !== undefined; n = this.#waiting.shift()) {
      while (!this.#over && !this.kept.has(n)) {
        try {
          await sendCv(this.topology, cvOf(n), PATIENCE_MS);
          this.kept.set(n, Date.now());
        } catch {
          this.refused += 1;
          await wait(AGAIN_MS);
        }
      }
    }
    this.#asking -= 1;
  }

  async #watchFolder() {
    while (!this.#over) {
      const there = (name) => {
        try {
          return readdirSync(join(this.folder, name));
        } catch {
          return [];
        }
      };
      for (const name of [...there('processed'), ...there('failed')]) {
        const n = Number(/^cv-(\d+)\.txt$/.exec(name)?.[1] ?? Number.NaN);
        if (!Number.isNaN(n) && !this.kept.has(n)) this.kept.set(n, Date.now());
      }
      await wait(300);
    }
  }

  /** CVs whose files were set aside. */
  setAside() {
    try {
      return readdirSync(join(this.folder, 'failed')).filter((name) => name.endsWith('.txt')).length;
    } catch {
      return 0;
    }
  }

  all() {
    return [...this.sent.keys()].map(cvOf);
  }
}
