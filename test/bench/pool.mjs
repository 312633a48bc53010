// `npm run bench -- pool`: the talent pool with synthetic people, on PostgreSQL 17 with pgvector and on the embedded database.
import { createRequire } from 'node:module';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { root } from '../../scripts/lib/paths.mjs';
import { throwAwayPostgres } from '../../scripts/lib/postgres.mjs';
import { drawCurve } from './pool-curve.mjs';
import { peopleGenerator, queries, sequence } from './pool-people.mjs';
import { step } from './run.mjs';
import { decimal, table } from './tables.mjs';

const require = createRequire(import.meta.url);
const lib = (path) => require(join(root, 'dist', 'lib', path));

/** Stored by the full path, encrypted; the rest are copies of their index rows with other ids, dates and years. */
const STORED = 3_000;
const STORED_EMBEDDED = 1_000;
/** One by one, to compare. */
const STORED_ALONE = 500;
const WRITERS = 5;
const BATCH = 100;
const QUERIES = 120;
const DIMENSIONS = 256;
const EMBEDDED = 20_000;
const RADIUS = { city: 'Lyon', radiusKm: 50, minYears: 3 };
const TUNING = [
  "shared_buffers = '1GB'",
  "work_mem = '32MB'",
  // A million vectors' graph fits: beyond it pgvector goes on many times slower.
  "maintenance_work_mem = '2GB'",
  'max_parallel_maintenance_workers = 2',
  "max_wal_size = '8GB'",
  'random_page_cost = 1.1',
];

/** @returns {Promise<{sections: {title: string, body: string}[], result: object}>} */
export async function run(options) {
  const sizes = [...options.sizes].sort((a, b) => a - b);
  const end = performance.now() + 60_000 * options.minutes;
  const inTime = () => performance.now() < end;
  const rows = sizes.length > 0 ? await onPostgres(sizes, options.vectors, inTime) : [];
  const embedded = options.embedded ? await onEmbedded() : null;
  const folders = { figures: options.out, documents: join(root, 'docs', 'images') };
  const pictures = rows.length > 1 ? await drawCurve(rows, folders) : [];
  return { sections: sectionsOf(rows, embedded), result: { rows, embedded, pictures } };
}

/** One database that grows from size to size. */
async function onPostgres(sizes, mostVectors, inTime) {
  step('PostgreSQL 17');
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
    return await measure(config, sizes, { mostVectors, inTime, stored: STORED });
  } finally {
    await lib('pool').closeIdlePools();
    server.remove();
  }
}

async function onEmbedded() {
  step(`embedded database, ${EMBEDDED} candidates`);
  const folder = mkdtempSync(join(tmpdir(), 'vivier-bench-'));
  try {
    const config = { backend: 'embedded', folder, encryptionKey: 'a key for the bench' };
    const how = { mostVectors: 0, inTime: () => true, stored: STORED_EMBEDDED };
    return (await measure(config, [EMBEDDED], how))[0];
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

/** @param how `inTime`: whether another size may be begun; the first always is. */
async function measure(config, sizes, { mostVectors, inTime, stored }) {
  const { withInstance } = lib('pool/open');
  const pool = await lib('pool').openPool(config);
  const ingest = await ingestInto(pool, stored);
  try {
    return await withInstance(config, async ({ db }) => {
      const sql = async (text) => (await require('kysely').sql.raw(text).execute(db)).rows;
      const rows = [];
      for (const size of sizes) {
        if (rows.length > 0 && !inTime()) {
          step(`  time is up: not measured with ${size} candidates`);
          break;
        }
        step(`  ${size} candidates`);
        const [{ n }] = await sql('select count(*)::integer as n from vivier_personal.candidates');
        const indexing = await grow(sql, size - n);
        const asked = await timesOf(pool);
        step(`  ${size}: ${told(asked)}`);
        const vectors = size <= mostVectors ? await addVectors(sql) : null;
        const hybrid = vectors ? await hybridTimes(pool) : null;
        if (hybrid) step(`  ${size}: ${told({ hybrid })}`);
        const [{ bytes }] = await sql('select pg_database_size(current_database())::float8 as bytes');
        const [{ index }] = await sql("select pg_relation_size('vivier_personal.candidates_search')::float8 as index");
        rows.push({ backend: config.backend, size, ingest, ...indexing, vectors, ...asked, hybrid, bytes, index });
      }
      return rows;
    });
  } finally {
    await pool.close();
  }
}

/** Said at once: a bench that is ended early has not measured in vain. */
const told = (figures) =>
  Object.entries(figures)
    .map(([name, { p50, p95, worst }]) => `${name} ${[p50, p95, worst].map((ms) => decimal(ms, 0)).join(' / ')} ms`)
    .join(', ');

async function hybridTimes({ candidates }) {
  const meaning = embedderOf();
  const ask = (one) => candidates.search({ ...one, limit: 20, meaning });
  for (const one of queries(20)) await ask(one);
  return times(queries(QUERIES), ask);
}

async function timesOf({ candidates }) {
  const asked = queries(QUERIES);
  const some = asked.slice(0, 60);
  const misspelt = ({ query }, index) => (index % 3 === 0 ? `${query} zyxabsent` : query.replace(/(.)(.)$/, '$2$1'));
  for (const one of asked.slice(0, 20)) await candidates.search({ ...one, limit: 20 });
  return {
    words: await times(asked, (one) => candidates.search({ ...one, limit: 20 })),
    facets: await times(some, (one) => candidates.search({ ...one, limit: 20, facets: true })),
    typos: await times(some.map(misspelt), (query) => candidates.search({ query, limit: 20 })),
    radius: await times(some, ({ query }) => candidates.search({ query, filters: RADIUS, limit: 20 })),
  };
}

/** Candidates a second by the full path: profile, file, text, keys, index, log; a few writers side by side, one by one and in batches. */
async function ingestInto(pool, count) {
  const { emptyProfile } = lib('profile');
  const make = peopleGenerator(emptyProfile);
  const inputs = Array.from({ length: STORED_ALONE + count }, (_, index) => {
    const { profile, text } = make(index);
    const document = { fileName: 'cv.txt', mimeType: 'text/plain', data: Buffer.from(text), text };
    return { profile, document, source: 'bench' };
  });
  const alone = await rateOf(inputs.slice(0, STORED_ALONE), 1, ([one]) => pool.candidates.upsert(one));
  const together = await rateOf(inputs.slice(STORED_ALONE), BATCH, async (batch) => {
    const failed = (await pool.candidates.upsertMany(batch)).find(({ error }) => error);
    if (failed) throw failed.error;
  });
  return { alone, together };
}

/** @returns {Promise<{perSecond: number, cpuMs: number, serverCpuMs: number}>} CPU for each candidate: this process', and PostgreSQL's */
async function rateOf(inputs, size, store) {
  const [start, cpu, server] = [performance.now(), process.cpuUsage(), serverCpuMs()];
  let at = 0;
  const writer = async () => {
    while (at < inputs.length) await store(inputs.slice(at, (at += size)));
  };
  await Promise.all(Array.from({ length: WRITERS }, writer));
  const { user, system } = process.cpuUsage(cpu);
  return {
    perSecond: (1000 * inputs.length) / (performance.now() - start),
    cpuMs: (user + system) / 1000 / inputs.length,
    serverCpuMs: (serverCpuMs() - server) / inputs.length,
  };
}

/** CPU time of the server's processes for us (Linux counts in hundredths of a second); 0 where there is no /proc. */
function serverCpuMs() {
  if (!existsSync('/proc/self/stat')) return 0;
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const ticks = pids.map((pid) => {
    try {
      if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith('postgres: vivier ')) return 0;
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
      return Number(fields[11]) + Number(fields[12]);
    } catch {
      return 0; // It ended meanwhile.
    }
  });
  return 10 * ticks.reduce((sum, one) => sum + one, 0);
}

/** Copies of the stored rows under new ids. Their profiles are the plain form, which opens under any id. */
async function grow(sql, more) {
  const names = ['candidates_search', 'candidates_words', 'candidates_recent', 'candidates_created', 'candidates_town'];
  const definitions = await sql(
    `select indexdef from pg_indexes where schemaname = 'vivier_personal' and indexname in ('${names.join("','")}')`,
  );
  const start = performance.now();
  if (more > 0) {
    await sql('drop table if exists template');
    for (const name of names) await sql(`drop index if exists vivier_personal.${name}`);
    await sql(
      `create unlogged table template as select row_number() over (order by id) as place, * from vivier_personal.candidates limit ${STORED}`,
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
            search_vector, spoken, degree_level, filter_keys, town, index_version, created_at, updated_at, last_contact_at)
          select gen_random_uuid(), 1, source, skills, languages, experience_months, search_words, search_vector, spoken, degree_level,
            filter_keys, town, index_version, at, at, at
          from (select t.*, now() - random() * interval '700 days' as at from generate_series(1, ${count}) as g(i)
            join template t on t.place = 1 + (g.i * 7919 + ${done}) % ${n}) chosen
          returning id)
        insert into vivier_personal.candidate_profiles (candidate_id, version, body, created_at)
        select id, 1, '\\x${body}'::bytea, now() from made`);
      step(`  ${done + count} rows`);
    }
  }
  await sql('drop table if exists template');
  const loaded = performance.now();
  if (more > 0) for (const { indexdef } of definitions) await sql(indexdef);
  const indexed = performance.now();
  await sql('analyze vivier_personal.candidates');
  await sql('analyze vivier_personal.candidate_profiles');
  return { loadSeconds: (loaded - start) / 1000, indexSeconds: (indexed - loaded) / 1000 };
}

async function addVectors(sql) {
  await sql('drop index if exists vivier_personal.embeddings_bench');
  const start = performance.now();
  await sql(`insert into vivier_personal.embeddings (candidate_id, model, dimensions, profile_version, text_hash, floats, at)
    select id, 'bench', ${DIMENSIONS}, profile_version, '\\x00', array(select (random() - 0.5)::real from generate_series(1, ${DIMENSIONS}) where id is not null), now()
    from vivier_personal.candidates on conflict do nothing`);
  const filled = performance.now();
  await sql(`create index embeddings_bench on vivier_personal.embeddings using hnsw ((floats::vector(${DIMENSIONS})) vector_cosine_ops)
    where model = 'bench' and dimensions = ${DIMENSIONS}`);
  await sql('analyze vivier_personal.embeddings');
  return { fillSeconds: (filled - start) / 1000, indexSeconds: (performance.now() - filled) / 1000 };
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
  const body = all.map((row) => [
    row.backend,
    row.size,
    ms(row.words),
    ms(row.hybrid),
    ms(row.facets),
    ms(row.typos),
    ms(row.radius),
    decimal(row.indexSeconds, 1),
    decimal(row.vectors?.indexSeconds, 1),
    decimal(row.bytes / 1e6, 0),
    decimal(row.index / 1e6, 0),
  ]);
  const first = [rows[0], embedded].filter(Boolean);
  const ingests = first.flatMap(({ backend, ingest }) => [
    [backend, 'one by one', ...ingestFigures(ingest.alone)],
    [backend, `batches of ${BATCH}`, ...ingestFigures(ingest.together)],
  ]);
  return [
    { title: `Talent pool, ${availableParallelism()} cores: search`, body: table(SEARCH_HEAD, body) },
    { title: `Ingest, ${WRITERS} writers`, body: table(INGEST_HEAD, ingests) },
  ];
}

const SEARCH_HEAD = [
  ...['backend', 'candidates', 'words + filter, ms p50 / p95', 'hybrid', 'with facets', 'misspelt or absent'],
  ...['50 km around Lyon', 'indexes, s', 'vector index, s', 'disk, MB', 'word index, MB'],
];
const INGEST_HEAD = ['backend', 'how', 'candidates / s', 'CPU, ms each', 'PostgreSQL’s CPU, ms each'];

const ingestFigures = ({ perSecond, cpuMs, serverCpuMs: server }) => [
  decimal(perSecond, 0),
  decimal(cpuMs, 2),
  decimal(server || null, 2),
];
