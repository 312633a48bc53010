import { checkRequest, endpointOf, type EndpointName, keyIn } from '../../../lib/api';

const LIMIT = 1_000;

async function* inParts(...parts: string[]) {
  for (const part of parts) yield await Promise.resolve(Buffer.from(part));
}

const request = (headers: Record<string, string>, ...parts: string[]) =>
  Object.assign(inParts(...parts), { headers, query: {} as Record<string, unknown> });

const check = (name: EndpointName, given: ReturnType<typeof request>) => checkRequest(endpointOf(name), given, LIMIT);
const json = { 'content-type': 'application/json' };
const form = { 'content-type': 'multipart/form-data; boundary=x' };
const part = (name: string, more: string, body: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${body}\r\n`;

it('stops reading a body without a length as soon as it is too large', async () => {
  let sent = 0;
  async function* endless() {
    for (;;) yield await Promise.resolve(Buffer.alloc(100 + 0 * sent++));
  }
  const given = Object.assign(endless(), { headers: json, query: {} });
  await expect(checkRequest(endpointOf('POST /api/query'), given, LIMIT)).rejects.toMatchObject({ code: 'too-large' });
  expect(sent).toBeLessThan(20);
});

it('unpacks nothing', async () => {
  const packed = request({ ...json, 'content-encoding': 'gzip' }, 'x');
  await expect(check('POST /api/query', packed)).rejects.toMatchObject({ code: 'content-type' });
});

it.each([
  ['a prototype', '{"operation":"Get All","__proto__":{"limit":1}}'],
  ['a limit out of bounds', '{"operation":"Get All","limit":1e9}'],
  ['a number as a word', '{"operation":"Search","query":7}'],
  ['a filter nobody knows', '{"operation":"Filter","filters":{"$where":"1"}}'],
  ['nothing', ''],
])('refuses %s without repeating it', async (_, body) => {
  const error = await check('POST /api/query', request(json, body)).catch((caught: unknown) => caught);
  expect(error).toMatchObject({ code: 'invalid-input' });
});

it('tells no value of a request in its refusal: it may be a person’s', async () => {
  const error = await check('POST /api/query', request(json, '{"operation":"Durand"}')).catch(
    (caught: unknown) => caught,
  );
  expect((error as Error).message).not.toContain('Durand');
});

it.each([
  ['two files', part('cv', '; filename="a"', '1') + part('cv', '; filename="b"', '2')],
  ['the file in another field', part('file', '; filename="a"', '1')],
  ['a text instead of the file', part('cv', '', '1')],
  ['a field nobody knows', part('cv', '; filename="a"', '1') + part('admin', '', 'true')],
])('refuses a form with %s', async (_, body) => {
  await expect(check('POST /upload', request(form, `${body}--x--\r\n`))).rejects.toMatchObject({
    code: 'invalid-input',
  });
});

it('takes a key out of either header and nothing else', () => {
  expect(keyIn({ headers: { authorization: 'bearer vivier_a' } })).toBe('vivier_a');
  expect(keyIn({ headers: { 'x-api-key': 'vivier_a' } })).toBe('vivier_a');
  expect(keyIn({ headers: { authorization: 'Basic dml2aWVy' } })).toBeNull();
  expect(keyIn({ headers: { 'x-api-key': ['a', 'b'] } })).toBeNull();
});
