import { closeIdlePools, openPool, type TalentPool } from '../../../lib/pool';
import { savingTogether } from '../../../nodes/TalentPool/together';
import { fileOf, profileOf } from '../pool/support/people';

let pool: TalentPool;
beforeAll(async () => {
  pool = await openPool({ backend: 'embedded', folder: 'memory://saving-together' });
});
afterAll(async () => {
  await pool.close();
  await closeIdlePools();
});

const person = (number: number) => ({
  profile: profileOf({ name: `Personne ${number}`, email: `n${number}@exemple.test` }),
  document: fileOf(`CV ${number}`),
});

it('saves in one batch the candidates of items that are worked on side by side, each with an answer of its own', async () => {
  const batches: number[] = [];
  const counted: TalentPool = {
    ...pool,
    candidates: {
      ...pool.candidates,
      upsertMany: (inputs) => {
        batches.push(inputs.length);
        return pool.candidates.upsertMany(inputs);
      },
    },
  };
  const saving = savingTogether(counted, 3);
  const [first, bad, third, again] = await Promise.allSettled([
    saving.candidates.upsert(person(1)),
    saving.candidates.upsert({ profile: {} as never }),
    saving.candidates.upsert(person(3)),
    saving.candidates.upsert(person(1)),
  ]);
  expect(batches).toEqual([3, 1]);
  expect(first).toMatchObject({ value: { created: true } });
  expect(bad).toMatchObject({ reason: { code: 'invalid-input' } });
  expect(third).toMatchObject({ value: { created: true } });
  expect(again).toMatchObject({ value: { created: false, duplicateOf: 'email' } });
});
