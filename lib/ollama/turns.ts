import { AttemptFailure } from './failures';

/** What is known of one machine when a request is to be placed. Times in milliseconds. */
export interface Place {
  /** How long one answer took of late; undefined: not known, so it is tried as soon as it is free. */
  ms: number | undefined;
  weight: number;
  /** Requests that it may have at once. */
  slots: number;
  /** When each request under way began. */
  begun: readonly number[];
}

export interface Turn<H> {
  hosts: readonly H[];
  urgent: boolean;
  /** True: more of the same waits behind it, so that any machine that is free is worth taking. */
  backlog?: () => boolean;
  /** @param begun the time that the host noted */
  start(host: H, begun: number): void;
}

/** Nobody waits for a machine of unknown speed while another one is free. */
const UNKNOWN_MS = 1e12;

/** When a machine is expected to have a free slot, slot by slot. */
function slotTimes({ begun, ms = UNKNOWN_MS, slots }: Place, now: number): number[] {
  // Something that takes longer than usual is expected to take as long again: a machine that hangs is soon no longer waited for.
  const under = begun.map((at) => now + Math.max(1, Math.abs(ms - (now - at))));
  return [...under, ...Array.from({ length: Math.max(0, slots - under.length) }, () => now)].slice(
    0,
    Math.max(1, slots),
  );
}

/**
 * Which waiting requests begin now, and where. Each in turn gets the machine that is expected to be done with it first (minimum completion
 * time: Ibarra and Kim, J. ACM 24(2), 1977); when that one is still busy and worth waiting for, the request waits, and those behind it know.
 * Nothing is bound to a machine before it begins, so that what is slow or dies holds up nothing but what it has.
 * @param placeOf what is known of a machine; null: not to be asked now
 * @returns what begins, and how many wait for each machine
 */
export function placeTurns<H, T extends Pick<Turn<H>, 'hosts' | 'backlog'>>(
  waiting: readonly T[],
  placeOf: (host: H, turn: T) => Place | null,
  now: number,
): { begin: { turn: T; host: H }[]; expected: Map<H, number> } {
  const times = new Map<H, number[]>();
  const expected = new Map<H, number>();
  const begin: { turn: T; host: H }[] = [];
  for (const turn of waiting) {
    const choices = turn.hosts.flatMap((host) => {
      const place = placeOf(host, turn);
      if (!place) return [];
      const slots = times.get(host) ?? slotTimes(place, now);
      times.set(host, slots);
      const at = Math.min(...slots);
      return [{ host, at, ms: place.ms ?? 0, done: at + (place.ms ?? 0), cost: (place.ms ?? 0) / place.weight, place }];
    });
    const busy = choices.filter(({ at }) => at > now).sort((a, b) => a.done - b.done);
    const soonest = turn.backlog?.() ? Infinity : (busy[0]?.done ?? Infinity);
    const free = choices.filter(({ at, done }) => at <= now && done <= soonest);
    const [best] = free.sort(
      (a, b) => a.cost - b.cost || a.place.begun.length - b.place.begun.length || b.place.weight - a.place.weight,
    );
    const chosen = best ?? busy[0];
    if (!chosen) continue;
    const slots = times.get(chosen.host) ?? [];
    // A request on a machine of unknown speed takes its slot for now; 1 ms stands for that.
    slots[slots.indexOf(chosen.at)] = chosen.at + Math.max(1, chosen.ms);
    if (best) begin.push({ turn, host: best.host });
    else expected.set(chosen.host, (expected.get(chosen.host) ?? 0) + 1);
  }
  return { begin, expected };
}

/** Requests that wait for a machine: those that somebody waits for first, then in the order in which they came. */
export class WaitingLine<T extends { urgent: boolean }> {
  private readonly turns: T[] = [];

  get all(): readonly T[] {
    return this.turns;
  }

  add(turn: T): void {
    const at = turn.urgent ? this.turns.findIndex(({ urgent }) => !urgent) : -1;
    if (at < 0) this.turns.push(turn);
    else this.turns.splice(at, 0, turn);
  }

  remove(turn: T): void {
    const at = this.turns.indexOf(turn);
    if (at >= 0) this.turns.splice(at, 1);
  }
}

export interface Lane {
  run<T>(work: () => Promise<T>, urgent?: boolean): Promise<T>;
  waiting(): number;
}

/** So many at once, the urgent ones first. */
export function createLane(limit: number): Lane {
  const line = new WaitingLine<{ urgent: boolean; start: () => void }>();
  let running = 0;
  const next = () => {
    const [first] = line.all;
    if (!first || running >= limit) return;
    line.remove(first);
    running += 1;
    first.start();
  };
  return {
    waiting: () => line.all.length,
    run: async (work, urgent = false) => {
      await new Promise<void>((start) => {
        line.add({ urgent, start });
        next();
      });
      try {
        return await work();
      } finally {
        running -= 1;
        next();
      }
    },
  };
}

export const stoppedInLine = () => new AttemptFailure('stopped', 'stopped');
