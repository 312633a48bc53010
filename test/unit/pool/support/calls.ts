import { listed, shortlistInputs } from '../../../../lib/documents';
import type { JobOffer } from '../../../../lib/match';
import type { NewList, TalentPool } from '../../../../lib/pool';
import { testDatabase, type TestDatabase } from './backend';
import { fileOf, profileOf, scoreOf } from './people';

/** What the calls below work with. */
export interface World {
  pool: TalentPool;
  candidateId: string;
  applicationId: string;
  testId: string;
  recordId: string;
  documentId: string;
}

const OFFER = {
  id: 'o1',
  title: 'Soudeur',
  text: 'Soudeur TIG',
  language: 'fr',
  criteria: {
    mustHave: [{ text: 'soudure' }],
    niceToHave: [{ text: 'plans' }],
    languages: [{ language: 'fr', level: 'B2' }],
  },
};
const by = 'Alice Durand';
const ROLE = 'intake' as const;
const LIST = { where: [{ field: 'source', comparison: 'equal', value: 'mail' }], sort: [{ field: 'createdAt' }] };
const embed = (texts: string[]) => Promise.resolve(texts.map(() => [0.1, 0.2, 0.3]));
const meaning = { model: 'm', embed };

let made = 0;
const person = () => ({
  profile: profileOf({ name: `Personne ${++made}`, email: `p${made}@exemple.test`, skills: ['Soudure'] }),
  document: fileOf(`CV ${made}`),
});

async function makeWorld(pool: TalentPool): Promise<World> {
  await pool.offers.upsert(OFFER);
  const { candidateId } = await pool.candidates.upsert(person());
  const { applicationId } = await pool.applications.upsert({ candidateId, offerId: 'o1', score: scoreOf(50) });
  const { testId } = await pool.applications.inviteToTest({ id: applicationId, name: 'Test', by });
  const record = { kind: 'generated-document' as const, name: 'a.txt', mimeType: 'text/plain', data: Buffer.from('a') };
  const { recordId } = await pool.records.add({ candidateId, ...record });
  const { documents } = await pool.candidates.get(candidateId);
  return { pool, candidateId, applicationId, testId, recordId, documentId: documents[0].documentId };
}

type Arguments = (world: World) => unknown[] | Promise<unknown[]>;
const another = async ({ pool }: World) => (await pool.candidates.upsert(person())).candidateId;

const PASSWORD = 'quatre mots au hasard';
const staff = () => ({
  login: `rh${++made}@exemple.test`,
  name: by,
  role: 'recruiter' as const,
  by,
  password: PASSWORD,
});
const members = new WeakMap<World, Promise<string>>();
/** Somebody who may sign in; one for each world, since a password takes its time on purpose. */
function memberOf(world: World): Promise<string> {
  const known = members.get(world) ?? world.pool.staff.add(staff()).then(({ staffId }) => staffId);
  members.set(world, known);
  return known;
}

const ofCandidate: Arguments = ({ candidateId }) => [candidateId, { by, reason: 'Fin' }];

/** Each test has a pool of its own that holds one person's application. @returns the world of the test that runs. */
export function useWorld(): () => World {
  let database: TestDatabase;
  let world: World;
  beforeAll(async () => {
    database = await testDatabase();
  });
  beforeEach(async () => {
    await database.clean();
    world = await makeWorld(await database.pool());
  });
  afterAll(() => database.close());
  return () => world;
}

async function listOf({ pool, candidateId }: World): Promise<NewList> {
  const { profile } = await pool.candidates.get(candidateId);
  const rows = [{ profile, score: scoreOf(50), candidateId }];
  const shown = { offer: OFFER as JobOffer, rows, generatedAt: '2026-01-15T09:00:00Z', locale: 'fr' as const };
  const made = shortlistInputs(shown, 'md', Buffer.from('d'));
  return { made, people: listed(rows) ?? [], name: 'n', mimeType: 't', by };
}

/** Ordinary arguments of each method that takes a text anywhere. */
export const CALLS: Record<string, Arguments> = {
  'candidates.upsert': () => [person()],
  'candidates.upsertMany': () => [[person(), person()]],
  'candidates.get': ofCandidate,
  'candidates.list': () => [LIST],
  'candidates.search': () => [{ query: 'soudeur', facets: true, highlights: true, meaning }],
  'candidates.understand': () => ['soudeur à Lyon', {}],
  'candidates.ask': () => ['soudeur à Lyon', { meaning }],
  'candidates.forOffer': () => [OFFER, {}],
  'candidates.offersFor': ({ candidateId }) => [candidateId],
  'candidates.versions': ofCandidate,
  'candidates.document': ({ candidateId, documentId }) => [candidateId, documentId],
  'candidates.view': ({ candidateId }) => [candidateId, { by, as: 'card' }],
  'candidates.viewDocument': ({ candidateId, documentId }) => [candidateId, documentId, { by }],
  'candidates.viewRecord': ({ candidateId, recordId }) => [candidateId, recordId, { by }],
  'candidates.erase': async (world) => [await another(world), { by, reason: 'Fin' }],
  'candidates.known': () => [{}],
  'candidates.rectify': ({ candidateId }) => [
    candidateId,
    { changes: [{ path: 'headline', value: 'Chef' }], by, reason: 'Fin' },
  ],
  'candidates.merge': async (world) => [{ keep: world.candidateId, remove: await another(world), by }],
  'candidates.export': ofCandidate,
  'candidates.hold': async (world) => [await another(world), { by, reason: 'Litige' }],
  'candidates.liftHold': ofCandidate,
  'candidates.runs': ofCandidate,
  'embeddings.update': () => [{ ...meaning }, { limit: 2 }],
  'retention.due': () => [{}],
  'retention.purge': () => [{ by }],
  'retention.renewals': () => [{}],
  'retention.renew': ({ candidateId }) => [candidateId, { by, until: '2028-01-01' }],
  'records.add': ({ candidateId, applicationId }) => [
    { candidateId, applicationId, kind: 'generated-document', name: 'n', mimeType: 't', data: Buffer.from('d') },
  ],
  'records.list': ofCandidate,
  'records.get': ({ recordId }) => [recordId],
  'records.explain': ({ recordId }) => [recordId],
  'records.makeAgain': ({ recordId }) => [recordId],
  'lists.add': async (world) => [await listOf(world)],
  'lists.makeAgain': async ({ pool, ...world }) => [(await pool.lists.add(await listOf({ pool, ...world }))).listId],
  'waiting.giveBack': ({ candidateId }) => [candidateId],
  'executions.add': ({ candidateId }) => [[candidateId], { executionId: '1', workflowId: '2' }],
  'answers.get': () => ['key'],
  'answers.set': () => ['key', { value: 'v', answerSha256: 'x', tokensIn: 1, tokensOut: 1 }, 'a'.repeat(64)],
  'erasures.apply': () => [[{ subjectHash: 'b'.repeat(64), erasedAt: '2026-01-01T00:00:00Z' }], { by }],
  'offers.upsert': () => [{ ...OFFER, id: undefined, title: `Offre ${++made}`, by }],
  'offers.get': () => ['o1'],
  'offers.list': () => [{ where: [{ field: 'title', comparison: 'equal', value: 'a' }], sort: [{ field: 'title' }] }],
  'offers.confirm': () => ['o1', { by, criteria: OFFER.criteria }],
  'offers.close': () => ['o1', { by }],
  'offers.open': () => ['o1', { by }],
  'offers.refusals': () => ['o1'],
  'applications.upsert': ({ candidateId }) => [{ candidateId, offerId: 'o1', score: scoreOf(++made % 100) }],
  'applications.list': () => [{ ...LIST, offerId: 'o1' }],
  'applications.get': ({ applicationId }) => [applicationId],
  'applications.moveStage': ({ applicationId: id }) => [{ id, stage: 'test', by, reason: 'Suite' }],
  'applications.note': ({ applicationId: id }) => [{ id, by, text: 'Note' }],
  'applications.assign': ({ applicationId: id }) => [{ id, to: 'Bob', by }],
  'applications.consent': ({ applicationId: id }) => [{ id, scope: 'pool', by }],
  'applications.inviteToTest': ({ applicationId: id }) => [{ id, name: 'Test', by }],
  'applications.updateTest': ({ testId }) => [{ testId, status: 'completed', result: { points: 1 }, by }],
  'applications.override': ({ applicationId: id }) => [{ id, decision: 'oui', by, reason: 'Vu' }],
  'apiKeys.add': () => [{ name: 'careers site', role: ROLE, by, expiresAt: '2036-01-01' }],
  'apiKeys.check': () => ['key'],
  'apiKeys.revoke': async ({ pool }) => [
    (await pool.apiKeys.add({ name: 'careers site', role: ROLE, by })).keyId,
    { by },
  ],
  'staff.add': () => [staff()],
  'staff.change': async (world) => [await memberOf(world), { by, role: 'auditor' }],
  'staff.choosePassword': async (world) => [await memberOf(world), { old: PASSWORD, password: PASSWORD }],
  'staff.signIn': () => [{ login: 'rh@exemple.test', password: PASSWORD }],
  'staff.session': () => ['token'],
  'staff.signOut': () => ['token'],
  'staff.listed': () => [{ by, people: 1, offerId: 'o1' }],
  'audit.list': () => [{}],
  activity: () => [{}],
  forRole: () => ['recruiter'],
};

/** Texts that people and programs give in earnest, of every kind that makes the pool go another way. */
export const ORDINARY = [
  ...[
    'tri\nessai\noffre',
    'Excel, Sage',
    'soudeur',
    'soudeur TIG à Lyon',
    '"gestion de projet" -plombier',
    'compt*',
    'a or b',
    'zzzxq wwwzq',
    'soud',
  ],
  ...['Marie Essai', 's.dupont@exemple.test', '+33612345678', '69003', 'Lyon', 'anglais', 'B2', 'fr', 'le', ''],
  ...['2026-01-31', '12', 'true', 'c'.repeat(64), '00000000-0000-4000-8000-000000000000'],
];
