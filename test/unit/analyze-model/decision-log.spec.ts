import { analyze, type AnalyzeOptions } from '../../../lib/analyze';
import { profileSchema, type AnalysisRun } from '../../../lib/profile';
import { answer, status } from '../ollama/fault-server';
import { CV, documentOf, REFERENCE_DATE } from './document';
import { scriptModel, type ScriptedModel } from './scripted-model';

const document = documentOf(CV);
const AT = new Date('2026-06-02T08:00:00Z');

let model: ScriptedModel | undefined;
afterEach(async () => {
  await model?.close();
  model = undefined;
});

async function run(script: Parameters<typeof scriptModel>[0], options: Partial<AnalyzeOptions> = {}, of = document) {
  await model?.close();
  model = await scriptModel(script);
  const runs: AnalysisRun[] = [];
  const result = await analyze(of, {
    ...{ engine: 'auto', ollama: model.client, referenceDate: REFERENCE_DATE, now: () => AT },
    ...{ onDecision: (entry: AnalysisRun) => void runs.push(entry) },
    ...options,
  }).catch((error: unknown) => error);
  return { runs, profile: result as Awaited<ReturnType<typeof analyze>> };
}

describe('the entry for the decision log', () => {
  it('says what was read by what, with what, at what cost', async () => {
    const { runs, profile } = await run({});
    expect(profileSchema.safeParse(profile).error).toBeUndefined();
    expect(runs).toEqual([profile.meta.run]);
    expect(runs[0]).toMatchObject({
      at: AT.toISOString(),
      asked: 'auto',
      outcome: 'ok',
      inputSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      promptSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      model: { name: 'mistral:7b-instruct', digest: 'a'.repeat(64) },
      options: { referenceDate: REFERENCE_DATE, contextTokens: 8192, again: false },
      tokensIn: 4 * 42,
      tokensOut: 4 * 7,
    });
    expect(runs[0]?.requests.map(({ task }) => task)).toEqual(['identity', 'experiences', 'education', 'skills']);
    expect(runs[0]?.requests[0]).toMatchObject({ attempts: 1, cached: false, tokensIn: 42, tokensOut: 7 });
  });

  it('has no word of the CV in it', async () => {
    const claimed = { experiences: { experiences: [] }, education: answer('Ulysse') };
    const { runs } = await run(claimed);
    const text = JSON.stringify(runs).toLowerCase();
    for (const word of CV.toLowerCase().match(/\p{L}{5,}/gu) ?? []) expect(text).not.toContain(word);
  });

  it('is the same for the same text, and another for the same words on other lines', async () => {
    const [one, two, other] = [await run({}), await run({}), await run({}, {}, documentOf(`\n${CV}`))];
    expect(one.runs[0]?.inputSha256).toBe(two.runs[0]?.inputSha256);
    expect(other.runs[0]?.inputSha256).not.toBe(one.runs[0]?.inputSha256);
  });

  it('tells what became of it, also when there is no profile', async () => {
    const failing = { identity: status(400), experiences: status(400), education: status(400), skills: status(400) };
    const outcomes = [
      await run(failing),
      await run({ education: answer('no') }),
      await run({}, { engine: 'rules' }),
      await run(failing, { engine: 'model' }),
      await run({}, { signal: AbortSignal.abort() }),
    ].map(({ runs }) => runs.map(({ outcome }) => outcome));
    expect(outcomes).toEqual([['degraded'], ['partial'], ['ok'], ['model-refused'], ['cancelled']]);
  });
});
