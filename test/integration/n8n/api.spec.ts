import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { makeKey, ownPool, type Role, sendFile, sendJson, startApi } from './api';
import { type N8n, ownFolder, runningN8n } from './running';

jest.setTimeout(240_000);

const ROOT = join(__dirname, '../../..');
const cv = (name: string) => readFileSync(join(ROOT, 'samples/cvs', name));
const NOBODY = '11111111-1111-4111-8111-111111111111';

let n8n: N8n;
let pool: object;
let served: Awaited<ReturnType<typeof startApi>>;
const keys = {} as Record<Role, string>;
let api: typeof served.api;
/** Its flow runs the model's node against an address at which nobody listens. */
beforeAll(async () => {
  n8n = await runningN8n();
  pool = await ownPool(n8n, 'api');
  for (const role of ['intake', 'recruiter', 'auditor', 'administrator'] as const) {
    keys[role] = await makeKey(n8n, pool, role);
  }
  served = await startApi(n8n, pool, 6000, 'GET /api/offer');
  ({ api } = served);
});
afterAll(() => served.stop());

const upload = async (name: string) => {
  const { status, json } = await api(keys.intake, '/upload', sendFile(name, cv(name)));
  expect(status).toBe(201);
  return (json.candidates as { candidateId: string; created: boolean }[])[0];
};

it('keeps a CV that is handed in, finds it, matches it both ways and erases it', async () => {
  const { candidateId, created } = await upload('cv-lea-quintavalle.txt');
  expect(created).toBe(true);
  expect((await upload('cv-lea-quintavalle.txt')).created).toBe(false);

  const details = await api(keys.recruiter, `/api/candidate?candidateId=${candidateId}`);
  expect(details.json).toMatchObject({ candidateId, profile: { identity: { fullName: 'Léa Quintavalle' } } });
  for (const query of [
    { operation: 'Get All' },
    { operation: 'Search', query: 'Quintavalle' },
    { operation: 'Filter', filters: { language: 'anglais' } },
  ]) {
    const { json } = await api(keys.recruiter, '/api/query', sendJson(query));
    expect(json).toMatchObject({ total: 1, candidates: [{ candidateId }], next: null });
  }

  const text = 'Gestionnaire de rayons\nAnglais souhaité.';
  const offer = await api(keys.recruiter, '/api/offers', sendJson({ text }));
  expect(offer.status).toBe(201);
  const { offerId } = offer.json as { offerId: string };
  const listed = await api(keys.recruiter, '/api/offers?which=open&limit=1');
  expect(listed.json).toMatchObject({ offers: [{ offerId, title: 'Gestionnaire de rayons' }], next: 1 });
  expect((await api(keys.recruiter, '/api/offers?limit=1&offset=1')).json).toEqual({ offers: [], next: null });
  const people = await api(keys.recruiter, `/api/matching/candidates?offerId=${offerId}&city=Nulleville`);
  expect(people.json).toEqual({ matches: [], next: null });
  const all = await api(keys.recruiter, `/api/matching/candidates?offerId=${offerId}`);
  expect(all.json).toMatchObject({ matches: [{ candidateId, score: expect.any(Number) as number }] });
  const offers = await api(keys.recruiter, `/api/matching/offers?candidateId=${candidateId}`);
  expect(offers.json).toMatchObject({ matches: [{ offerId }] });

  const erase = `/api/candidate?candidateId=${candidateId}&reason=test`;
  expect((await api(keys.recruiter, erase, { method: 'DELETE' })).status).toBe(403);
  expect((await api(keys.administrator, erase, { method: 'DELETE' })).json).toHaveProperty('erasure');
  expect((await api(keys.recruiter, `/api/candidate?candidateId=${candidateId}`)).status).toBe(404);
});

it('turns pages of candidates without losing or repeating one', async () => {
  const ids = [];
  for (const name of ['cv-camille-fontanel.pdf', 'cv-marius-hautefeuil.docx'])
    ids.push((await upload(name)).candidateId);
  const first = await api(keys.recruiter, '/api/candidates?limit=1');
  const second = await api(keys.recruiter, `/api/candidates?limit=1&after=${String(first.json.next)}`);
  const found = [first, second].flatMap(({ json }) => json.candidates as { candidateId: string }[]);
  expect(found.map(({ candidateId }) => candidateId).sort()).toEqual(ids.sort());
});

it('reads a CV without keeping it, and answers a question on one', async () => {
  const before = await api(keys.recruiter, '/api/candidates?limit=1');
  const sent = () => sendFile('cv-lea-quintavalle.txt', cv('cv-lea-quintavalle.txt'), { engine: 'rules' });
  const { json } = await api(keys.recruiter, '/api/upload_and_analyse', sent());
  expect(json).toMatchObject({ profiles: [{ profile: { identity: { lastName: 'Quintavalle' } } }], problems: [] });
  const question = sendFile('cv.txt', cv('cv-lea-quintavalle.txt'), { question: 'Parle-t-elle anglais ?' });
  const asked = await api(keys.recruiter, '/api/ask_from_file', question);
  expect(JSON.stringify(asked.json.answers)).toContain('Anglais');
  expect((await api(keys.recruiter, '/api/candidates?limit=1')).json.total).toBe(before.json.total);
});

it('makes documents about a candidate', async () => {
  const { candidateId } = await upload('cv-camille-fontanel.pdf');
  for (const kind of ['company-cv', 'anonymous-cv', 'cover-letter', 'acknowledgement']) {
    const made = await api(keys.recruiter, '/generate', sendJson({ candidateId, kind, format: 'pdf' }));
    expect(made).toMatchObject({ status: 200, type: 'application/pdf' });
    expect(made.body.subarray(0, 5).toString()).toBe('%PDF-');
    expect(made.body.subarray(-10).toString()).toContain('%%EOF');
    if (kind === 'anonymous-cv') expect(made.headers.get('content-disposition')).not.toMatch(/fontanel/i);
  }
});

it('says that the model is missing: 503 with the time to wait, and the state in words', async () => {
  const analyzed = await api(
    keys.recruiter,
    '/api/mistral/analyze',
    sendJson({ cv_text: cv('cv-lea-quintavalle.txt').toString() }),
  );
  expect(analyzed).toMatchObject({
    status: 503,
    type: 'application/problem+json',
    json: { code: 'ollama-unreachable' },
  });
  expect(analyzed.headers.get('retry-after')).toBe('30');
  expect(await api(keys.auditor, '/api/mistral/health')).toMatchObject({ status: 503, json: { status: 503 } });
  expect(await api(keys.auditor, '/api/mistral/status')).toMatchObject({
    status: 200,
    json: { ok: false, state: 'down' },
  });
});

describe('whatever is refused has one shape, and starts no run', () => {
  const multipart = { 'content-type': 'multipart/form-data; boundary=x' };
  const broken = { method: 'POST', headers: multipart, body: '--x\r\nContent-Disposition: form-data; name="cv"' };
  const text = { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x' };
  it.each<[string, string, RequestInit, number, string]>([
    ['an unknown candidate', `/api/candidate?candidateId=${NOBODY}`, {}, 404, 'not-found'],
    ['an unknown offer', `/api/matching/candidates?offerId=${NOBODY}`, {}, 404, 'not-found'],
    ['an ID that is none', '/api/candidate?candidateId=x', {}, 400, 'invalid-input'],
    ['a page without end', '/api/candidates?limit=100000', {}, 400, 'invalid-input'],
    ['a word nobody knows', '/api/candidates?colour=red', {}, 400, 'invalid-input'],
    ['half a JSON', '/api/query', sendJson('{"operation":'), 400, 'invalid-input'],
    ['JSON that is no object', '/api/query', sendJson('[1]'), 400, 'invalid-input'],
    ['no text', '/api/mistral/analyze', sendJson({ cv_text: '' }), 400, 'invalid-input'],
    ['text where JSON is due', '/api/mistral/analyze', text, 415, 'content-type'],
    ['JSON where a form is due', '/upload', sendJson({}), 415, 'content-type'],
    ['a form that breaks off', '/upload', broken, 400, 'invalid-input'],
    ['an empty file', '/upload', sendFile('cv.pdf', Buffer.alloc(0)), 400, 'invalid-input'],
    ['a file that is no CV', '/upload', sendFile('cv.pdf', Buffer.from('%PDF-1.7 broken')), 422, 'truncated'],
    ['too much', '/upload', sendFile('cv.pdf', Buffer.alloc(26_000_000)), 413, 'too-large'],
  ])('%s', async (_, path, init, status, code) => {
    const refused = await api(keys.recruiter, path, init);
    expect(refused).toMatchObject({ status, type: 'application/problem+json' });
    expect(refused.json).toMatchObject({ type: `urn:vivier:problem:${code}`, status, code });
    expect(Object.keys(refused.json)).toEqual(expect.arrayContaining(['title', 'detail', 'hint']));
  });

  it('nobody without a key, with one that was made up, or with a role that may not', async () => {
    for (const key of [null, 'vivier_made-up', `${keys.recruiter}x`]) {
      const refused = await api(key, '/api/candidates');
      expect(refused).toMatchObject({ status: 401, json: { code: 'key-refused' } });
      expect(refused.headers.get('www-authenticate')).toMatch(/^Bearer/);
    }
    for (const role of ['intake', 'auditor'] as const) {
      expect(await api(keys[role], '/api/candidates')).toMatchObject({ status: 403, json: { code: 'role-refused' } });
    }
  });
});

it('holds back who asks too often, says how long to wait, and serves the others meanwhile', async () => {
  // A key of its own: the pace is the key's, whatever it asks for.
  const key = await makeKey(n8n, pool, 'recruiter');
  const asked = await Promise.all(Array.from({ length: 20 }, () => api(key, `/api/offer?offerId=${NOBODY}`)));
  const refused = asked.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(0);
  expect(asked.filter(({ status }) => status === 404).length).toBe(asked.length - refused.length);
  for (const { headers, json } of refused) {
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(json).toMatchObject({ type: 'urn:vivier:problem:too-many-requests', status: 429 });
  }
  expect((await api(keys.auditor, '/api/mistral/status')).status).toBe(200);
});

it('tells Prometheus how CVs are read, and nobody’s name', async () => {
  expect((await api(keys.recruiter, '/metrics')).status).toBe(403);
  const { body, type } = await api(keys.auditor, '/metrics');
  expect(type).toMatch(/^text\/plain; version=0\.0\.4/);
  const lines = body.toString().split('\n').filter(Boolean);
  const sample =
    /^[a-z_][a-z0-9_]*(?:\{[a-z_]+="(?:[^"\\\n]|\\.)*"(?:,[a-z_]+="(?:[^"\\\n]|\\.)*")*\})? (?:[-+]?[\d.e+-]+|NaN|[+-]Inf)$/;
  for (const line of lines) if (!line.startsWith('#')) expect(line).toMatch(sample);
  const text = lines.join('\n');
  expect(text).toMatch(/^vivier_analyses\{engine="rules",status="ok"\} [1-9]/m);
  expect(text).toMatch(/^vivier_analysis_seconds\{statistic="p95"\} /m);
  expect(text).toMatch(/^vivier_model_up 0$/m);
  expect(text).not.toMatch(/fontanel|camille/i);
});

describe('the examples of the documentation', () => {
  const examples = (file: string) =>
    [...readFileSync(join(ROOT, 'docs', file), 'utf8').matchAll(/```bash\n([^`]*)```/g)].map(([, code]) => code);

  it('are the same in both languages', () => {
    expect(examples('api.fr.md')).toEqual(examples('api.md'));
  });

  it('do what they say', async () => {
    const { path } = ownFolder(n8n, 'api-examples');
    writeFileSync(join(path, '.curlrc'), 'fail-with-body\nsilent\nshow-error\n');
    writeFileSync(join(path, 'cv.pdf'), cv('cv-camille-fontanel.pdf'));
    // Without a model there is none to be asked.
    const code = examples('api.md').filter((example) => !example.includes('/mistral/') && !example.startsWith('npx'));
    expect(code.length).toBeGreaterThan(5);
    const { candidateId } = await upload('cv-camille-fontanel.pdf');
    const env = {
      ...process.env,
      CURL_HOME: path,
      VIVIER: served.base,
      KEY: keys.administrator,
      CANDIDATE: candidateId,
    };
    const { stdout } = await promisify(execFile)('bash', ['-euc', code.join('\n')], { cwd: path, env });
    expect(stdout).toContain('"candidates"');
  });
});
