// The story's log: each step with its seconds, and what was measured, printed as it happens and as a table for docs/.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';

export class Telling {
  constructor() {
    this.started = Date.now();
    this.rows = [];
    this.facts = [];
  }

  /** One step. What it returns is shown beside it; what it throws ends the story. */
  async step(name, work) {
    const started = Date.now();
    let said;
    try {
      said = await work();
    } catch (error) {
      console.log(`FAILED  ${name}: ${error.message} ${error.cause?.message ?? ''}`);
      throw error;
    }
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    const at = ((started - this.started) / 1000).toFixed(0);
    this.rows.push({ at, name, seconds, said: said ?? '' });
    console.log(`ok ${at.padStart(4)} s  ${name} (${seconds} s)${said ? `: ${said}` : ''}`);
  }

  fact(name, value) {
    this.facts.push({ name, value });
    console.log(`   ${name}: ${value}`);
  }

  /** The same as Markdown. */
  write(path, name) {
    const cell = (text) => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ');
    const row = (cells) => `| ${cells.map(cell).join(' | ')} |`;
    const day = new Date(this.started).toISOString().slice(0, 10);
    const load = `${cpus().length} CPUs, load ${loadavg()[1].toFixed(1)}`;
    const text = [
      `${day}, ${((Date.now() - this.started) / 1000).toFixed(0)} s in all (${load}):`,
      '',
      row(['at (s)', 'took (s)', 'step', 'seen']),
      '| -: | -: | --- | --- |',
      ...this.rows.map(({ at, seconds, name: step, said }) => row([at, seconds, step, said])),
      '',
      row(['figure', 'value']),
      '| --- | --- |',
      ...this.facts.map(({ name: figure, value }) => row([figure, value])),
    ].join('\n');
    writePart(path, name, text);
  }
}

/** Puts a text into a page's part between `<!-- NAME -->` and `<!-- /NAME -->`, or into a file of its own. */
export function writePart(path, name, text) {
  const page = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const part = new RegExp(`(<!-- ${name} -->\\n)[^]*?(\\n<!-- /${name} -->)`);
  writeFileSync(path, part.test(page) ? page.replace(part, (_, from, to) => `${from}\n${text}\n${to}`) : `${text}\n`);
}

export function holds(condition, otherwise) {
  if (!condition) throw new Error(otherwise);
}
