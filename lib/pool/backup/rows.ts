import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../tables';

export interface TableShape {
  /** With its schema, safe in SQL: it comes from the catalogue. */
  name: string;
  /** Without those that the database computes. */
  columns: string[];
  /** What rows are put in order by. */
  key: string[];
  /** Holds whole files: fetched a few at a time. */
  heavy: boolean;
}

/** How many rows a table has and the hash of their texts in the order of the primary key. */
export interface TableSum {
  rows: number;
  sha256: string;
}

const FEW = 2;
const MANY = 200;

/** The same texts for the same values, whatever the server's settings. */
export async function fixFormats(trx: Kysely<Database>): Promise<void> {
  await sql`select set_config('TimeZone', 'UTC', true), set_config('DateStyle', 'ISO', true),
    set_config('bytea_output', 'hex', true), set_config('extra_float_digits', '1', true)`.execute(trx);
}

/** Every table of the pool, also those that a later version adds, each after those that it refers to. */
export async function tablesOf(db: Kysely<Database>): Promise<TableShape[]> {
  const { rows } = await sql<TableShape & { refers: string[] }>`
    select format('%I.%I', n.nspname, c.relname) as name,
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
      array(select a.attname::text from pg_index i cross join lateral unnest(i.indkey) with ordinality as k(num, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.num
        where i.indrelid = c.oid and i.indisprimary order by k.place) as key,
      exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'content') as heavy,
      array(select distinct format('%I.%I', fn.nspname, f.relname) from pg_constraint r
        join pg_class f on f.oid = r.confrelid join pg_namespace fn on fn.oid = f.relnamespace
        where r.conrelid = c.oid and r.contype = 'f' and r.confrelid <> c.oid) as refers
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('vivier', 'vivier_personal') and c.relkind = 'r'
    order by 1`.execute(db);
  const ordered: TableShape[] = [];
  const waiting = new Map(rows.map((row) => [row.name, row]));
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter((row) => !row.refers.some((name) => waiting.has(name)));
    if (ready.length === 0) throw new Error('tables refer to each other in a circle');
    for (const { name, columns, key, heavy } of ready) {
      ordered.push({ name, columns, key, heavy });
      waiting.delete(name);
    }
  }
  return ordered;
}

/** A table's rows as JSON texts in the order of the primary key, through a cursor of the transaction's own. */
export async function* rowsOf(trx: Kysely<Database>, table: TableShape): AsyncGenerator<string> {
  const columns = sql.join(table.columns.map((column) => sql.id(column)));
  const order = sql.join((table.key.length > 0 ? table.key : table.columns).map((column) => sql.id(column)));
  const fetch = sql.raw(`fetch ${table.heavy ? FEW : MANY} from vivier_rows`);
  await sql`declare vivier_rows no scroll cursor for
    select row_to_json(t)::text as row from (select ${columns} from ${sql.raw(table.name)} order by ${order}) t`.execute(
    trx,
  );
  try {
    for (;;) {
      const { rows } = await sql<{ row: string }>`${fetch}`.execute(trx);
      if (rows.length === 0) return;
      for (const { row } of rows) yield row;
    }
  } finally {
    await sql`close vivier_rows`.execute(trx).catch(() => undefined);
  }
}

export class Summing {
  readonly #hash = createHash('sha256');
  #rows = 0;

  add(row: string): void {
    this.#rows++;
    this.#hash.update(row).update('\n');
  }

  sum(): TableSum {
    return { rows: this.#rows, sha256: this.#hash.digest('hex') };
  }
}

export async function sumOf(trx: Kysely<Database>, table: TableShape): Promise<TableSum> {
  const summing = new Summing();
  for await (const row of rowsOf(trx, table)) summing.add(row);
  return summing.sum();
}

/** @param rows JSON texts as `rowsOf` gives them. */
export async function insertRows(trx: Kysely<Database>, table: TableShape, rows: string[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = sql.join(table.columns.map((column) => sql.id(column)));
  const name = sql.raw(table.name);
  await sql`insert into ${name} (${columns}) overriding system value
    select ${columns} from json_populate_recordset(null::${name}, ${`[${rows.join(',')}]`}::json)`.execute(trx);
}

/** Numbers given out from now on come after those that were restored. */
export async function advanceSequences(trx: Kysely<Database>): Promise<void> {
  const { rows } = await sql<{ name: string; column: string }>`
    select format('%I.%I', table_schema, table_name) as name, column_name as column from information_schema.columns
    where table_schema in ('vivier', 'vivier_personal') and is_identity = 'YES'`.execute(trx);
  for (const { name, column } of rows) {
    await sql`select setval(pg_get_serial_sequence(${name}, ${column}), coalesce(max(${sql.id(column)}), 1),
      max(${sql.id(column)}) is not null) from ${sql.raw(name)}`.execute(trx);
  }
}
