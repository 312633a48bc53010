import { analyze, PROMPT_VERSION, type AnalyzeOptions } from '../../../lib/analyze';
import { profileSchema } from '../../../lib/profile';
import { answer, never, status, type Fault } from '../ollama/fault-server';
import { CV, documentOf, REFERENCE_DATE } from './document';
import { NOTHING, scriptModel, type ScriptedModel } from './scripted-model';

const document = documentOf(CV);
const lineOf = (part: string) => document.lines.find(({ text }) => text.includes(part))?.number ?? 0;

let model: ScriptedModel | undefined;
afterEach(async () => {
  await model?.close();
  model = undefined;
});

async function run(
  script: Parameters<typeof scriptModel>[0],
  options: Partial<AnalyzeOptions> = {},
  config: Parameters<typeof scriptModel>[1] = {},
) {
  model = await scriptModel(script, config);
  return analyze(document, { engine: 'auto', ollama: model.client, referenceDate: REFERENCE_DATE, ...options });
}

const job = {
  ...{ line: lineOf('Électromécanicien'), title: 'Électromécanicien', employerLine: lineOf('Tournefeuille') },
  ...{ employer: 'Ateliers Tournefeuille', place: 'Villeurbanne', start: '2016', end: '2018' },
  ...{ detailsFrom: lineOf('Câblage'), detailsTo: lineOf('Câblage') },
};

describe('rules and model together', () => {
  it('give a valid profile that says who found what', async () => {
    const profile = await run({ experiences: { experiences: [job] } });
    expect(profileSchema.safeParse(profile).error).toBeUndefined();
    expect(profile.meta).toMatchObject({
      engine: 'both',
      status: 'ok',
      model: { name: 'mistral:7b-instruct', digest: 'a'.repeat(64), promptVersion: PROMPT_VERSION, requests: 4 },
    });
    const found = profile.experiences.find(({ employer }) => employer === 'Ateliers Tournefeuille');
    expect(found?.evidence.employer?.source).toBe('both');
  });

  it('drop what does not stand in the CV, and say the field but not the value', async () => {
    const invented = { ...job, employer: 'Google', start: '1999', end: '2001' };
    const profile = await run({ experiences: { experiences: [invented] } });
    expect(JSON.stringify(profile)).not.toContain('Google');
    const messages = profile.meta.warnings.filter(({ code }) => code === 'unverified-value').map((w) => w.message);
    expect(messages.some((message) => message.includes('experiences.employer'))).toBe(true);
    expect(messages.some((message) => message.includes('experiences.dates'))).toBe(true);
  });

  it('take no name, no address and no job for the summary, though whole lines always stand in the CV', async () => {
    for (const [summaryFrom, summaryTo] of [
      [1, 1],
      [1, 4],
      [lineOf('Fonderies'), lineOf('GMAO')],
      [lineOf('EXPÉRIENCES'), lineOf('EXPÉRIENCES')],
    ]) {
      const profile = await run({ identity: { ...NOTHING.identity, summaryFrom, summaryTo } });
      expect(profile.summary).toBeNull();
      await model?.close();
    }
  });

  it('read levels of languages and degrees as the rules do', async () => {
    const profile = await run({
      skills: { ...NOTHING.skills, languages: [{ line: lineOf('Anglais'), name: 'Anglais', level: 'B1' }] },
      education: {
        education: [
          {
            ...{ line: lineOf('BTS'), degree: 'BTS Maintenance des systèmes', field: '', place: '' },
            ...{ institutionLine: lineOf('Pré-Fleuri'), institution: 'Lycée Pré-Fleuri', start: '2014', end: '2016' },
          },
        ],
      },
    });
    expect(profile.languages).toMatchObject([{ code: 'en', level: 'B1' }]);
    expect(profile.education).toMatchObject([{ institution: 'Lycée Pré-Fleuri', level: 5, end: '2016' }]);
  });

  it('send the CV once a request, numbered, as data, in one turn, with the same beginning', async () => {
    await run({});
    const prompts = model?.server.received.map(({ messages }) => (messages as { content: string }[])[0]?.content ?? '');
    expect(prompts).toHaveLength(4);
    const beginning = prompts?.[0]?.slice(0, prompts[0].lastIndexOf('</cv>')) ?? '';
    expect(beginning).toContain(`${lineOf('Fonderies')}: Fonderies Malvoisin, Lyon`);
    for (const prompt of prompts ?? []) expect(prompt.startsWith(beginning)).toBe(true);
  });

  it('ask in several parts when the context is small', async () => {
    await run({}, {}, { contextTokens: 2048 });
    const long = documentOf(Array(12).fill(CV).join('\n'));
    const before = model?.server.received.length ?? 0;
    await analyze(long, { engine: 'auto', ollama: model?.client, referenceDate: REFERENCE_DATE });
    expect((model?.server.received.length ?? 0) - before).toBeGreaterThan(8);
  });

  it('ask again in halves when the answer was cut', async () => {
    let calls = 0;
    const profile = await run({
      experiences: (request, response, count) => {
        calls += 1;
        const act = calls === 1 ? answer('{"experiences":[', 'length') : answer(JSON.stringify({ experiences: [job] }));
        return act(request, response, count);
      },
    });
    expect(calls).toBe(3);
    expect(profile.meta.warnings.map(({ code }) => code)).not.toContain('model-incomplete');
  });
});

describe('without the model', () => {
  const rulesOnly = () => analyze(document, { engine: 'rules', referenceDate: REFERENCE_DATE });
  const facts = ({ meta: _meta, ...rest }: Awaited<ReturnType<typeof rulesOnly>>) => rest;

  it('“rules” asks no model', async () => {
    const profile = await run({}, { engine: 'rules' });
    expect(model?.server.received).toHaveLength(0);
    expect(profile.meta).toMatchObject({ engine: 'rules', model: null });
  });

  it.each([
    ['the model is missing', status(404, 'model "mistral:7b-instruct" not found'), 'ollama pull mistral:7b-instruct'],
    ['Ollama refuses', status(400), 'HTTP 400'],
    ['Ollama fails', status(500), 'HTTP 500'],
    ['the answers are no JSON', answer('no'), ''],
  ])('“auto” gives the rules’ profile and says why when %s', async (_what, fault, words) => {
    const profile = await run({ identity: fault, experiences: fault, education: fault, skills: fault });
    expect(facts(profile)).toEqual(facts(await rulesOnly()));
    expect(profile.meta).toMatchObject({ engine: 'rules', status: 'ok', model: null });
    const warning = profile.meta.warnings.find(({ code }) => code === 'model-unavailable');
    expect(warning?.message).toContain(words);
  });

  it('“auto” gives the rules’ profile when the time is spent', async () => {
    const profile = await run({ identity: never }, { timeoutMs: 200 });
    expect(profile.meta.engine).toBe('rules');
    expect(profile.meta.warnings.map(({ code }) => code)).toContain('model-unavailable');
  });

  describe('keeps what was answered', () => {
    const long = documentOf(Array(12).fill(CV).join('\n'));
    const codes = (profile: Awaited<ReturnType<typeof rulesOnly>>) => profile.meta.warnings.map(({ code }) => code);
    const incomplete = (profile: Awaited<ReturnType<typeof rulesOnly>>) =>
      codes(profile).filter((code) => code === 'model-incomplete').length;

    it('before the time was spent', async () => {
      const profile = await run({ experiences: { experiences: [job] }, education: never }, { timeoutMs: 2000 });
      expect(profile.meta).toMatchObject({ engine: 'both', model: { requests: 2 }, run: { outcome: 'partial' } });
      expect(profile.experiences.some(({ evidence }) => evidence.employer?.source === 'both')).toBe(true);
      expect(incomplete(profile)).toBe(2);
      expect(codes(profile)).not.toContain('model-unavailable');
    });

    it('before the host failed', async () => {
      const profile = await run({ experiences: { experiences: [job] }, education: status(500) });
      expect(profile.meta).toMatchObject({ engine: 'both', model: { requests: 2 }, run: { outcome: 'partial' } });
      expect(incomplete(profile)).toBe(2);
    });

    it('of the first parts of a long CV when a later one is not', async () => {
      let calls = 0;
      const script = {
        education: ((request, response, count) => {
          calls += 1;
          return (calls === 1 ? answer(JSON.stringify(NOTHING.education)) : never)(request, response, count);
        }) as Fault,
      };
      model = await scriptModel(script, { contextTokens: 2048 });
      const options = { referenceDate: REFERENCE_DATE, timeoutMs: 4000 };
      const profile = await analyze(long, { engine: 'auto', ollama: model.client, ...options });
      const tasks = profile.meta.run?.requests.map(({ task }) => task) ?? [];
      expect(tasks.filter((task) => task === 'education')).toHaveLength(1);
      expect(incomplete(profile)).toBe(2);
    });

    it('but not of a run that was cancelled, nor with “model”', async () => {
      const controller = new AbortController();
      const script = { education: (() => controller.abort()) as Fault };
      await expect(run(script, { signal: controller.signal })).rejects.toMatchObject({ code: 'cancelled' });
      await model?.close();
      const strict = run({ education: never }, { engine: 'model', timeoutMs: 300 });
      await expect(strict).rejects.toMatchObject({ code: 'timeout' });
    });
  });

  it('“auto” leaves only that part to the rules when one answer is unusable', async () => {
    const profile = await run({ experiences: { experiences: [job] }, education: answer('no') });
    expect(profile.meta.engine).toBe('both');
    expect(profile.meta.warnings.map(({ code }) => code)).toContain('model-incomplete');
  });

  it('“model” fails where “auto” would degrade', async () => {
    await expect(run({ education: answer('no') }, { engine: 'model' })).rejects.toMatchObject({
      code: 'model-answer-invalid',
    });
  });

  it('“model” needs a client', async () => {
    const call = analyze(document, { engine: 'model', referenceDate: REFERENCE_DATE });
    await expect(call).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

describe('what ends an analysis', () => {
  it('a document without text', async () => {
    const call = analyze(documentOf(' \n '), { engine: 'auto', referenceDate: REFERENCE_DATE });
    await expect(call).rejects.toMatchObject({ code: 'no-text' });
  });

  it('cancellation, before and during the model’s part, whatever the engine', async () => {
    const controller = new AbortController();
    const call = run({ identity: () => controller.abort() }, { engine: 'auto', signal: controller.signal });
    await expect(call).rejects.toMatchObject({ code: 'cancelled' });
    const before = analyze(document, { engine: 'rules', referenceDate: REFERENCE_DATE, signal: AbortSignal.abort() });
    await expect(before).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('a source that is structured already', () => {
  it('is taken as it is, without the model', async () => {
    const structured = {
      basics: { name: 'Ulysse Barbentane' },
      work: [{ name: 'Fonderies Malvoisin', position: 'Chef' }],
    };
    model = await scriptModel({});
    const profile = await analyze(
      { ...document, format: 'json-resume', structured },
      { engine: 'model', ollama: model.client, referenceDate: REFERENCE_DATE },
    );
    expect(profile.experiences).toMatchObject([{ employer: 'Fonderies Malvoisin', title: 'Chef' }]);
    expect(model.server.received).toHaveLength(0);
  });
});
