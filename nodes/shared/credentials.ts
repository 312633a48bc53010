import { homedir } from 'node:os';
import { resolve } from 'node:path';
import type { ICredentialDataDecryptedObject, IExecuteFunctions } from 'n8n-workflow';
import type { AnalysisCache } from '../../lib/analyze';
import { VivierError } from '../../lib/errors';
import { createOllama, DEFAULT_MODEL, splitHosts, type OllamaClient, type OllamaConfig } from '../../lib/ollama';
import { openPool, type PoolConfig, type TalentPool } from '../../lib/pool';
import { answersInMemory, forgettingAnswers, type KeepAnswers } from './answers';

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const number = (value: unknown): number | undefined => (typeof value === 'number' && value > 0 ? value : undefined);

/** Credential `vivierOllamaApi` (several hosts, one a line or separated by commas, with words behind them) as the client's configuration. */
export function ollamaConfig(data: ICredentialDataDecryptedObject): OllamaConfig {
  const hosts = splitHosts(text(data.hosts));
  if (!hosts.length) throw new VivierError('invalid-input', { what: 'Vivier Ollama: Hosts' });
  return {
    hosts,
    model: text(data.model) || DEFAULT_MODEL,
    apiKey: text(data.apiKey) || undefined,
    contextTokens: number(data.contextTokens),
    timeoutMs: number(data.timeoutSeconds) ? Number(data.timeoutSeconds) * 1000 : undefined,
  };
}

/** Credential `ollamaApi`, n8n's own: one host; the model comes from the node. */
export function n8nOllamaConfig(data: ICredentialDataDecryptedObject, model: string): OllamaConfig {
  return { hosts: [text(data.baseUrl)], model: model || DEFAULT_MODEL, apiKey: text(data.apiKey) || undefined };
}

/** Commands of n8n that belong to queue mode whatever its settings say. */
const QUEUE_COMMANDS = ['worker', 'webhook'];

/** n8n's setting of that name; a worker that was started without it works in queue mode all the same. */
const inQueueMode = () => process.env.EXECUTIONS_MODE === 'queue' || QUEUE_COMMANDS.includes(process.argv[2]);

/** Credential `vivierTalentPoolApi`. @throws VivierError `pool-embedded-queue` for a folder while n8n has several workers. */
export function poolConfig(data: ICredentialDataDecryptedObject): PoolConfig {
  const encryptionKey = text(data.encryptionKey) || undefined;
  if (data.backend !== 'postgres') {
    // One process may have the folder open: in queue mode the others would fail now and then, and on another machine have an empty one.
    if (inQueueMode()) throw new VivierError('pool-embedded-queue');
    return { backend: 'embedded', folder: expandHome(text(data.folder)), encryptionKey };
  }
  return {
    backend: 'postgres',
    host: text(data.host),
    port: number(data.port) ?? 5432,
    database: text(data.database),
    user: text(data.user),
    password: typeof data.password === 'string' ? data.password : '',
    ssl: data.ssl === true ? { rejectUnauthorized: data.allowUnauthorizedCerts !== true } : false,
    encryptionKey,
  };
}

/** Credential `postgres`, n8n's own. */
export function n8nPostgresConfig(data: ICredentialDataDecryptedObject): PoolConfig {
  if (data.sshTunnel === true) {
    throw new VivierError('invalid-input', { what: 'Postgres', reason: 'an SSH tunnel can’t be used here' });
  }
  const insecure = data.allowUnauthorizedCerts === true;
  return {
    backend: 'postgres',
    host: text(data.host),
    port: number(data.port) ?? 5432,
    database: text(data.database),
    user: text(data.user),
    password: typeof data.password === 'string' ? data.password : '',
    ssl: insecure || data.ssl === 'require' ? { rejectUnauthorized: !insecure } : false,
  };
}

function expandHome(folder: string): string {
  if (!folder) throw new VivierError('invalid-input', { what: 'Vivier Talent Pool: Folder' });
  return folder.startsWith('~') ? resolve(homedir(), folder.slice(1).replace(/^[/\\]/, '')) : resolve(folder);
}

const MOST_CLIENTS = 50;
const clients = new Map<string, OllamaClient>();

/** One client per configuration for the whole process: the limit of requests per host and the circuit breaker hold across nodes and runs. */
export function sharedOllama(config: OllamaConfig): OllamaClient {
  const key = JSON.stringify(config);
  const known = clients.get(key);
  if (known) return known;
  const client = createOllama(config);
  clients.set(key, client);
  // A changed credential makes a new client; work under way keeps the one that it began with.
  const [oldest] = clients.keys();
  if (clients.size > MOST_CLIENTS && oldest !== undefined) clients.delete(oldest);
  return client;
}

/** The pool that a node's two possible credentials name, by its parameter `authentication`. */
export async function chosenPool(
  ctx: Pick<IExecuteFunctions, 'getCredentials'>,
  authentication: unknown,
): Promise<PoolConfig> {
  return authentication === 'postgres'
    ? n8nPostgresConfig(await ctx.getCredentials('postgres'))
    : poolConfig(await ctx.getCredentials('vivierTalentPoolApi'));
}

/** Opens a pool, does the work and gives it back: the embedded database closes when nobody in this process uses it. */
export async function usePool<T>(config: PoolConfig, work: (pool: TalentPool) => Promise<T>): Promise<T> {
  const pool = await openPool(config);
  try {
    return await work(pool);
  } finally {
    await pool.close();
  }
}

/** The pool of the node's credential; erasures through it also empty this process's memory of answers. */
export async function withPool<T>(ctx: IExecuteFunctions, work: (pool: TalentPool) => Promise<T>): Promise<T> {
  const config = await chosenPool(ctx, ctx.getNodeParameter('authentication', 0));
  return await usePool(config, (pool) => work(forgettingAnswers(pool)));
}

/** Gives `work` the place where the model's answers are kept, open for as long as it lasts. */
export async function withAnswers<T>(
  ctx: Pick<IExecuteFunctions, 'getNodeParameter' | 'getCredentials'>,
  work: (cache: AnalysisCache | undefined) => Promise<T>,
): Promise<T> {
  const where = ctx.getNodeParameter('keepAnswers', 0, 'memory') as KeepAnswers;
  const engine = ctx.getNodeParameter('engine', 0) as string;
  if (engine === 'rules' || engine === 'later' || where === 'nowhere') return await work(undefined);
  // Each worker would have its own, and an erasure by one of them would leave the others' quotes of the CV where they are.
  if (where === 'memory') return await work(inQueueMode() ? undefined : answersInMemory);
  return await usePool(await chosenPool(ctx, 'vivierTalentPoolApi'), (pool) => work(pool.answers));
}
