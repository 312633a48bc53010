import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyze } from '../../../lib/analyze';
import { closeIdlePools } from '../../../lib/pool';
import { answersInMemory, withAnswers, withPool } from '../../../nodes/shared';
import { CV, documentOf, REFERENCE_DATE } from '../analyze-model/document';
import { scriptModel, type ScriptedModel } from '../analyze-model/scripted-model';

jest.setTimeout(120_000);

type Context = Parameters<typeof withAnswers>[0] & Parameters<typeof withPool>[0];

const context = (keepAnswers: string, engine = 'auto') =>
  ({
    getNodeParameter: (name: string) =>
      ({ keepAnswers, engine, authentication: 'vivierTalentPoolApi' })[name] as string,
    getCredentials: () => Promise.resolve({ backend: 'embedded', folder: folder, encryptionKey: 'x'.repeat(32) }),
  }) as unknown as Context;

let folder = '';
let model: ScriptedModel;
const text = CV.replaceAll('Barbentane', 'Quintavalle');
const document = documentOf(text);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vivier-answers-'));
  model = await scriptModel({});
});
afterAll(async () => {
  await model.close();
  await closeIdlePools();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => answersInMemory.clear());

const read = (where: string) =>
  withAnswers(context(where), (cache) =>
    analyze(document, { engine: 'auto', ollama: model.client, referenceDate: REFERENCE_DATE, cache }),
  );
const asked = () => model.server.received.length;

describe('answers of the model', () => {
  it('kept in memory are not asked for again', async () => {
    await read('memory');
    const before = asked();
    expect((await read('memory')).meta.cache).toMatchObject({ hits: 4, requests: 4 });
    expect(asked()).toBe(before);
  });

  it('kept nowhere are asked for each time', async () => {
    await read('nowhere');
    const before = asked();
    await read('nowhere');
    expect(asked()).toBe(before + 4);
    expect(answersInMemory.size).toBe(0);
  });

  it('are not kept in memory in queue mode, where an erasure by one worker could not reach the others’', async () => {
    const before = process.env.EXECUTIONS_MODE;
    process.env.EXECUTIONS_MODE = 'queue';
    try {
      expect(await withAnswers(context('memory'), async (cache) => cache)).toBeUndefined();
    } finally {
      if (before === undefined) delete process.env.EXECUTIONS_MODE;
      else process.env.EXECUTIONS_MODE = before;
    }
  });

  it('need no place when the rules alone read', async () => {
    expect(await withAnswers(context('pool', 'rules'), async (cache) => cache)).toBeUndefined();
  });

  it('kept in the talent pool are there for the next run, and go with the candidate, as do those in memory', async () => {
    const profile = await read('pool');
    const before = asked();
    expect((await read('pool')).meta.cache).toMatchObject({ hits: 4, requests: 4 });
    expect(asked()).toBe(before);
    await read('memory');
    expect(answersInMemory.size).toBe(4);
    await withPool(context('pool'), async (pool) => {
      const { sha256, textSha256, fileName, mimeType } = document;
      const file = { sha256, textSha256, fileName, mimeType, text, data: Buffer.from(text) };
      const { candidateId } = await pool.candidates.upsert({ profile, document: file });
      await pool.candidates.erase(candidateId, { by: 'HR', reason: 'asked for' });
    });
    expect(answersInMemory.size).toBe(0);
    const erased = asked();
    await read('pool');
    expect(asked()).toBe(erased + 4);
  });
});
