// The whole of n8n's queue mode on one machine, as docs/deploy puts it on several: Redis, PostgreSQL (one database for n8n, one for the talent pool), n8n's
// main process, workers and a webhook processor. Each has a folder of its own; they share the key and nothing else.
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort, N8n } from '../../../scripts/lib/n8n.mjs';
import { n8nCommand, nodeForN8n } from '../../../scripts/lib/paths.mjs';
import { throwAwayPostgres } from '../../../scripts/lib/postgres.mjs';
import { throwAwayRedis } from './redis.mjs';
import { answers, Supervised } from './supervised.mjs';

const LOCAL = '127.0.0.1';
export const POOL_KEY = 'only for these tests';

/**
 * What docs/deploy sets too. A run of a worker that died is given up when its lock has run out: n8n's own minute is long for a person who waits.
 */
const QUEUE = {
  EXECUTIONS_MODE: 'queue',
  OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
  N8N_DEFAULT_BINARY_DATA_MODE: 'database',
  N8N_PYTHON_ENABLED: 'false',
  QUEUE_HEALTH_CHECK_ACTIVE: 'true',
  QUEUE_WORKER_LOCK_DURATION: '20000',
  QUEUE_WORKER_LOCK_RENEW_TIME: '5000',
  QUEUE_WORKER_STALLED_INTERVAL: '10000',
  DB_POSTGRESDB_POOL_SIZE: '4',
};

export class Topology {
  /**
   * @param {{workers?: number, concurrency?: number, debian13?: boolean, env?: Record<string, string>,
   *   hosts?: import('./hosts.mjs').Hosts, pools?: string[], watched?: Record<string, string>}} options `concurrency`: runs at once in each worker. `debian13`: PostgreSQL 17 with pgvector, the oldest that
   *   n8n 2.40 supports. `hosts`: puts single workers on machines of their own. `pools`: databases for talent pools. `watched`: more
   *   environment for main and the first worker.
   */
  constructor({ workers = 2, concurrency = 5, debian13 = true, env = {}, hosts, pools = ['pool'], watched } = {}) {
    this.folder = mkdtempSync(join(tmpdir(), 'vivier-queue-'));
    this.options = { workers, concurrency, debian13, env, pools, watched };
    this.hosts = hosts;
    /** Where the others reach Redis and PostgreSQL. */
    this.address = hosts?.address ?? LOCAL;
    this.key = randomBytes(16).toString('hex');
    /** @type {Supervised[]} */
    this.workers = [];
  }

  async start() {
    const listen = [...new Set([LOCAL, this.address])];
    this.postgres = await throwAwayPostgres({ debian13: this.options.debian13, fsync: true, listen });
    await this.#makeDatabases();
    const redis = await throwAwayRedis(listen);
    this.redisFolder = redis.folder;
    this.redisPort = redis.port;
    this.redis = redis.part;
    this.redis.begin();
    await this.redis.ready();
    await this.#startN8n();
  }

  async #makeDatabases() {
    const client = new pg.Client({ connectionString: this.postgres.url });
    await client.connect();
    for (const name of ['n8n', ...this.options.pools]) await client.query(`create database ${name}`);
    await client.end();
  }

  async #startN8n() {
    this.webhookPort = await freePort();
    this.n8n = await this.#makeN8n('main', this.options.watched);
    const webhook = await this.#makeN8n('webhook', { N8N_PORT: String(this.webhookPort) });
    const mainUrl = `http://${LOCAL}:${this.n8n.port}`;
    // It answers for its editor before it does for itself, and says that it is ready before it knows all its addresses.
    const isReady = async () =>
      (await answers(`${mainUrl}/healthz/readiness`)) && (await answers(`${mainUrl}/rest/settings`));
    this.main = this.#part('main', this.n8n, ['start'], isReady);
    this.main.begin();
    // The others wait until main has made the tables.
    await this.main.ready();
    const webhookUrl = `http://${LOCAL}:${this.webhookPort}/healthz/readiness`;
    this.webhook = this.#part('webhook', webhook, ['webhook'], () => answers(webhookUrl));
    this.webhook.begin();
    for (let n = 0; n < this.options.workers; n++) await this.addWorker(n === 0 ? this.options.watched : {});
    await Promise.all([this.webhook, ...this.workers].map((part) => part.ready()));
    await this.n8n.logIn();
  }

  /** One more worker, begun. */
  async addWorker(env = {}) {
    const name = `worker ${this.workers.length + 1}`;
    const host = this.hosts?.next();
    const n8n = await this.#makeN8n(name.replace(' ', '-'), env);
    const at = `http://${host?.address ?? LOCAL}:${n8n.port}/healthz/readiness`;
    const args = ['worker', `--concurrency=${this.options.concurrency}`];
    const part = this.#part(name, n8n, args, () => answers(at), host);
    this.workers.push(part);
    part.begin();
    return part;
  }

  async #makeN8n(name, env = {}) {
    const folder = join(this.folder, name);
    mkdirSync(folder, { recursive: true });
    const port = await freePort();
    const { hostname, password, port: dbPort, username } = new URL(this.postgres.url);
    const database = {
      DB_TYPE: 'postgresdb',
      DB_POSTGRESDB_HOST: this.hosts ? this.address : hostname,
      DB_POSTGRESDB_PORT: dbPort,
      DB_POSTGRESDB_DATABASE: 'n8n',
      DB_POSTGRESDB_USER: username,
      DB_POSTGRESDB_PASSWORD: password,
    };
    const shared = {
      N8N_ENCRYPTION_KEY: this.key,
      QUEUE_BULL_REDIS_HOST: this.address,
      QUEUE_BULL_REDIS_PORT: String(this.redisPort),
      QUEUE_HEALTH_CHECK_PORT: String(port),
      N8N_WORKER_SERVER_ADDRESS: '0.0.0.0',
      // On several machines such a folder is a share; a folder that is only watched need not be.
      N8N_RESTRICT_FILE_ACCESS_TO: ['cvs', 'results'].map((name) => join(this.folder, 'main', name)).join(';'),
      N8N_RUNNERS_BROKER_PORT: String(await freePort()),
      N8N_WEBHOOK_URL: `http://localhost:${this.webhookPort}/`,
      VIVIER_LANGUAGE: 'en',
    };
    const extra = { ...QUEUE, ...database, ...shared, ...this.#owner(), ...this.options.env, ...env };
    return new N8n({ folder, port, env: extra });
  }

  /** There is one owner, whichever process starts first. */
  #owner() {
    if (!this.n8n) return {};
    return { N8N_INSTANCE_OWNER_PASSWORD_HASH: this.n8n.owner.hash };
  }

  #part(name, n8n, args, isReady, host) {
    const [file, ...before] = [...(host?.enter ?? []), nodeForN8n()];
    return new Supervised(
      name,
      { file, args: [...before, n8nCommand, ...args], env: n8n.env, cwd: join(this.folder, 'main') },
      isReady,
    );
  }

  /** Where webhooks and forms are answered. */
  get webhookUrl() {
    return `http://${LOCAL}:${this.webhookPort}`;
  }

  /** The talent pool as a program here opens it. */
  pool(database = this.options.pools[0]) {
    const { password, port, username } = new URL(this.postgres.url);
    return {
      backend: 'postgres',
      host: this.address,
      port: Number(port),
      database,
      user: username,
      password,
      ssl: false,
      encryptionKey: POOL_KEY,
    };
  }

  /** Every part that is a process, by name. PostgreSQL is not among them. */
  get parts() {
    return [this.main, this.webhook, ...this.workers, this.redis].filter(Boolean);
  }

  async stop() {
    const [redis, ...n8n] = [this.redis, this.main, this.webhook, ...this.workers];
    await Promise.all(n8n.map((part) => part?.stop()));
    await redis?.stop();
    this.postgres?.remove();
    for (const folder of [this.folder, this.redisFolder])
      if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Runs `work` with a topology and takes it down afterwards, also when somebody interrupts. */
export async function withTopology(options, work) {
  const topology = new Topology(options);
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => void topology.stop().then(() => process.exit(1)));
  try {
    await topology.start();
    return await work(topology);
  } finally {
    await topology.stop();
  }
}
