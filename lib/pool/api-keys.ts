import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { appendAudit } from './audit';
import { transact, type PoolContext } from './context';
import type { ApiKeyRow } from './tables';
import { API_ROLES, type ApiKey, type ApiKeyInput, type ApiRole, type NewApiKey } from './types';
import { invalid, notFound, optionalDate, requiredText, uuid } from './validate';

/** So that a key is known as one wherever it turns up, by people and by programs that look for leaked secrets. */
const PREFIX = 'vivier_';
const KEY_BYTES = 32;
/** How exactly `lastUsedAt` is kept: a write for each request would cost more than it tells. */
const USED_EVERY_MS = 3_600_000;

const hashOf = (key: string) => createHash('sha256').update(key).digest();

/** Makes a key. It is told this once and can't be read again: the pool keeps its hash alone. */
export async function addApiKey(context: PoolContext, input: ApiKeyInput): Promise<NewApiKey> {
  const name = requiredText(input.name, 'name', 100);
  const by = requiredText(input.by, 'by', 200);
  const role = roleOf(input.role);
  const expiresAt = optionalDate(input.expiresAt, 'expiresAt');
  if (expiresAt && expiresAt <= context.now()) {
    throw invalid('expiresAt', 'a day to come is expected', 'une date à venir est attendue');
  }
  const key = PREFIX + randomBytes(KEY_BYTES).toString('base64url');
  const row: ApiKeyRow = {
    id: randomUUID(),
    name,
    role,
    key_hash: hashOf(key),
    created_by: by,
    created_at: context.now(),
    expires_at: expiresAt,
    revoked_at: null,
    last_used_at: null,
  };
  await transact(context, async (trx) => {
    await trx.insertInto('vivier.api_keys').values(row).execute();
    const details = { keyId: row.id, role };
    await appendAudit(context, trx, {
      actor: by,
      action: 'api-key.created',
      subjectKind: 'pool',
      subjectId: null,
      details,
    });
  });
  return { ...toApiKey(row), key };
}

/** Newest first, withdrawn ones too. */
export async function listApiKeys(context: PoolContext): Promise<ApiKey[]> {
  const rows = await context.db
    .selectFrom('vivier.api_keys')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(toApiKey);
}

/** From now on it opens nothing. A second time changes nothing. */
export async function revokeApiKey(context: PoolContext, keyId: string, input: { by: string }): Promise<ApiKey> {
  const id = uuid(keyId, 'keyId');
  const by = requiredText(input.by, 'by', 200);
  return await transact(context, async (trx) => {
    const known = await trx
      .selectFrom('vivier.api_keys')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!known) throw notFound('key');
    if (known.revoked_at) return toApiKey(known);
    const revokedAt = context.now();
    await trx.updateTable('vivier.api_keys').set({ revoked_at: revokedAt }).where('id', '=', id).execute();
    const details = { keyId: id };
    await appendAudit(context, trx, {
      actor: by,
      action: 'api-key.revoked',
      subjectKind: 'pool',
      subjectId: null,
      details,
    });
    return toApiKey({ ...known, revoked_at: revokedAt });
  });
}

/** Whose key it is; null for one that was never made, is withdrawn or too old: which of these is told to nobody. */
export async function checkApiKey(context: PoolContext, key: string): Promise<ApiKey | null> {
  if (!key.startsWith(PREFIX)) return null;
  const row = await context.db
    .selectFrom('vivier.api_keys')
    .selectAll()
    .where('key_hash', '=', hashOf(key))
    .executeTakeFirst();
  const now = context.now();
  if (!row || row.revoked_at || (row.expires_at && row.expires_at <= now)) return null;
  if (!row.last_used_at || now.getTime() - row.last_used_at.getTime() > USED_EVERY_MS) {
    await context.db.updateTable('vivier.api_keys').set({ last_used_at: now }).where('id', '=', row.id).execute();
  }
  return toApiKey(row);
}

function roleOf(value: unknown): ApiRole {
  const role = API_ROLES.find((known) => known === value);
  if (role) return role;
  throw invalid('role', `one of ${API_ROLES.join(', ')}`, `une valeur parmi ${API_ROLES.join(', ')}`);
}

function toApiKey(row: ApiKeyRow): ApiKey {
  return {
    keyId: row.id,
    name: row.name,
    role: row.role as ApiRole,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  };
}
