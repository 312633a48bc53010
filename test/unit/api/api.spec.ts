import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSigned, openApi, perMinute, RateLimit, signedHeaders, statusOf, within } from '../../../lib/api';

const ROOT = join(__dirname, '../../..');
const read = (file: string) => JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as Record<string, unknown>;

it('docs/openapi.json is what requests are checked against (else: npm run build && node scripts/openapi.mjs)', () => {
  const { version } = read('package.json') as { version: string };
  expect(read('docs/openapi.json')).toEqual(JSON.parse(JSON.stringify(openApi(version))));
});

it('every workflow of the API starts with an endpoint that the description has, each once', () => {
  const paths = Object.entries(openApi('0').paths as Record<string, Record<string, unknown>>);
  const described = paths.flatMap(([path, methods]) =>
    Object.keys(methods).map((one) => `${one.toUpperCase()} ${path}`),
  );
  const served = ['cvs', 'candidates', 'documents', 'offers', 'state'].flatMap((name) => {
    const { nodes } = read(`workflows/api-${name}.json`) as { nodes: { parameters: { endpoint?: string } }[] };
    return nodes.flatMap(({ parameters }) => parameters.endpoint ?? []);
  });
  expect(served.sort()).toEqual(described.sort());
});

it('signs as the Standard Webhooks specification does, with the example of its reference libraries', () => {
  const secret = 'whsec_plJ3nmyCDGBKInavdOK15jsl';
  const message = {
    id: 'msg_loFOjxBNrRLzqYUf',
    timestamp: 1731705121,
    body: '{"event_type":"ping","data":{"success":true}}',
  };
  const { 'webhook-signature': signature } = signedHeaders(secret, message);
  expect(signature).toBe('v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=');
  expect(isSigned(secret, message, `v1,old ${signature}`)).toBe(true);
  expect(isSigned(secret, { ...message, body: `${message.body} ` }, signature)).toBe(false);
  expect(isSigned(secret, { ...message, timestamp: message.timestamp + 1 }, signature)).toBe(false);
  expect(() => signedHeaders('whsec_c2hvcnQ=', message)).toThrow(/Secret/);
});

it('lets a caller send a tenth of a minute’s requests at once, then evenly, whoever else calls', () => {
  let now = 0;
  const limit = new RateLimit(perMinute(120), () => now);
  const waits = Array.from({ length: 15 }, () => limit.take('a'));
  expect(waits.filter((wait) => wait === 0)).toHaveLength(12);
  expect(waits.at(-1)).toBe(1);
  expect(limit.take('b')).toBe(0);
  now = 499;
  expect(limit.take('a')).toBe(1);
  now = 500;
  expect(limit.take('a')).toBe(0);
});

it('lets a person click as often as a minute allows at once; looking whether one may costs nothing', () => {
  let now = 0;
  const limit = new RateLimit(within(600_000, 20), () => now);
  for (let click = 0; click < 20; click++) expect([limit.wait('a'), limit.take('a')]).toEqual([0, 0]);
  expect([limit.wait('a'), limit.take('a')]).toEqual([30, 30]);
  now = 29_000;
  expect(limit.wait('a')).toBe(1);
  now = 30_000;
  expect([limit.take('a'), limit.take('a')]).toEqual([0, 30]);
});

it('forgets callers not heard of longest, and remembers who just called', () => {
  const limit = new RateLimit(within(60_000, 1), () => 0);
  for (let caller = 0; caller <= 10_000; caller++) limit.take(String(caller));
  expect([limit.wait('0'), limit.wait('1'), limit.wait('10000')]).toEqual([0, 60, 60]);
});

it.each([
  ['invalid-input', 400],
  ['key-refused', 401],
  ['not-found', 404],
  ['on-hold', 409],
  ['not-a-cv', 422],
  ['ollama-unreachable', 503],
  ['something new', 500],
])('%s is HTTP %i', (code, status) => expect(statusOf(code)).toBe(status));
