import { randomUUID } from 'node:crypto';
import { derive, profileSchema, type Profile } from '../../profile';
import { appendAudit } from '../audit';
import { replaceKeys } from '../candidates/keys';
import { currentCandidates, toCandidate } from '../candidates/read';
import { reindex } from '../candidates/reindex';
import { transact, type PoolContext } from '../context';
import { place, sealProfile, sealText } from '../sealed';
import type { Correction, CorrectionInput, Rectified } from '../types';
import { canonicalJson, invalid, notFound, requiredText, uuid } from '../validate';

const MOST_CHANGES = 100;
/** Computed by code, or about how the profile was made: nobody's data to correct. */
const NOT_THEIRS = new Set(['derived', 'meta', 'evidence']);

/**
 * Corrects what is said about a person, at their request (GDPR, article 16): a new version of the profile, the earlier ones kept. What was
 * corrected no longer claims to stand in the CV. Scores made before are marked, so that they are made again.
 */
export async function rectifyCandidate(
  context: PoolContext,
  candidateId: string,
  input: CorrectionInput,
): Promise<Rectified> {
  const id = uuid(candidateId, 'candidateId');
  const by = requiredText(input?.by, 'by', 200);
  const reason = requiredText(input?.reason, 'reason', 2_000);
  const changes = readChanges(input.changes);
  const { secrets } = context;
  return transact(context, async (trx) => {
    const current = currentCandidates({ db: trx }).where('candidate.id', '=', id);
    const row = await current.forUpdate('candidate').executeTakeFirst();
    if (!row) throw notFound('candidate');
    const { profile: before, profileVersion } = toCandidate(secrets, row);
    const profile = corrected(before, changes);
    if (canonicalJson(profile) === canonicalJson(before)) {
      return { candidateId: id, profileVersion, changed: false, profile, toRescore: [] };
    }
    const version = profileVersion + 1;
    const at = context.now();
    const correctionId = randomUUID();
    await trx
      .insertInto('vivier_personal.candidate_profiles')
      .values({
        candidate_id: id,
        version,
        body: sealProfile(secrets, profile, id, version),
        source: 'rectification',
        created_at: at,
      })
      .execute();
    await trx
      .updateTable('vivier_personal.candidates')
      .set({ profile_version: version, updated_at: at })
      .where('id', '=', id)
      .execute();
    await trx
      .insertInto('vivier_personal.corrections')
      .values({
        id: correctionId,
        candidate_id: id,
        profile_version: version,
        paths: changes.map(({ path }) => path),
        corrected_by: by,
        reason: sealText(secrets, reason, place.correction(correctionId)),
        at,
      })
      .execute();
    const scored = await trx
      .updateTable('vivier_personal.applications')
      .set({ rescore_needed: true })
      .where('candidate_id', '=', id)
      .where('score_version', '>', 0)
      .returning(['id', 'offer_id'])
      .execute();
    await replaceKeys(trx, secrets, profile, id);
    await reindex(trx, secrets, id, profile);
    await appendAudit(context, trx, {
      actor: by,
      action: 'candidate.rectified',
      subjectKind: 'candidate',
      subjectId: id,
      details: { profileVersion: version, paths: changes.map(({ path }) => path).join(', '), toRescore: scored.length },
    });
    const toRescore = scored.map((one) => ({ applicationId: one.id, offerId: one.offer_id }));
    return { candidateId: id, profileVersion: version, changed: true, profile, toRescore };
  });
}

function readChanges(changes: unknown): Correction[] {
  const list = Array.isArray(changes) ? (changes as Partial<Correction>[]) : [];
  if (list.length === 0 || list.length > MOST_CHANGES) {
    throw invalid('changes', `1 to ${MOST_CHANGES} changes`, `de 1 à ${MOST_CHANGES} corrections`);
  }
  return list.map((change) => {
    const path = requiredText(change?.path, 'changes.path', 200);
    const first = path.split('.')[0];
    if (NOT_THEIRS.has(first) || path.split('.').includes('evidence')) {
      throw invalid('changes.path', 'this part is computed', 'cette partie est calculée');
    }
    return { path, value: change.value === undefined ? null : change.value };
  });
}

/** @throws VivierError `invalid-input` when a path leads nowhere or the result is no profile. */
function corrected(before: Profile, changes: Correction[]): Profile {
  const profile = structuredClone(before);
  for (const change of changes) apply(profile, change);
  const { fullName } = profile.identity;
  const parsed = profileSchema.safeParse(profile);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join('.') ?? '';
    throw invalid('changes', `no longer a profile, at “${path}”`, `ce n’est plus un profil, à « ${path} »`);
  }
  if (fullName !== before.identity.fullName) forgetParts(profile, changes);
  profile.derived = derive(profile, profile.meta.referenceDate);
  return profile;
}

/** First and last name said otherwise than the corrected full name are wrong too. */
function forgetParts(profile: Profile, changes: Correction[]): void {
  for (const part of ['firstName', 'lastName'] as const) {
    if (!changes.some(({ path }) => path === `identity.${part}`)) profile.identity[part] = null;
  }
}

function apply(profile: Profile, { path, value }: Correction): void {
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  let target: unknown = profile;
  for (const step of steps) target = own(target, step, path);
  own(target, last, path);
  const holder = target as Record<string, unknown>;
  holder[last] = structuredClone(value);
  // The value no longer comes from the CV's lines. A field of the profile's first level is backed by the profile's own evidence.
  const evidence = holder.evidence;
  if (evidence && typeof evidence === 'object') Reflect.deleteProperty(evidence, last);
}

function own(target: unknown, step: string, path: string): unknown {
  const known = !Array.isArray(target) || /^\d+$/.test(step);
  if (known && typeof target === 'object' && target !== null && Object.prototype.hasOwnProperty.call(target, step)) {
    return (target as Record<string, unknown>)[step];
  }
  throw invalid('changes.path', `the profile has no “${path}”`, `le profil n’a pas de « ${path} »`);
}
