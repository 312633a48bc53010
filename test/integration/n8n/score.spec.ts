import { answer, startFaultServer, type FaultServer } from '../../unit/ollama/fault-server';
import { itemsOf, type N8n, readFiles, runLine, runningN8n, storeCredential, vivierNode } from './running';

jest.setTimeout(180_000);

const OFFER = `Comptable général (F/H)
Vous tenez la comptabilité sous Sage et faites les déclarations de TVA.
Anglais B1 indispensable. Au moins 3 ans d’expérience en comptabilité exigés.
Profil jeune et dynamique.`;
const asText = { offerSource: 'text', offer: OFFER };

let n8n: N8n;
let server: FaultServer | undefined;

beforeAll(async () => {
  n8n = await runningN8n();
});
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const ollamaAt = (hosts: string) => storeCredential(n8n, 'vivierOllamaApi', { hosts, model: 'mistral:7b-instruct' });

const scored = (parameters: object, more: object = {}, files = 'cvs/cv-*.{txt,docx}') => [
  readFiles(files),
  vivierNode('CV Extract', 'cvExtract', {}),
  vivierNode('CV Analyze', 'cvAnalyze', { engine: 'rules' }),
  vivierNode('CV Score', 'cvScore', { ...asText, ...parameters }, more),
];
const json = async (run: Awaited<ReturnType<typeof runLine>>) =>
  (await itemsOf(run, 'CV Score')).map((item) => item.json) as Record<string, never>[];

describe('Rank', () => {
  it('gives the same scores with reasons for the first only, and says how alike the texts are', async () => {
    const all = await json(await runLine(n8n, scored({ operation: 'rank' })));
    const first = await json(await runLine(n8n, scored({ operation: 'rank', explain: 1 })));
    expect(all.length).toBeGreaterThan(2);
    const numbers = (rows: typeof all) => rows.map(({ rank, score }) => [rank, score['score'], score['band']]);
    expect(numbers(first)).toEqual(numbers(all));
    expect(first[0].score).toEqual(all[0].score);
    for (const { similarity } of all) expect(similarity).toMatchObject({ method: 'words', model: null });
  });

  it('takes factors that a person agreed to', async () => {
    const [plain] = await json(await runLine(n8n, scored({ operation: 'rank' })));
    const [weighted] = await json(await runLine(n8n, scored({ operation: 'rank', weights: '{"language": 4}' })));
    const share = (row: typeof plain) =>
      (row.score['criteria'] as { kind: string; maxPoints: number }[]).find(({ kind }) => kind === 'language')
        ?.maxPoints;
    expect(share(weighted)).toBeGreaterThan(share(plain) ?? Infinity);
  });

  it('shows shared words, and why, when no embedding model answers', async () => {
    const credentials = await ollamaAt('http://127.0.0.1:9');
    const run = await runLine(n8n, scored({ operation: 'score', method: 'model' }, { credentials }, 'cvs/cv-*.txt'));
    expect(run.error?.message).toBeUndefined();
    const [row] = await json(run);
    expect(row.similarity).toMatchObject({ method: 'words', fallback: 'ollama-unreachable' });
  });
});

describe('Read Offer', () => {
  const reading = (parameters: object, more: object = {}) => [
    vivierNode('CV Score', 'cvScore', { operation: 'readOffer', ...asText, ...parameters }, more),
  ];

  it('gives unconfirmed criteria with their lines', async () => {
    const [{ offer, offerReading }] = await json(await runLine(n8n, reading({})));
    expect(offer).toMatchObject({ title: 'Comptable général (F/H)', criteria: { confirmed: false } });
    expect(offerReading['criteria']).toContainEqual(
      expect.objectContaining({ text: 'Anglais (B1)', must: true, place: expect.objectContaining({ lines: [3, 3] }) }),
    );
  });

  it('keeps of a model what stands in the offer', async () => {
    const criteria = [
      { words: 'tenez la comptabilité sous Sage', line: 2, need: 'must' },
      { words: '10 ans en audit', line: 3, need: 'must' },
    ];
    server = await startFaultServer(answer(JSON.stringify({ criteria }), 'stop', 600));
    const [{ offerReading }] = await json(
      await runLine(n8n, reading({ method: 'model' }, { credentials: await ollamaAt(server.url) })),
    );
    expect(offerReading).toMatchObject({
      ...{ model: 'mistral:7b-instruct', fallback: null },
      dropped: [{ words: '10 ans en audit', reason: 'not-in-the-offer' }],
    });
  });
});

describe('checks', () => {
  it('find what the law forbids in a letter', async () => {
    const textToCheck = 'Madame, nous cherchions un profil jeune et dynamique.';
    const check = vivierNode('CV Score', 'cvScore', { operation: 'checkText', textToCheck, textKind: 'letter' });
    const [{ textCheck }] = await json(await runLine(n8n, [check]));
    expect(textCheck).toMatchObject({ kind: 'letter', lawful: false });
  });

  it('say when a person follows every ranking within seconds', async () => {
    const decision = (_: unknown, at: number) => ({
      ...{ by: 'A. Durand', rank: at + 1, selected: at < 8 },
      at: `2026-09-01T09:00:${String(at * 2).padStart(2, '0')}Z`,
    });
    const decisions = Array.from({ length: 24 }, decision);
    const run = await runLine(n8n, [
      code(decisions),
      vivierNode('CV Score', 'cvScore', { operation: 'checkOversight' }),
    ]);
    const [{ oversight }] = await json(run);
    expect(oversight).toMatchObject({ decisions: 24, against: 0, hints: [{ code: 'ranking-followed-unread' }] });
  });

  it('refuse weights from a handful of decisions', async () => {
    const run = await runLine(n8n, scored({ operation: 'calibrate' }, { onError: 'continueRegularOutput' }));
    const [{ error }] = await json(run);
    expect(JSON.stringify(error)).toMatch(/invalid-input/);
  });
});

const code = (items: object[]) => ({
  ...{ name: 'Decisions', type: 'n8n-nodes-base.code', typeVersion: 2 },
  parameters: { jsCode: `return ${JSON.stringify(items)}.map((json) => ({ json }));` },
});
