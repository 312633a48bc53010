import type { IDataObject, INodeExecutionData, ITriggerFunctions } from 'n8n-workflow';
import { toVivierError } from '../../lib/errors';
import { listenToPool, type PoolEvent, type PoolListener, type TalentPool } from '../../lib/pool';
import { chosenPool, startFlow, usePool } from '../shared';

export type Wanted = PoolEvent['kind'] | 'retention-due';

/** What is remembered between runs of n8n: the last event told, and until when who is due was told. */
interface Position {
  lastEvent?: number;
  dueTold?: string;
}

const BATCH = 100;
const PEOPLE_BATCH = 500;
/** On PostgreSQL notifications come at once; looking as well makes up for a lost one. */
const LOOK_AGAIN_MS = 60_000;
const RETENTION_EVERY_MS = 60 * 60_000;

export interface Watch {
  /** Tells what has not been told yet; one look at a time. */
  look(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Looks into the pool and hands on what happened since the position that n8n keeps for the workflow. n8n saves it at each hand-over, with what was
 * handed on before: after a restart the last events may be told again (same `eventId`), and none is left out.
 */
export async function startWatch(ctx: ITriggerFunctions): Promise<Watch> {
  const config = await chosenPool(ctx, ctx.getNodeParameter('authentication'));
  const wanted = ctx.getNodeParameter('events') as Wanted[];
  const seconds = ctx.getNodeParameter('interval', 10) as number;
  const position = ctx.getWorkflowStaticData('node') as Position;
  await usePool(config, (pool) => begin(pool, position));
  let looking: Promise<void> | null = null;
  let again = false;
  let nextRetention = 0;

  const lookOnce = () =>
    usePool(config, async (pool) => {
      await tellEvents(ctx, pool, wanted, position);
      if (!wanted.includes('retention-due') || Date.now() < nextRetention) return;
      nextRetention = Date.now() + RETENTION_EVERY_MS;
      await tellDue(ctx, pool, position);
    });
  const look = (): Promise<void> => {
    if (looking) {
      again = true;
      return looking;
    }
    looking = (async () => {
      do {
        again = false;
        await lookOnce();
      } while (again);
    })().finally(() => (looking = null));
    return looking;
  };
  const tick = () =>
    void look().catch((error: unknown) => ctx.logger.warn(`Talent Pool Trigger: ${toVivierError(error).message}`));

  const listener: PoolListener | null = await listenToPool(config, tick);
  const timer = setInterval(tick, listener ? LOOK_AGAIN_MS : Math.max(1, seconds) * 1000);
  tick();
  return {
    look,
    close: async () => {
      clearInterval(timer);
      await listener?.close();
      await looking?.catch(() => undefined);
    },
  };
}

/** The first time, what happened before the workflow was switched on is not told. */
async function begin(pool: TalentPool, position: Position): Promise<void> {
  position.lastEvent ??= await pool.events.latest();
  position.dueTold ??= new Date().toISOString();
}

async function tellEvents(
  ctx: ITriggerFunctions,
  pool: TalentPool,
  wanted: Wanted[],
  position: Position,
): Promise<void> {
  for (;;) {
    const events = await pool.events.list({ after: position.lastEvent ?? 0, limit: BATCH });
    const told = events.filter(({ kind }) => wanted.includes(kind));
    const before = position.lastEvent ?? 0;
    if (told.length > 0) {
      const items = told.map(({ id, kind, ...event }) => toItem({ eventId: `event-${id}`, event: kind, ...event }));
      startFlow(ctx, items, () => (position.lastEvent = Math.min(position.lastEvent ?? before, before)));
    }
    const last = events.at(-1);
    if (last) position.lastEvent = last.id;
    if (events.length < BATCH) return;
  }
}

/** Who came due since the last look; each once per due date. */
async function tellDue(ctx: ITriggerFunctions, pool: TalentPool, position: Position): Promise<void> {
  const now = new Date().toISOString();
  const since = position.dueTold ?? now;
  for (let offset = 0; ; offset += PEOPLE_BATCH) {
    const due = await pool.retention.due({ at: now, limit: PEOPLE_BATCH, offset });
    const fresh = due.filter(({ dueAt }) => dueAt > since);
    if (fresh.length > 0)
      ctx.emit([
        fresh.map((one) => toItem({ eventId: `due-${one.candidateId}-${one.dueAt}`, event: 'retention-due', ...one })),
      ]);
    if (due.length < PEOPLE_BATCH) break;
  }
  position.dueTold = now;
}

const toItem = (json: object): INodeExecutionData => ({ json: json as IDataObject });
