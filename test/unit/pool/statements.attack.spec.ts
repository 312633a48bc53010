import { onPostgres } from './support/backend';
import { CALLS, ORDINARY, useWorld } from './support/calls';
import { CORPUS } from './support/injections';
import { textParameters, withText } from './support/parameters';
import { outcomeOf, recordStatements } from './support/statements';

/** Stored sealed or as one JSON value, and hundreds of places: each of them is given some of the texts, all of them together every one. */
const WHOLE = ['profile', 'score', 'made', 'criteria'];
const SOME = 2;
/** A server is asked over the network: there, fewer of those places, and fewer texts for each. */
const EVERY = onPostgres ? 6 : 2;
/** Neighbouring places are given other parts of the corpus, so that every text is tried at many places of every kind. */
const EACH = onPostgres ? 6 : 13;

/** Each try costs a password's hash, which is slow on purpose. */
const SLOW = ['staff.add', 'staff.choosePassword', 'staff.signIn'];

const EXPECTED = ['done', 'invalid-input', 'not-found'];

const parameters = textParameters();
const methods = [...new Set(parameters.map(({ method }) => method))];

const world = useWorld();

it('every method that takes a text has a call here, and none too many', () => {
  expect(methods.toSorted()).toEqual(Object.keys(CALLS).toSorted());
  expect(parameters.length).toBeGreaterThan(500);
});

it.each(methods)('%s: no text changes a statement', async (method) => {
  const ordinary = new Set<string>();
  const hostile = new Map<string, string>();
  const refused: string[] = [];
  for (const [place, { path }] of parameters.filter((one) => one.method === method).entries()) {
    const whole = path.some((step) => WHOLE.includes(step));
    if (whole && place % EVERY > 0) continue;
    const some = whole || SLOW.includes(method);
    for (const text of ORDINARY.slice(0, some ? SOME : undefined))
      await sentBy(path, text, (shape) => ordinary.add(shape));
    const most = some ? SOME : EACH;
    const from = (place * most) % CORPUS.length;
    for (const text of [...CORPUS, ...CORPUS].slice(from, from + most)) {
      const name = `${path.join('.')}: ${text}`;
      const outcome = await sentBy(path, text, (shape) => hostile.set(shape, name));
      if (!EXPECTED.includes(outcome)) refused.push(`${name} ${outcome}`);
    }
  }
  expect([...hostile].filter(([shape]) => !ordinary.has(shape))).toEqual([]);
  expect(refused).toEqual([]);
  expect(await world().pool.audit.verify()).toMatchObject({ ok: true });

  async function sentBy(path: string[], text: string, keep: (shape: string) => void): Promise<string> {
    const given = withText(await CALLS[method](world()), path, text);
    return outcomeOf(() => call(method, given), keep);
  }
});

function call(method: string, given: unknown[]): Promise<unknown> {
  let owner: unknown = world().pool;
  for (const name of method.split('.')) owner = (owner as Record<string, unknown>)[name];
  return (owner as (...given: unknown[]) => Promise<unknown>)(...given);
}

it('what is sent holds the values apart from the statements', async () => {
  const { sent, stop } = await recordStatements();
  try {
    await world().pool.candidates.search({ query: 'needlework', filters: { source: 'needle-source' } });
  } finally {
    stop();
  }
  expect(sent.flatMap(({ values }) => values)).toContain('needle-source');
  expect(sent.filter(({ text }) => text.includes('needle'))).toEqual([]);
});
