import { Patience } from '../../../lib/intake/patience';

const DAY = 24 * 3600_000;
const patience = (clock = { now: 0 }) =>
  new Patience({ retryMs: 1000, longestRetryMs: 60_000, tries: 3, giveUpMs: DAY, now: () => clock.now });

it('counts a failure only when another one went through', () => {
  const all = patience();
  expect(all.failed('a', all.mark)).toBe(false);
  all.succeeded('b');
  expect(all.failed('a', all.mark)).toBe(true);
});

it('waits longer after each failure', () => {
  const clock = { now: 0 };
  const all = patience(clock);
  all.failed('a', 0);
  expect(all.isDue('a')).toBe(false);
  clock.now = 1000;
  expect(all.isDue('a')).toBe(true);
  all.failed('a', 0);
  clock.now = 2000;
  expect(all.isDue('a')).toBe(false);
});

it('lets only one through while everything fails, and all again after a success', () => {
  const clock = { now: 0 };
  const all = patience(clock);
  for (const key of ['a', 'b', 'c']) all.failed(key, all.mark);
  expect(all.room(5)).toBe(0);
  clock.now = 5000;
  expect(all.room(5)).toBe(1);
  all.succeeded('d');
  expect(all.room(5)).toBe(5);
});

it('gives up after enough counted tries, or a day', () => {
  const clock = { now: 0 };
  const all = patience(clock);
  expect(all.isOver('a', 2)).toBe(false);
  expect(all.isOver('a', 3)).toBe(true);
  all.failed('b', all.mark);
  clock.now = DAY;
  expect(all.isOver('b', 0)).toBe(true);
});
