import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { VivierError } from '../errors';
import {
  addNote,
  assignApplication,
  getApplication,
  inviteToTest,
  listApplications,
  listDecisions,
  listRefusals,
  moveStage,
  overrideScore,
  recordConsent,
  updateTest,
  upsertApplication,
} from './applications';
import { addApiKey, checkApiKey, listApiKeys, revokeApiKey } from './api-keys';
import { listAudit, verifyAudit } from './audit';
import type { Backend } from './backends/embedded';
import { answerCache } from './cache';
import {
  addTraces,
  applyTombstones,
  eraseCandidate,
  getCandidate,
  knownFile,
  listCandidates,
  listRuns,
  listTombstones,
  listVersions,
  readDocument,
  upsertCandidate,
  upsertCandidates,
} from './candidates';
import { updateEmbeddings } from './embeddings';
import type { Features, PoolContext } from './context';
import { toOperationError } from './errors';
import { latestEvent, listEvents } from './events';
import { enableFeatures } from './features';
import { keyringState, loadSecrets } from './keyring';
import { poolMetrics } from './metrics';
import { migrate } from './migrate';
import { closeOffer, confirmOffer, getOffer, listOffers, openOffer, upsertOffer } from './offers';
import { addList, listLists, remakeList } from './lists';
import { explainRecord, makeRecordAgain } from './made';
import { addRecord, listRecords, readRecord } from './records';
import {
  exportCandidate,
  liftHold,
  listDue,
  listRenewals,
  mergeCandidates,
  placeHold,
  purge,
  rectifyCandidate,
  renewConsent,
} from './rights';
import { askPool, candidatesForOffer, offersForCandidate, refreshIndex, searchCandidates, understand } from './search';
import { canActAs } from './roles';
import type { Secrets } from './secrets';
import {
  addStaff,
  changeStaff,
  choosePassword,
  listStaff,
  logListed,
  searchWithin,
  sessionOf,
  signIn,
  signOut,
  viewCandidate,
  viewDocument,
  viewRecord,
} from './staff';
import { statistics } from './statistics';
import { activity } from './statistics-activity';
import type { Database } from './tables';
import {
  STAFF_ROLES,
  type CachedAnswer,
  type PoolConfig,
  type PoolHealth,
  type SearchInput,
  type StaffRole,
  type TalentPool,
} from './types';
import { invalid } from './validate';
import { giveBackWaiting, takeWaiting, waitingNow } from './waiting';

/** A database brought to this code's schema; several pools may stand on it, each with its own encryption key or none. */
export interface Instance extends Backend {
  schemaVersion: number;
  features: Features;
  /** By a hash of the encryption key: its derivation is slow on purpose. */
  secrets: Map<string, Promise<Secrets>>;
  /** What the keys looked like when those were loaded. */
  keyring: string;
}

export async function prepare(backend: Backend): Promise<Instance> {
  try {
    const schemaVersion = await migrate(backend.db);
    const features = await enableFeatures(backend.db);
    return { ...backend, schemaVersion, features, secrets: new Map(), keyring: '' };
  } catch (error) {
    await backend.close();
    throw error;
  }
}

/** @param release called once, when the pool is closed. */
export async function poolOn(
  instance: Instance,
  config: PoolConfig,
  now: () => Date,
  release: () => void,
): Promise<TalentPool> {
  const secrets = await secretsOf(instance, config.encryptionKey);
  const context = { ...instance, secrets, now };
  await refreshIndex(context);
  return assemble(context, instance, config, release);
}

/** Another process may have changed the keys since. */
async function secretsOf(instance: Instance, encryptionKey: string | undefined): Promise<Secrets> {
  const keyring = await keyringState(instance.db);
  if (keyring !== instance.keyring) instance.secrets.clear();
  instance.keyring = keyring;
  const key = hash(encryptionKey ?? '');
  const known = instance.secrets.get(key);
  if (known) return known;
  const loading = loadSecrets(instance.db, encryptionKey);
  instance.secrets.set(key, loading);
  loading.then(
    // The pool may just have been encrypted: what was loaded without a key no longer holds.
    (secrets) => secrets.encrypted && instance.secrets.delete(hash('')),
    () => instance.secrets.delete(key),
  );
  return loading;
}

function assemble(context: PoolContext, instance: Instance, config: PoolConfig, release: () => void): TalentPool {
  let open = true;
  /** Binds an operation to this pool, and lets nothing but VivierErrors out of it. */
  const bind =
    <A extends unknown[], R>(operation: (context: PoolContext, ...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (!open) throw new VivierError('internal', { reason: 'the pool was closed' });
      try {
        return await operation(context, ...args);
      } catch (error) {
        throw toOperationError(error);
      }
    };
  const pool: TalentPool = {
    candidates: {
      upsert: bind(upsertCandidate),
      upsertMany: bind(upsertCandidates),
      get: bind(getCandidate),
      view: bind(viewCandidate),
      viewDocument: bind(viewDocument),
      viewRecord: bind(viewRecord),
      list: bind(listCandidates),
      search: bind(searchCandidates),
      understand: bind(understand),
      ask: bind(askPool),
      forOffer: bind(candidatesForOffer),
      offersFor: bind(offersForCandidate),
      versions: bind(listVersions),
      document: bind(readDocument),
      erase: bind(eraseCandidate),
      known: bind(knownFile),
      rectify: bind(rectifyCandidate),
      merge: bind(mergeCandidates),
      export: bind(exportCandidate),
      hold: bind(placeHold),
      liftHold: bind(liftHold),
      runs: bind(listRuns),
    },
    embeddings: { update: bind(updateEmbeddings) },
    events: { list: bind(listEvents), latest: bind(latestEvent) },
    retention: {
      due: bind(listDue),
      purge: bind(purge),
      renewals: bind(listRenewals),
      renew: bind(renewConsent),
    },
    records: {
      add: bind(addRecord),
      list: bind(listRecords),
      get: bind(readRecord),
      explain: bind(explainRecord),
      makeAgain: bind(makeRecordAgain),
    },
    lists: { add: bind(addList), list: bind(listLists), makeAgain: bind(remakeList) },
    executions: { add: bind(addTraces) },
    answers: {
      get: bind((own, key: string) => answerCache(own).get(key)),
      set: bind((own, key: string, answer: CachedAnswer, subject: string) =>
        answerCache(own).set(key, answer, subject),
      ),
    },
    erasures: { list: bind(listTombstones), apply: bind(applyTombstones) },
    offers: {
      upsert: bind(upsertOffer),
      get: bind(getOffer),
      list: bind(listOffers),
      confirm: bind(confirmOffer),
      close: bind(closeOffer),
      open: bind(openOffer),
      refusals: bind(listRefusals),
    },
    applications: {
      upsert: bind(upsertApplication),
      get: bind(getApplication),
      decisions: bind(listDecisions),
      list: bind(listApplications),
      moveStage: bind(moveStage),
      note: bind(addNote),
      assign: bind(assignApplication),
      consent: bind(recordConsent),
      inviteToTest: bind(inviteToTest),
      updateTest: bind(updateTest),
      override: bind(overrideScore),
    },
    apiKeys: {
      add: bind(addApiKey),
      list: bind(listApiKeys),
      revoke: bind(revokeApiKey),
      check: bind(checkApiKey),
    },
    staff: {
      add: bind(addStaff),
      list: bind(listStaff),
      change: bind(changeStaff),
      choosePassword: bind(choosePassword),
      signIn: bind(signIn),
      session: bind(sessionOf),
      signOut: bind(signOut),
      listed: bind(logListed),
    },
    waiting: { now: bind(waitingNow), take: bind(takeWaiting), giveBack: bind(giveBackWaiting) },
    audit: { list: bind(listAudit), verify: bind(verifyAudit) },
    statistics: bind(statistics),
    activity: bind(activity),
    metrics: bind(poolMetrics),
    health: bind(() => health(context, instance, config)),
    forRole: bind((_own, role: StaffRole) => poolForRole(pool, context, instance, config, role)),
    close: () => {
      open = false;
      release();
      return Promise.resolve();
    },
  };
  return pool;
}

/** See TalentPool.forRole. Figures hold nobody's data, and accounts are the pool's own: both stay the owner's. */
async function poolForRole(
  pool: TalentPool,
  context: PoolContext,
  instance: Instance,
  config: PoolConfig,
  role: StaffRole,
): Promise<TalentPool> {
  if (!STAFF_ROLES.includes(role))
    throw invalid('role', `one of ${STAFF_ROLES.join(', ')}`, `l’un de : ${STAFF_ROLES.join(', ')}`);
  if (!instance.as || !(await canActAs(context.db, `vivier_${role}`))) return pool;
  const own = { ...context, db: instance.as(`vivier_${role}`) };
  const { candidates, staff, ...rest } = assemble(own, instance, config, () => undefined);
  const { statistics, activity, metrics, health, forRole, close } = pool;
  const search = async (input?: SearchInput) => {
    try {
      return await searchWithin(context, own, role, input);
    } catch (error) {
      throw toOperationError(error);
    }
  };
  return {
    ...rest,
    candidates: { ...candidates, search },
    staff: { ...pool.staff, listed: staff.listed },
    ...{ statistics, activity, metrics, health, forRole, close },
  };
}

async function health(context: PoolContext, instance: Instance, config: PoolConfig): Promise<PoolHealth> {
  return {
    backend: config.backend,
    version: await serverVersion(context.db),
    schemaVersion: instance.schemaVersion,
    ...context.features,
    encrypted: context.secrets.encrypted,
    candidates: (await statistics(context)).candidates,
    ...(config.backend === 'embedded' ? { folder: config.folder } : {}),
  };
}

async function serverVersion(db: Kysely<Database>): Promise<string> {
  const { rows } = await sql<{ server_version: string }>`show server_version`.execute(db);
  return rows[0]?.server_version ?? 'unknown';
}

export function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
