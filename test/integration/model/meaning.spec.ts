import { similaritiesTo, type Embed, type JobOffer } from '../../../lib/match';
import { createOllama, HostRegistry, type OllamaClient } from '../../../lib/ollama';
import type { TalentPool } from '../../../lib/pool';
import { emptyProfile, type Profile } from '../../../lib/profile';
import { testDatabase, type TestDatabase } from '../../unit/pool/support/backend';
import { fileOf } from '../../unit/pool/support/people';
import { startRealModel, type RealModel } from './real-model';

jest.setTimeout(180_000);

let real: RealModel;
let ollama: OllamaClient;
const embed: Embed = async (texts, purpose) => {
  const { vectors, model } = await ollama.embed({ texts, purpose });
  return { vectors, model: model.name };
};

beforeAll(async () => {
  real = await startRealModel();
  ollama = createOllama(
    { hosts: [real.host], model: real.model, embedModel: real.embedModel },
    { hosts: new HostRegistry(), backoffMs: 10 },
  );
});

afterAll(async () => {
  await ollama?.close();
  await real?.stop();
});

function person(firstName: string, title: string, description: string): Profile {
  const profile = emptyProfile('2026-01-15');
  const fullName = `${firstName} Exemple`;
  return {
    ...profile,
    identity: { ...profile.identity, fullName, firstName, lastName: 'Exemple' },
    contact: { ...profile.contact, email: `${firstName.toLowerCase()}@example.org` },
    experiences: [
      {
        ...{ employer: 'Company', title, start: '2019-01', end: null, current: true, place: null },
        ...{ description, kind: null, evidence: {} },
      },
    ],
    meta: { ...profile.meta, language: 'en' },
  };
}

const OFFER: JobOffer = {
  ...{ title: 'Ward nurse', language: 'en' },
  text: 'Look after patients on a hospital ward, dress wounds, give medicines and support families.',
};
const nurse = () => person('Ana', 'Registered carer', 'Wound dressing and medication rounds for the sick in a clinic');
const mechanic = () => person('Bob', 'Car mechanic', 'Repairs engines, brakes and gearboxes in a garage');

describe('meaning, by the vectors of a real model', () => {
  it('prefers who does the work, and says which model it was', async () => {
    const [near, far] = await similaritiesTo(OFFER, [nurse(), mechanic()], embed);
    expect(near).toMatchObject({ method: 'embedding', model: real.embedModel, fallback: null });
    expect(near.value).toBeGreaterThan(far.value + 0.15);
  });

  it('is the same for two people who differ in nothing but their name', async () => {
    const renamed = {
      ...nurse(),
      identity: { ...nurse().identity, fullName: 'Zoé Autre', firstName: 'Zoé', lastName: 'Autre' },
    };
    const [one, other] = await similaritiesTo(OFFER, [nurse(), renamed], embed);
    expect(other).toEqual(one);
  });
});

describe('search by meaning in the talent pool', () => {
  let database: TestDatabase;
  let pool: TalentPool;
  const embedder = () => ({
    model: real.embedModel,
    embed: async (texts: string[], purpose: 'document' | 'query') => (await embed(texts, purpose)).vectors,
  });

  beforeAll(async () => {
    database = await testDatabase();
    pool = await database.pool();
    const cook = person('Eve', 'Chef', 'Prepares menus and leads a restaurant kitchen');
    for (const profile of [nurse(), mechanic(), cook])
      await pool.candidates.upsert({ profile, document: fileOf(profile.identity.fullName ?? '') });
    expect(await pool.embeddings.update(embedder())).toEqual({ embedded: 3, unchanged: 0, remaining: 0 });
  });
  afterAll(() => database?.close());

  it.each([
    ['hospital nurse', 'Ana Exemple'],
    ['automobile technician', 'Bob Exemple'],
    ['someone who can cook for sixty guests', 'Eve Exemple'],
  ])('finds for “%s” who is meant, in other words', async (query, expected) => {
    const { candidates, mode } = await pool.candidates.search({ query, meaning: embedder() });
    expect(mode).toBe('hybrid');
    expect(candidates[0].profile.identity.fullName).toBe(expected);
  });
});
