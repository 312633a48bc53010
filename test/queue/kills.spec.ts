import { OTHER_POOL, runningN8n } from '../integration/n8n/running';
import { openLine, webhookOf } from './line';

jest.setTimeout(600_000);

const CVS = 40;
const AT_ONCE = 6;
/** Of the CVs that are in: when a worker, then Redis, is killed. */
const KILL_AT = [8, 20];
const AGAIN_MS = 1000;

const letters = (n: number) => [...String(n).padStart(2, '0')].map((digit) => 'abcdefghij'[Number(digit)]).join('');

const cv = (n: number) => `Quitterie Passage${letters(n)}
passage${n}@exemple.test
06 39 98 50 ${String(n).padStart(2, '0')}

Expériences
2019 - 2023 : Comptable, Atelier Exemple ${n}, Brest
`;

it('a worker and Redis are killed while CVs come in from a site that asks again: each is in the pool exactly once', async () => {
  const n8n = await runningN8n();
  const line = await openLine(n8n, webhookOf(n8n).port, OTHER_POOL);
  const victims = (process.env.VIVIER_TEST_VICTIMS ?? '').split(',').map(Number);
  const kept = new Map<number, string>();
  let next = 0;

  const keep = async (n: number) => {
    while (!kept.has(n)) {
      const candidate = await line.send(cv(n)).then(
        (answer) => answer.candidate,
        () => undefined,
      );
      if (candidate) kept.set(n, candidate.candidateId);
      else await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      const victim = kept.size >= KILL_AT[KILL_AT.length - victims.length] ? victims.shift() : undefined;
      if (victim) process.kill(victim, 'SIGKILL');
    }
  };
  const site = async () => {
    while (next < CVS) await keep(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, site));

  expect(victims).toEqual([]);
  expect(new Set(kept.values()).size).toBe(CVS);
  // Sent once more, none is new: nothing was stored under another person.
  for (const n of [0, KILL_AT[0], KILL_AT[1], CVS - 1]) {
    const again = await line.send(cv(n));
    expect(again.candidate).toMatchObject({ candidateId: kept.get(n), created: false });
  }
  await line.stop();
});
