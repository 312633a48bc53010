import { DEFAULT_MODEL, splitHosts, type OllamaConfig } from '../ollama';

/** What is looked at: only what is set up here. Null leaves a check out. */
export interface HealthSettings {
  /** PostgreSQL's address of the pool. */
  pool: string | null;
  ollama: OllamaConfig;
  n8nUrl: string | null;
  /** PostgreSQL's address of n8n's own database, to see which workflows are on. */
  n8nDatabase: string | null;
  /** A folder on the disk that fills up. */
  folder: string;
  /** Where the nightly backup leaves `backup.json`. */
  stateFolder: string | null;
  /** One file an opening of the firewall, lines of host, port and perhaps a system user. */
  egressFolder: string | null;
  /** Where HTTPS is served, as `host:port`. */
  https: string | null;
}

const LOCAL_OLLAMA = 'http://127.0.0.1:11434';

/** From the variables that the appliance sets; on any other machine most of them are missing. */
export function healthSettings(env: NodeJS.ProcessEnv): HealthSettings {
  const hosts = splitHosts(env.OLLAMA_HOST ?? '');
  const ollama = { hosts: hosts.length > 0 ? hosts : [LOCAL_OLLAMA], model: env.VIVIER_MODEL || DEFAULT_MODEL };
  return {
    pool: /^postgres(ql)?:/.test(env.VIVIER_POOL ?? '') ? (env.VIVIER_POOL ?? null) : null,
    ollama: { ...ollama, apiKey: env.OLLAMA_API_KEY },
    n8nUrl: env.VIVIER_N8N_URL || null,
    n8nDatabase: env.VIVIER_N8N_DATABASE || null,
    folder: env.VIVIER_DATA || process.cwd(),
    stateFolder: env.VIVIER_STATE || null,
    egressFolder: env.VIVIER_EGRESS || null,
    https: env.VIVIER_HTTPS || null,
  };
}
