export interface EmbeddedConfig {
  backend: 'embedded';
  /** Made when it does not exist. `memory://NAME` keeps nothing: for tests and demos. */
  folder: string;
  encryptionKey?: string;
}

export interface PostgresConfig {
  backend: 'postgres';
  host: string;
  port: number;
  database: string;
  user: string;
  password: string;
  /** True checks the server's certificate; an object is given to Node's TLS as it is. */
  ssl?: boolean | { rejectUnauthorized?: boolean; ca?: string; cert?: string; key?: string };
  encryptionKey?: string;
}

/**
 * Where the talent pool is. With `encryptionKey`, profiles, original files and their texts, and scores are encrypted; names and
 * words of the search index (without contact details) stay in the clear, or nothing could be found.
 */
export type PoolConfig = EmbeddedConfig | PostgresConfig;

export interface Statistics {
  candidates: number;
  profileVersions: number;
  documents: number;
  offers: { open: number; closed: number };
  applications: number;
  byStage: Record<string, number>;
  erased: number;
  /** Decisions of people on scored applications, and how many went against the score. */
  overrides: { decided: number; against: number; rate: number | null };
  held: number;
  toRescore: number;
}

export interface PoolHealth {
  backend: PoolConfig['backend'];
  /** The database's own version, for example `15.18`. */
  version: string;
  schemaVersion: number;
  /** False: search by words only. */
  pgvector: boolean;
  /** False: misspelt words are not found. */
  trigrams: boolean;
  encrypted: boolean;
  candidates: number;
  folder?: string;
}

export const COMPARISONS = [
  ...(['equal', 'notEqual', 'contains', 'greater', 'greaterOrEqual', 'less', 'lessOrEqual'] as const),
  ...(['isEmpty', 'isNotEmpty'] as const),
] as const;

export type Comparison = (typeof COMPARISONS)[number];

/** Which rows of a list, and in which order. What is empty is neither greater nor less than anything, and comes last. */
export interface ListInput extends PageInput {
  where?: { field: string; comparison: Comparison; value?: unknown }[];
  /** Default: all of the conditions. */
  combine?: 'all' | 'any';
  sort?: { field: string; direction?: 'ascending' | 'descending' }[];
}

export interface PageInput {
  /** 1 to 1000, default 50. */
  limit?: number;
  offset?: number;
}
