import { analyze, createMemoryCache, type AnalysisCache, type AnalyzeOptions } from '../../../lib/analyze';
import { CV, documentOf, REFERENCE_DATE } from './document';
import { NOTHING, scriptModel, type ScriptedModel } from './scripted-model';

const document = documentOf(CV);

let model: ScriptedModel | undefined;
afterEach(async () => {
  await model?.close();
  model = undefined;
});

async function start(config: Parameters<typeof scriptModel>[1] = {}) {
  await model?.close();
  model = await scriptModel(
    { skills: { ...NOTHING.skills, interests: [{ line: 1, name: 'Ulysse Barbentane' }] } },
    config,
  );
  return model;
}

const read = (cache: AnalysisCache, more: Partial<AnalyzeOptions> = {}, of = document) =>
  analyze(of, { engine: 'auto', ollama: model?.client, referenceDate: REFERENCE_DATE, cache, ...more });

describe('a CV that was read before', () => {
  it('is not sent again, gives the same profile, and says so', async () => {
    const { server } = await start();
    const cache = createMemoryCache();
    const first = await read(cache);
    const second = await read(cache);
    expect(server.received).toHaveLength(4);
    expect({ ...second, meta: null }).toEqual({ ...first, meta: null });
    expect(first.meta.cache).toEqual({ hits: 0, requests: 4, allHits: 0, allLookups: 4 });
    expect(second.meta.cache).toEqual({ hits: 4, requests: 4, allHits: 4, allLookups: 8 });
    expect(second.meta.model).toMatchObject({ requests: 4, attempts: 0, tokensIn: 0, tokensOut: 0 });
    expect(second.meta.run?.requests.every(({ cached, answerSha256 }) => cached && answerSha256.length === 64)).toBe(
      true,
    );
  });

  it('is read again on demand, and what is answered then is kept', async () => {
    const { server } = await start();
    const cache = createMemoryCache();
    await read(cache);
    const again = await read(cache, { again: true });
    expect(server.received).toHaveLength(8);
    expect(again.meta).toMatchObject({ cache: { hits: 0 }, run: { options: { again: true } } });
    await read(cache);
    expect(server.received).toHaveLength(8);
  });

  it('is read again when its lines, the model’s name or its context differ', async () => {
    const cache = createMemoryCache();
    await start();
    await read(cache);
    await read(cache, {}, documentOf(CV.replace('Lyon\n', '\nLyon\n')));
    expect(model?.server.received).toHaveLength(8);
    for (const config of [{ contextTokens: 4096 }, { model: 'bge-m3' }]) {
      const other = await start(config);
      await read(cache);
      expect(other.server.received).toHaveLength(4);
    }
  });

  it('goes on after a run that was stopped where that one ended', async () => {
    const { server } = await start();
    const cache = createMemoryCache();
    const controller = new AbortController();
    const onProgress = ({ answers }: { answers: number }) => answers === 2 && controller.abort();
    await expect(read(cache, { signal: controller.signal, onProgress })).rejects.toMatchObject({ code: 'cancelled' });
    const before = server.received.length;
    await read(cache);
    expect(server.received.length - before).toBeLessThanOrEqual(2);
  });
});

describe('a cache that cannot be trusted', () => {
  it('that fails costs a warning, not the analysis', async () => {
    const { server } = await start();
    const broken: AnalysisCache = {
      get: () => Promise.reject(new Error('no database')),
      set: () => Promise.reject(new Error('no database')),
    };
    const profile = await read(broken);
    expect(server.received).toHaveLength(4);
    expect(profile.meta.warnings.map(({ code }) => code)).toContain('cache-failed');
  });

  it('whose entries are of another shape is passed over', async () => {
    const { server } = await start();
    for (const entry of [{}, null, { value: { experiences: 7 }, answerSha256: 'x', tokensIn: 1, tokensOut: 1 }]) {
      const before = server.received.length;
      const strange = { get: async () => entry as never, set: async () => undefined };
      const profile = await read(strange);
      expect(server.received.length - before).toBe(4);
      expect(profile.meta.cache).toMatchObject({ hits: 0 });
    }
  });

  it('is not asked for a model whose weights nobody names', async () => {
    await start({ model: 'not-listed' });
    const cache = createMemoryCache();
    await read(cache);
    expect(cache.size).toBe(0);
  });
});

describe('the cache in memory', () => {
  const entry = { value: 1, answerSha256: 'x', tokensIn: 0, tokensOut: 0 };

  it('forgets what was used longest ago when it is full', async () => {
    const cache = createMemoryCache({ mostEntries: 2 });
    await cache.set('a', entry, 's');
    await cache.set('b', entry, 's');
    await cache.get('a');
    await cache.set('c', entry, 's');
    expect([await cache.get('a'), await cache.get('b'), await cache.get('c')]).toEqual([entry, undefined, entry]);
    expect(cache.size).toBe(2);
  });

  it('forgets everything after its time, and one CV when told', async () => {
    let now = 0;
    const cache = createMemoryCache({ longestMs: 100, now: () => now });
    await cache.set('a', entry, 'one');
    await cache.set('b', entry, 'two');
    cache.forget('one');
    expect([await cache.get('a'), await cache.get('b')]).toEqual([undefined, entry]);
    now = 101;
    expect(await cache.get('b')).toBeUndefined();
  });
});
