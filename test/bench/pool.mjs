// `npm run bench -- pool`: the talent pool with synthetic people, on PostgreSQL 17 with pgvector and on the embedded database.
import { createRequire } from 'node:module';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { root } from '../../scripts/lib/paths.mjs';
import { throwAwayPostgres } from '../../scripts/lib/postgres.mjs';
import { peopleGenerator, queries, sequence } from './pool-people.mjs';
import { step } from './run.mjs';
import { decimal, table } from './tables.mjs';

const require = createRequire(import.meta.url);
const lib = (path) => require(join(root, 'dist', 'lib', path));

/** Stored by the full path, encrypted; the rest are copies of their index rows with other ids, dates and years. */
const STORED = 3_000;
const WRITERS = 5;
const QUERIES = 120;
const DIMENSIONS = 256;
/** Above it, vectors would take hours to index on two cores. */
const MOST_VECTORS = 100_000;
const EMBEDDED = 20_000;
const TUNING = [
  "shared_buffers = '1GB'",
  "work_mem = '32MB'",
  "maintenance_work_mem = '1GB'",
  'max_parallel_maintenance_workers = 2',
  "max_wal_size = '8GB'",
  'random_page_cost = 1.1',
];

/** @returns {Promise<{sections: {title: string, body: string}[], result: object}>} */
export async function run(options) {
  const rows = [];
  for (const size of options.sizes) rows.push(await onPostgres(size));
  const embedded = options.embedded ? await onEmbedded() : null;
  return { sections: sectionsOf(rows, embedded), result: { rows, embedded } };
}

async function onPostgres(size) {
  step(`PostgreSQL 17, ${size} candidates`);
  const server = await throwAwayPostgres({ debian13: true, fsync: true });
  try {
    const url = new URL(server.url);
    const config = {
      ...{ backend: 'postgres', host: url.hostname, port: Number(url.port), database: 'postgres' },
      ...{ user: url.username, password: url.password, encryptionKey: 'a key for the bench' },
    };
    await tune(config);
    server.stop();
    await server.start();
    return await measure(config, size, MOST_VECTORS);
  } finally {
    await lib('pool').closeIdlePools();
    server.remove();
  }
}

async function onEmbedded() {
  step(`embedded database, ${EMBEDDED} candidates`);
  const folder = mkdtempSync(join(tmpdir(), 'vivier-bench-'));
  try {
    return await measure({ backend: 'embedded', folder, encryptionKey: 'a key for the bench' }, EMBEDDED, 0, 1_000);
  } finally {
    await lib('pool').closeIdlePools();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function tune({ host, port, database, user, password }) {
  const { Client } = require('pg');
  const client = new Client({ host, port, database, user, password });
  await client.connect();
  for (const setting of TUNING) await client.query(`alter system set ${setting}`);
  await client.end();
}

async function measure(config, size, mostVectors, stored = STORED) {
  const { withInstance } = lib('pool/open');
  const pool = await lib('pool').openPool(config);
  const ingest = await ingestInto(pool, stored);
  return withInstance(config, async ({ db }) => {
    const sql = async (text) => (await require('kysely').sql.raw(text).execute(db)).rows;
    const indexing = await grow(sql, size - stored);
    const vectors = size <= mostVectors ? await addVectors(sql, size) : null;
    const asked = queries(QUERIES);
    const embed = embedderOf();
    for (const { query, filters } of asked.slice(0, 20)) await pool.candidates.search({ query, filters, limit: 20 });
    const words = await times(asked, ({ query, filters }) => pool.candidates.search({ query, filters, limit: 20 }));
    const hybrid = vectors
      ? await times(asked, ({ query, filters }) =>
          pool.candidates.search({ query, filters, limit: 20, meaning: embed }),
        )
      : null;
    const plain = await times(asked.slice(0, 60), ({ query, filters }) =>
      pool.candidates.search({ query, filters, limit: 1 }),
    );
    const facets = await times(asked.slice(0, 60), ({ query, filters }) =>
      pool.candidates.search({ query, filters, limit: 1, facets: true }),
    );
    const typos = await times(asked.slice(0, 10), ({ query }) =>
      pool.candidates.search({ query: query.replace(/(.)(.)$/, '$2$1'), limit: 20 }),
    );
    const [{ bytes }] = await sql('select pg_database_size(current_database())::float8 as bytes');
    const [{ index }] = await sql("select pg_relation_size('vivier_personal.candidates_search')::float8 as index");
    await pool.close();
    return {
      backend: config.backend,
      size,
      ingest,
      ...indexing,
      vectors,
      words,
      plain,
      hybrid,
      facets,
      typos,
      bytes,
      index,
    };
  });
}

/** Candidates a second by the full path: profile, file, text, keys, index, log; a few writers side by side. */
async function ingestInto(pool, count) {
  const { emptyProfile } = lib('profile');
  const make = peopleGenerator(emptyProfile);
  const people = Array.from({ length: count }, (_, index) => make(index));
  const start = performance.now();
  let at = 0;
  const writer = async () => {
    while (at < people.length) {
      const { profile, text } = people[at++];
      const document = { fileName: 'cv.txt', mimeType: 'text/plain', data: Buffer.from(text), text };
      await pool.candidates.upsert({ profile, document, source: 'bench' });
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, writer));
  return (1000 * count) / (performance.now() - start);
}

/** Copies of the stored rows under new ids. Their profiles are the plain form, which opens under any id. */
async function grow(sql, more) {
  const names = ['candidates_search', 'candidates_words', 'candidates_recent', 'candidates_created'];
  const definitions = await sql(
    `select indexdef from pg_indexes where schemaname = 'vivier_personal' and indexname in ('${names.join("','")}')`,
  );
  const start = performance.now();
  if (more > 0) {
    for (const name of names) await sql(`drop index if exists vivier_personal.${name}`);
    await sql(
      `create temporary table template as select row_number() over (order by id) as place, * from vivier_personal.candidates`,
    );
    const [{ n }] = await sql('select count(*)::integer as n from template');
    const body = Buffer.concat([
      Buffer.from([0]),
      Buffer.from(JSON.stringify(lib('profile').emptyProfile('2026-11-01'))),
    ]).toString('hex');
    for (let done = 0; done < more; done += 50_000) {
      const count = Math.min(50_000, more - done);
      await sql(`with made as (
          insert into vivier_personal.candidates (id, profile_version, source, skills, languages, experience_months, search_words,
            search_vector, spoken, degree_level, filter_keys, index_version, created_at, updated_at, last_contact_at)
          select gen_random_uuid(), 1, source, skills, languages, experience_months, search_words, search_vector, spoken, degree_level,
            filter_keys, index_version, at, at, at
          from (select t.*, now() - random() * interval '700 days' as at from generate_series(1, ${count}) as g(i)
            join template t on t.place = 1 + (g.i * 7919 + ${done}) % ${n}) chosen
          returning id)
        insert into vivier_personal.candidate_profiles (candidate_id, version, body, created_at)
        select id, 1, '\\x${body}'::bytea, now() from made`);
      step(`  ${done + count} rows`);
    }
  }
  const loaded = performance.now();
  if (more > 0) for (const { indexdef } of definitions) await sql(indexdef);
  const indexed = performance.now();
  await sql('analyze vivier_personal.candidates');
  await sql('analyze vivier_personal.candidate_profiles');
  return { loadSeconds: (loaded - start) / 1000, indexSeconds: (indexed - loaded) / 1000 };
}

async function addVectors(sql, size) {
  const start = performance.now();
  await sql(`insert into vivier_personal.embeddings (candidate_id, model, dimensions, profile_version, text_hash, floats, at)
    select id, 'bench', ${DIMENSIONS}, profile_version, '\\x00', array(select (random() - 0.5)::real from generate_series(1, ${DIMENSIONS}) where id is not null), now()
    from vivier_personal.candidates`);
  const filled = performance.now();
  await sql(`create index embeddings_bench on vivier_personal.embeddings using hnsw ((floats::vector(${DIMENSIONS})) vector_cosine_ops)
    where model = 'bench' and dimensions = ${DIMENSIONS}`);
  await sql('analyze vivier_personal.embeddings');
  return { size, fillSeconds: (filled - start) / 1000, indexSeconds: (performance.now() - filled) / 1000 };
}

function embedderOf() {
  const next = sequence(3);
  const embed = (texts) => Promise.resolve(texts.map(() => Array.from({ length: DIMENSIONS }, () => next() - 0.5)));
  return { model: 'bench', embed };
}

async function times(asked, ask) {
  const taken = [];
  for (const one of asked) {
    const start = performance.now();
    await ask(one);
    taken.push(performance.now() - start);
  }
  taken.sort((a, b) => a - b);
  const at = (share) => taken[Math.min(taken.length - 1, Math.floor(share * taken.length))];
  return { p50: at(0.5), p95: at(0.95), worst: taken.at(-1) };
}

function sectionsOf(rows, embedded) {
  const all = [...rows, ...(embedded ? [embedded] : [])];
  const ms = (figures) => (figures ? `${decimal(figures.p50, 0)} / ${decimal(figures.p95, 0)}` : '–');
  const head = [
    'backend',
    'candidates',
    'words + filter, ms p50 / p95',
    'hybrid',
    'with facets',
    'misspelt',
    'ingest / s',
    'indexes, s',
    'disk, MB',
  ];
  const body = all.map((row) => [
    row.backend,
    row.size,
    ms(row.words),
    ms(row.hybrid),
    ms(row.facets),
    ms(row.typos),
    decimal(row.ingest, 0),
    decimal(row.indexSeconds, 1),
    decimal(row.bytes / 1e6, 0),
  ]);
  return [{ title: `Talent pool, ${availableParallelism()} cores`, body: table(head, body) }];
}
