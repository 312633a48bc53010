import type { Kysely } from 'kysely';
import { invalidBackup } from './cipher';
import type { Database } from '../tables';
import { fixFormats, rowsOf, Summing, tablesOf, type TableSum } from './rows';

/** What stands at the head of a backup. */
export interface BackupHead {
  format: 'vivier-pool';
  version: 1;
  /** Numbers of the migrations that made its schema. */
  migrations: number[];
  createdAt: string;
}

export type BackupLine =
  | { kind: 'head'; head: BackupHead }
  | { kind: 'table'; name: string; columns: string[] }
  | { kind: 'row'; row: string }
  | { kind: 'end'; tables: Record<string, TableSum> };

/** The whole pool, line by line, inside a transaction that sees one moment of it. */
export async function* readPool(trx: Kysely<Database>, now: Date): AsyncGenerator<BackupLine> {
  await fixFormats(trx);
  const versions = await trx.selectFrom('vivier.schema_versions').select('version').orderBy('version').execute();
  const migrations = versions.map((row) => row.version);
  yield { kind: 'head', head: { format: 'vivier-pool', version: 1, migrations, createdAt: now.toISOString() } };
  const tables: Record<string, TableSum> = {};
  for (const table of await tablesOf(trx)) {
    yield { kind: 'table', name: table.name, columns: table.columns };
    const summing = new Summing();
    for await (const row of rowsOf(trx, table)) {
      summing.add(row);
      yield { kind: 'row', row };
    }
    tables[table.name] = summing.sum();
  }
  yield { kind: 'end', tables };
}

const MARKS = { head: 'H', table: 'T', row: 'R', end: 'E' } as const;

/** A row's text is JSON already and holds no line break: JSON escapes it. */
export function toText(line: BackupLine): string {
  if (line.kind === 'row') return `${MARKS.row}${line.row}\n`;
  return `${MARKS[line.kind]}${JSON.stringify(line)}\n`;
}

/** @throws VivierError `backup-invalid` */
export async function* fromBytes(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<BackupLine> {
  for await (const text of linesOf(chunks)) {
    if (text.startsWith(MARKS.row)) yield { kind: 'row', row: text.slice(1) };
    else yield parse(text);
  }
}

function parse(text: string): BackupLine {
  try {
    const line = JSON.parse(text.slice(1)) as BackupLine;
    if (line.kind in MARKS && MARKS[line.kind] === text[0]) return line;
  } catch (error) {
    throw invalidBackup('format', error);
  }
  throw invalidBackup('format');
}

/** By line feeds alone: Node's own readline also breaks at U+2028, which rows may hold. */
async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let waiting: Buffer[] = [];
  for await (const chunk of chunks) {
    let rest = Buffer.from(chunk);
    for (let end = rest.indexOf(10); end !== -1; end = rest.indexOf(10)) {
      yield Buffer.concat([...waiting, rest.subarray(0, end)]).toString();
      waiting = [];
      rest = rest.subarray(end + 1);
    }
    if (rest.length > 0) waiting.push(rest);
  }
  if (waiting.length > 0) throw invalidBackup('cut off');
}
