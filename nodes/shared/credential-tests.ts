import type {
  ICredentialDataDecryptedObject,
  ICredentialsDecrypted,
  ICredentialTestFunctions,
  INodeCredentialTestResult,
} from 'n8n-workflow';
import { toVivierError, VivierError } from '../../lib/errors';
import { createOllama, type OllamaHealth } from '../../lib/ollama';
import { openPool } from '../../lib/pool';
import { ollamaConfig, poolConfig } from './credentials';

type CredentialTest = (
  this: ICredentialTestFunctions,
  credential: ICredentialsDecrypted<ICredentialDataDecryptedObject>,
) => Promise<INodeCredentialTestResult>;

/** A credential's test button: what `work` found, in a few words, or what went wrong and what to do. */
export function credentialTest(work: (data: ICredentialDataDecryptedObject) => Promise<string>): CredentialTest {
  return async function (credential) {
    try {
      return { status: 'OK', message: `${await work(credential.data ?? {})} ✓` };
    } catch (error) {
      const known = toVivierError(error);
      return { status: 'Error', message: `${known.message} ${known.hint}` };
    }
  };
}

/** Opens the pool, and makes its tables at first use. */
export const vivierTalentPoolTest = credentialTest(async (data) => {
  const pool = await openPool(poolConfig(data));
  try {
    const { backend, version, candidates } = await pool.health();
    return `PostgreSQL ${version} (${backend}), ${candidates}`;
  } finally {
    await pool.close();
  }
});

/** Asks every host whether it is there and has the model. */
export const vivierOllamaTest = credentialTest(async (data) => {
  const client = createOllama(ollamaConfig(data));
  try {
    const health = await client.health();
    const [problem] = ollamaProblems(health);
    if (problem) throw problem;
    return health.model;
  } finally {
    await client.close();
  }
});

/** What keeps the model's hosts from working, in words. */
export function ollamaProblems(health: OllamaHealth): VivierError[] {
  return health.hosts.flatMap(({ drained, host, reachable, modelPresent, reason }) => {
    // Whoever drains a machine may well be about to switch it off.
    if (drained) return [];
    if (!reachable) return [new VivierError('ollama-unreachable', { what: host, reason: reason ?? undefined })];
    if (!modelPresent) return [new VivierError('model-missing', { what: health.model })];
    return reason ? [new VivierError('model-refused', { reason })] : [];
  });
}
