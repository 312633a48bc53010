import { createOllama, HostRegistry, splitHosts, asUrgent, type OllamaConfig } from '../../../lib/ollama';
import { readHost } from '../../../lib/ollama/address';
import { placeTurns, type Place } from '../../../lib/ollama/turns';
import { CV, GOOD, schema } from './fault-cases';
import { drop, startFaultServer, status, type Fault, type FaultServer } from './fault-server';

const closers: (() => Promise<void>)[] = [];

async function serve(fault: Fault): Promise<FaultServer> {
  const server = await startFaultServer(fault);
  closers.push(() => server.close());
  return server;
}

function client(hosts: string[], config: Partial<OllamaConfig> = {}, registry = new HostRegistry()) {
  const ollama = createOllama({ hosts, ...config }, { hosts: registry, backoffMs: 1 });
  closers.unshift(() => ollama.close());
  return ollama;
}

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const after =
  (ms: number): Fault =>
  (request, response, count) =>
    void setTimeout(() => void GOOD(request, response, count), ms);

const question = { prompt: CV, schema, maxTokens: 100 };
const times = <T>(count: number, work: () => Promise<T>) => Promise.all(Array.from({ length: count }, work));
const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
};

describe('machines as people write them', () => {
  it('one a line, by commas or blanks, the words behind an address belonging to it', () => {
    expect(splitHosts('http://gpu1:11434 weight=3\ngpu2, http://gpu3 parallel=2 drain;gpu4')).toEqual([
      'http://gpu1:11434 weight=3',
      'gpu2',
      'http://gpu3 parallel=2 drain',
      'gpu4',
    ]);
  });

  it('words are read, whatever their case', () => {
    expect(readHost('gpu1 Weight=3 PARALLEL=2 drained')).toEqual({
      url: 'http://gpu1:11434',
      weight: 3,
      parallel: 2,
      drained: true,
    });
  });

  it.each(['gpu1 weight=0', 'gpu1 weight=three', 'gpu1 weight', 'gpu1 wieght=3', 'gpu1 parallel=1000', 'gpu1 gpu2'])(
    '“%s” is refused rather than half understood',
    (entry) => expect(() => readHost(entry)).toThrow(expect.objectContaining({ code: 'invalid-input' })),
  );
});

describe('where a request goes', () => {
  it('a slow machine gets what it can do, the quick one the rest', async () => {
    const [quick, slow] = [await serve(after(10)), await serve(after(400))];
    const ollama = client([slow.url, quick.url]);
    await times(30, () => ollama.chatJson(question));
    expect(quick.received.length + slow.received.length).toBe(30);
    expect(slow.received.length).toBeLessThan(8);
  });

  it('nothing waits behind a machine that hangs while another one is free', async () => {
    const [hangs, works] = [await serve(() => undefined), await serve(GOOD)];
    const ollama = client([hangs.url, works.url]);
    const asked = Array.from({ length: 10 }, () => ollama.chatJson(question).catch(() => 'stopped'));
    await until(() => works.received.length === 9);
    expect(hangs.received).toHaveLength(1);
    await ollama.close();
    await Promise.all(asked);
  });

  it('a machine that dies on the way costs no request', async () => {
    const dies: Fault = (request, response, count) => (count <= 3 ? GOOD : drop)(request, response, count);
    const [dying, steady] = [await serve(dies), await serve(after(5))];
    const ollama = client([dying.url, steady.url]);
    const answers = await times(30, () => ollama.chatJson(question));
    expect(answers.map(({ value }) => value)).toEqual(Array.from({ length: 30 }, () => ({ name: 'Camille' })));
    expect(dying.received.length).toBeLessThan(8);
  });

  it('a machine that came back is asked again, though the other one never failed', async () => {
    let ill = true;
    const back: Fault = (request, response, count) => (ill ? status(503) : GOOD)(request, response, count);
    const [one, other] = [await serve(back), await serve(after(20))];
    const ollama = client([one.url, other.url]);
    await times(2, () => ollama.chatJson(question));
    ill = false;
    const before = one.received.length;
    while (one.received.length === before) await times(2, () => ollama.chatJson(question));
    expect((await ollama.health()).hosts[0]).toMatchObject({
      circuit: 'closed',
      answerMs: expect.any(Number) as number,
    });
  });

  it('of two that are free, the one of more weight is asked first', async () => {
    const [small, big] = [await serve(after(30)), await serve(after(30))];
    const ollama = client([small.url, `${big.url} weight=20`]);
    await times(2, () => ollama.chatJson(question));
    for (let i = 0; i < 5; i++) await ollama.chatJson(question);
    expect([small.received.length, big.received.length]).toEqual([1, 6]);
  });

  it('“parallel” is how many a machine may have at once', async () => {
    const server = await serve(after(20));
    const ollama = client([`${server.url} parallel=3`]);
    await times(9, () => ollama.chatJson(question));
    expect(server.active.most).toBe(3);
  });

  it('who is waited for goes before what waits already', async () => {
    let release: () => void = () => undefined;
    const first: Fault = (request, response, count) => void (release = () => void GOOD(request, response, count));
    const server = await serve((request, response, count) => (count === 1 ? first : GOOD)(request, response, count));
    const ollama = client([server.url]);
    const order: string[] = [];
    const running = ollama.chatJson(question);
    await until(() => server.active.now === 1);
    const batch = [1, 2].map(() => ollama.sequence(() => ollama.chatJson(question)).then(() => order.push('batch')));
    const urgent = asUrgent(ollama);
    const person = urgent.sequence(() => urgent.chatJson(question)).then(() => order.push('person'));
    release();
    await Promise.all([running, person, ...batch]);
    expect(order).toEqual(['batch', 'person', 'batch']);
  });
});

describe('changing the machines while work goes on', () => {
  it('a drained one ends what it has and gets nothing new', async () => {
    const registry = new HostRegistry();
    const [leaving, staying] = [await serve(after(100)), await serve(GOOD)];
    const under = client([leaving.url], {}, registry).chatJson(question);
    await until(() => leaving.active.now === 1);
    const changed = client([`${leaving.url} drain`, staying.url], {}, registry);
    await times(6, () => changed.chatJson(question));
    expect((await under).value).toEqual({ name: 'Camille' });
    expect([leaving.received.length, staying.received.length]).toEqual([1, 6]);
    const { state, hosts } = await changed.health();
    expect([state, ...hosts.map(({ drained }) => drained)]).toEqual(['up', true, false]);
  });

  it('one that is added shares the work from the next request on', async () => {
    const registry = new HostRegistry();
    const [one, added] = [await serve(after(40)), await serve(after(40))];
    await client([one.url], {}, registry).chatJson(question);
    const changed = client([one.url, added.url], {}, registry);
    await times(4, () => changed.chatJson(question));
    expect(added.received.length).toBeGreaterThan(0);
  });

  it('all of them drained is said, not waited for', () => {
    expect(() => createOllama({ hosts: ['gpu1 drain'] })).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });
});

describe('the plan of what begins where', () => {
  const place = (more: Partial<Place>): Place => ({ ms: 100, weight: 1, slots: 1, begun: [], ...more });
  const plan = (places: Record<string, Place>, count: number, backlog = false) => {
    const waiting = Array.from({ length: count }, () => ({ hosts: Object.keys(places), backlog: () => backlog }));
    const { begin, expected } = placeTurns(waiting, (host: string) => places[host] ?? null, 1000);
    return { begin: begin.map(({ host }) => host), expected: Object.fromEntries(expected) };
  };

  it('one request waits for a quick machine that is nearly done rather than begin on a very slow one', () => {
    const places = { quick: place({ begun: [950] }), slow: place({ ms: 1000 }) };
    expect(plan(places, 1)).toEqual({ begin: [], expected: { quick: 1 } });
  });

  it('of many the slow one gets as many as it will have done in the meantime', () => {
    const places = { quick: place({ begun: [950] }), slow: place({ ms: 1000 }) };
    expect(plan(places, 12)).toEqual({ begin: ['slow'], expected: { quick: 11 } });
  });

  it('with more behind it, any machine that is free is worth taking', () => {
    const places = { quick: place({ begun: [950] }), slow: place({ ms: 1000 }) };
    expect(plan(places, 1, true).begin).toEqual(['slow']);
  });

  it('a machine that takes far longer than it used to is no longer waited for', () => {
    const places = { hangs: place({ begun: [0] }), slow: place({ ms: 800 }) };
    expect(plan(places, 1).begin).toEqual(['slow']);
  });
});
