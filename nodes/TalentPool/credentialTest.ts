import type { ICredentialDataDecryptedObject, INodeCredentialTestResult } from 'n8n-workflow';
import { toVivierError } from '../../lib/errors';
import { openPool } from '../../lib/pool';
import { poolConfig } from '../shared';

/** The credential's test button: opens the pool (and makes its tables at first use). */
export async function testPool(data: ICredentialDataDecryptedObject): Promise<INodeCredentialTestResult> {
  try {
    const pool = await openPool(poolConfig(data));
    try {
      const { backend, version, candidates } = await pool.health();
      return { status: 'OK', message: `PostgreSQL ${version} (${backend}), ${candidates} ✓` };
    } finally {
      await pool.close();
    }
  } catch (error) {
    const known = toVivierError(error);
    return { status: 'Error', message: `${known.message} ${known.hint}` };
  }
}
