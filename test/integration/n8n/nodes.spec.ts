import { join } from 'node:path';
import { itemsOf, type N8n, OLLAMA, OTHER_POOL, readFiles, runLine, runningN8n, vivierNode } from './running';

jest.setTimeout(120_000);

const TEXT_CV = 'cvs/cv-lea-quintavalle.txt';

describe('nodes in a flow of one’s own', () => {
  let n8n: N8n;

  beforeAll(async () => {
    n8n = await runningN8n();
  });

  it('work in a row with their defaults, and each keeps what came in', async () => {
    const run = await runLine(n8n, [
      readFiles(TEXT_CV),
      vivierNode('CV Extract', 'cvExtract', {}),
      vivierNode('CV Analyze', 'cvAnalyze', { engine: 'rules' }),
      vivierNode('CV Score', 'cvScore', { title: 'Comptable', mustHave: 'Excel' }),
      vivierNode('Talent Pool', 'talentPool', {}, { credentials: OTHER_POOL }),
      vivierNode('CV Document', 'cvDocument', { operation: 'companyCv' }),
    ]);
    expect(run.status).toBe('success');
    const [item] = await itemsOf(run, 'CV Document');
    expect(Object.keys(item.json)).toEqual(
      expect.arrayContaining(['fileName', 'cv', 'profile', 'score', 'offer', 'rank', 'candidate']),
    );
    expect(item.binary?.data.fileName).toBe('cv-lea-quintavalle.txt');
    expect(item.binary?.document.mimeType).toMatch(/wordprocessingml/);
  });

  it('give the pages of a CV as pictures, where it has pages', async () => {
    const run = await runLine(n8n, [
      readFiles('cvs/cv-{camille-fontanel.pdf,lea-quintavalle.txt}'),
      vivierNode('CV Extract', 'cvExtract', { options: { pagePictures: 'thumbnail' } }),
    ]);
    expect(run.status).toBe('success');
    const items = await itemsOf(run, 'CV Extract');
    const files = Object.fromEntries(
      items.map(({ json, binary }) => [(json.cv as { format: string }).format, Object.keys(binary ?? {}).sort()]),
    );
    expect(files).toEqual({ pdf: ['data', 'page1'], text: ['data'] });
    const [pdf] = items.filter(({ binary }) => binary?.page1);
    expect(pdf.binary?.page1).toMatchObject({ mimeType: 'image/png', fileName: 'page1.png' });
  });

  it('lay what was read over the pages of the CV, or beside its lines where there are no pages', async () => {
    const run = await runLine(n8n, [
      readFiles('cvs/cv-{camille-fontanel.pdf,lea-quintavalle.txt}'),
      vivierNode('CV Extract', 'cvExtract', {}),
      vivierNode('CV Analyze', 'cvAnalyze', { engine: 'rules' }),
      vivierNode('CV Document', 'cvDocument', { operation: 'reviewSheet' }),
    ]);
    expect(run.status).toBe('success');
    const sheets = await itemsOf(run, 'CV Document');
    expect(sheets.map(({ binary }) => binary?.document.mimeType)).toEqual(['text/html', 'text/html']);
    const bytes = Object.fromEntries(
      sheets.map(({ json, binary }) => [String(json.fileName).split('.').at(-1), Number(binary?.document.bytes)]),
    );
    // A page's picture makes the file a larger one.
    expect(bytes.pdf).toBeGreaterThan(bytes.txt + 30_000);
  });

  it('say in words that the model can’t be reached when it is required', async () => {
    const run = await runLine(n8n, [
      readFiles(TEXT_CV),
      vivierNode('CV Extract', 'cvExtract', {}),
      vivierNode(
        'CV Analyze',
        'cvAnalyze',
        { engine: 'model' },
        { credentials: OLLAMA, onError: 'continueErrorOutput' },
      ),
    ]);
    const [failed] = await itemsOf(run, 'CV Analyze', 1);
    const error = failed.json.error as { code: string; message: string; hint: string };
    expect(error.code).toBe('ollama-unreachable');
    expect(error.message).toContain('127.0.0.1:9');
    expect(error.hint).toMatch(/ollama serve/);
  });

  it('take n8n’s own Ollama credential as well', async () => {
    const data = { baseUrl: 'http://127.0.0.1:7', apiKey: '' };
    const { id } = await n8n.rest('/credentials', {
      method: 'POST',
      body: { name: 'n8n’s own', type: 'ollamaApi', data },
    });
    const parameters = { engine: 'model', authentication: 'ollamaApi', model: 'mistral:7b-instruct' };
    const run = await runLine(n8n, [
      readFiles(TEXT_CV),
      vivierNode('CV Extract', 'cvExtract', {}),
      vivierNode('CV Analyze', 'cvAnalyze', parameters, { credentials: { ollamaApi: { id, name: 'n8n’s own' } } }),
    ]);
    expect(run.status).toBe('error');
    expect(run.error?.message).toContain('127.0.0.1:7');
  });

  it('tell how Ollama is, without failing, so that a flow can alarm on it', async () => {
    const run = await runLine(n8n, [
      vivierNode('CV Analyze', 'cvAnalyze', { operation: 'health' }, { credentials: OLLAMA }),
    ]);
    expect(run.status).toBe('success');
    const [{ json }] = await itemsOf(run, 'CV Analyze');
    expect(json).toMatchObject({
      ok: false,
      model: 'mistral:7b-instruct',
      hosts: [{ reachable: false, modelPresent: false }],
    });
  });

  it('stop the flow with the reason when nobody handles the error', async () => {
    const run = await runLine(n8n, [readFiles(TEXT_CV), vivierNode('CV Analyze', 'cvAnalyze', { engine: 'rules' })]);
    expect(run.status).toBe('error');
    expect(String(run.error?.message)).toContain('CV Extract');
  });

  it('reject an application only with a person’s name and a reason', async () => {
    const line = [
      readFiles(TEXT_CV),
      vivierNode('CV Extract', 'cvExtract', {}),
      vivierNode('CV Analyze', 'cvAnalyze', { engine: 'rules' }),
      vivierNode('CV Score', 'cvScore', { title: 'Comptable', mustHave: 'Excel' }),
      vivierNode('Save', 'talentPool', {}, { credentials: OTHER_POOL }),
    ];
    const move = { resource: 'application', operation: 'moveStage', stage: 'rejected' };
    const alone = await runLine(n8n, [
      ...line,
      vivierNode('Move', 'talentPool', { ...move, by: '', reason: '' }, { credentials: OTHER_POOL }),
    ]);
    expect(alone.status).toBe('error');
    const named = await runLine(n8n, [
      ...line,
      vivierNode(
        'Move',
        'talentPool',
        { ...move, by: 'A. Martin, RH', reason: 'poste pourvu' },
        { credentials: OTHER_POOL },
      ),
    ]);
    expect(named.status).toBe('success');
    expect((await itemsOf(named, 'Move'))[0].json.move).toMatchObject({ stage: 'rejected', by: 'A. Martin, RH' });
  });

  it('find a candidate again, and erase them for good', async () => {
    const search = (name: string) =>
      vivierNode(
        name,
        'talentPool',
        { resource: 'candidate', operation: 'search', query: 'Quintavalle' },
        { credentials: OTHER_POOL },
      );
    const erase = vivierNode(
      'Erase',
      'talentPool',
      { resource: 'candidate', operation: 'erase', by: 'A. Martin, RH', reason: 'request by the person' },
      { credentials: OTHER_POOL },
    );
    const run = await runLine(n8n, [search('Find'), erase, search('Find again')]);
    expect((await itemsOf(run, 'Find')).length).toBe(1);
    expect((await itemsOf(run, 'Erase'))[0].json.erasure).toMatchObject({ by: 'A. Martin, RH' });
    expect(await itemsOf(run, 'Find again')).toHaveLength(0);
  });
});

describe('the credentials’ test buttons', () => {
  const test = async (n8n: N8n, type: string, name: string, data: object) =>
    (await n8n.rest('/credentials/test', { method: 'POST', body: { credentials: { id: '', name, type, data } } })) as {
      status: string;
      message: string;
    };

  it('open the embedded talent pool', async () => {
    const n8n = await runningN8n();
    const answer = await test(n8n, 'vivierTalentPoolApi', 'Pool', {
      backend: 'embedded',
      folder: join(n8n.folder, 'pool-test'),
      encryptionKey: '',
    });
    expect(answer).toMatchObject({ status: 'OK' });
  });

  it('say that PostgreSQL does not answer, without the password', async () => {
    const n8n = await runningN8n();
    const data = {
      backend: 'postgres',
      host: '127.0.0.1',
      port: 9,
      database: 'vivier',
      user: 'vivier',
      password: 'hunter2',
    };
    const answer = await test(n8n, 'vivierTalentPoolApi', 'Pool', data);
    expect(answer.status).toBe('Error');
    expect(answer.message).toMatch(/Vivier Talent Pool/);
    expect(answer.message).not.toContain('hunter2');
  });

  it('say that Ollama does not answer, and what to do', async () => {
    const n8n = await runningN8n();
    const answer = await test(n8n, 'vivierOllamaApi', 'Ollama', {
      hosts: 'http://127.0.0.1:9',
      model: 'mistral:7b-instruct',
    });
    expect(answer.status).toBe('Error');
    expect(answer.message).toMatch(/ollama serve/);
  });
});
