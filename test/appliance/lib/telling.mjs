// The story's log: each step with its seconds, and what was measured, printed as it happens and as a table for docs/.
import { writeFileSync } from 'node:fs';

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
  write(path, title) {
    const table = this.rows.map(
      ({ at, name, seconds, said }) => `| ${at} | ${name} | ${seconds} | ${said.replaceAll('|', '\\|')} |`,
    );
    const facts = this.facts.map(({ name, value }) => `| ${name} | ${value} |`);
    const lines = [`## ${title}`, '', '| at (s) | step | took (s) | seen |', '|---|---|---|---|', ...table, '', '| figure | value |', '|---|---|', ...facts, '']; // prettier-ignore
    writeFileSync(path, lines.join('\n'));
  }
}

export function holds(condition, otherwise) {
  if (!condition) throw new Error(otherwise);
}
