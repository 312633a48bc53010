import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Profile } from '../../profile';
import type { Trx } from '../context';
import { fileKeys, identityKeys, soundOfName, type IdentityKey } from '../identity';
import { openProfile, openText, place } from '../sealed';
import type { Secrets } from '../secrets';

/** In the hashes' order, so that two writers never wait for each other in a circle. */
export async function lockKeys(trx: Trx, keys: IdentityKey[]): Promise<void> {
  const numbers = [...new Set(keys.map((key) => key.hash.readBigInt64BE()))].sort((a, b) => (a < b ? -1 : 1));
  if (numbers.length === 0) return;
  await sql`select count(pg_advisory_xact_lock(number))
    from unnest(${numbers.map(String)}::bigint[]) as given (number)`.execute(trx);
}

/** Which of the keys point to somebody, by any key of the pool: `kind:hash in hex`. */
export async function knownKeys(trx: Trx, keys: IdentityKey[]): Promise<Set<string>> {
  const asked = keys.flatMap(({ kind, hash, older }) => [hash, ...older].map((one) => ({ kind, hash: hexOf(one) })));
  const { rows } = await sql<{ kind: string; hash: string }>`
    select known.kind, encode(known.hash, 'hex') as hash from vivier_personal.identity_keys known
    where (known.kind, known.hash) in (select kind, decode(hash, 'hex')
      from unnest(${asked.map(({ kind }) => kind)}::text[], ${asked.map(({ hash }) => hash)}::text[]) as asked (kind, hash))`.execute(
    trx,
  );
  return new Set(rows.map(({ kind, hash }) => `${kind}:${hash}`));
}

const hexOf = (hash: Uint8Array) => Buffer.from(hash).toString('hex');

/** A key that already points to another person stays with them. */
export async function rememberKeys(
  trx: Trx,
  secrets: Secrets,
  keys: IdentityKey[],
  candidateId: string,
): Promise<void> {
  if (keys.length === 0) return;
  const owner = { candidate_id: candidateId, key_id: secrets.currentKeyId };
  await trx
    .insertInto('vivier_personal.identity_keys')
    .values(keys.map(({ kind, hash }) => ({ kind, hash, ...owner })))
    .onConflict((conflict) => conflict.columns(['kind', 'hash']).doNothing())
    .execute();
}

export async function rememberName(trx: Trx, secrets: Secrets, profile: Profile, candidateId: string): Promise<void> {
  const sound = soundOfName(profile.identity.fullName);
  if (!sound) return;
  await trx
    .insertInto('vivier_personal.name_keys')
    .values({ candidate_id: candidateId, hash: secrets.fingerprint('name', sound), key_id: secrets.currentKeyId })
    .onConflict((conflict) => conflict.columns(['candidate_id', 'hash']).doNothing())
    .execute();
}

/** Others whose name sounds the same: for a person to look at, never to join by itself. */
export async function sameSound(
  trx: Trx,
  secrets: Secrets,
  profile: Profile,
  candidateId: string,
  limit: number,
): Promise<string[]> {
  const sound = soundOfName(profile.identity.fullName);
  if (!sound) return [];
  const hashes = [secrets.fingerprint('name', sound), ...secrets.olderFingerprints('name', sound)];
  const rows = await trx
    .selectFrom('vivier_personal.name_keys')
    .select('candidate_id')
    .distinct()
    .where('hash', 'in', hashes)
    .where('candidate_id', '<>', candidateId)
    .orderBy('candidate_id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.candidate_id);
}

/** Fingerprints what the candidate is recognised by with the newest key. Keys that belong to others stay theirs. */
export async function rekeyCandidate(trx: Trx, secrets: Secrets, candidateId: string): Promise<void> {
  const owned = await trx
    .selectFrom('vivier_personal.identity_keys')
    .select(['kind', 'hash'])
    .where('candidate_id', '=', candidateId)
    .where('key_id', '<>', secrets.currentKeyId)
    .forUpdate()
    .execute();
  const ownedNames = new Set(owned.map((row) => nameOf(row.kind, row.hash)));
  const profiles = await profilesOf(trx, secrets, candidateId);
  const keys = [
    ...profiles.flatMap((profile) => identityKeys(secrets, profile, { file: null, text: null })),
    ...(await documentKeys(trx, secrets, candidateId)),
  ].filter((key) => key.older.some((hash) => ownedNames.has(nameOf(key.kind, hash))));
  await trx
    .deleteFrom('vivier_personal.identity_keys')
    .where('candidate_id', '=', candidateId)
    .where('key_id', '<>', secrets.currentKeyId)
    .execute();
  await rememberKeys(trx, secrets, keys, candidateId);
  await trx.deleteFrom('vivier_personal.name_keys').where('candidate_id', '=', candidateId).execute();
  for (const profile of profiles) await rememberName(trx, secrets, profile, candidateId);
}

/** Forgets what the candidate was recognised by before and keeps what the given profile and their documents say. */
export async function replaceKeys(trx: Trx, secrets: Secrets, profile: Profile, candidateId: string): Promise<void> {
  const keys = [
    ...identityKeys(secrets, profile, { file: null, text: null }),
    ...(await documentKeys(trx, secrets, candidateId)),
  ];
  await lockKeys(trx, keys);
  await trx.deleteFrom('vivier_personal.identity_keys').where('candidate_id', '=', candidateId).execute();
  await rememberKeys(trx, secrets, keys, candidateId);
  await trx.deleteFrom('vivier_personal.name_keys').where('candidate_id', '=', candidateId).execute();
  await rememberName(trx, secrets, profile, candidateId);
}

async function profilesOf(trx: Trx, secrets: Secrets, candidateId: string): Promise<Profile[]> {
  const rows = await trx
    .selectFrom('vivier_personal.candidate_profiles')
    .select(['version', 'body'])
    .where('candidate_id', '=', candidateId)
    .orderBy('version')
    .execute();
  return rows.map((row) => openProfile(secrets, row.body, candidateId, row.version));
}

async function documentKeys(trx: Trx, secrets: Secrets, candidateId: string): Promise<IdentityKey[]> {
  const keys: IdentityKey[] = [];
  const documents = trx.selectFrom('vivier_personal.documents').where('candidate_id', '=', candidateId);
  for (const { id } of await documents.select('id').execute()) {
    // One file in memory at a time.
    const row = await documents.select(['content', 'text_sha256']).where('id', '=', id).executeTakeFirstOrThrow();
    const file = createHash('sha256')
      .update(secrets.open(row.content, place.content(id)))
      .digest('hex');
    const text = row.text_sha256 && openText(secrets, row.text_sha256, place.textHash(id));
    keys.push(...fileKeys(secrets, { file, text }));
  }
  return keys;
}

const nameOf = (kind: string, hash: Uint8Array) => `${kind}:${Buffer.from(hash).toString('hex')}`;
