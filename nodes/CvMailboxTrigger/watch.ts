import type { IDataObject, INodeExecutionData, ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';
import {
  connectMailbox,
  newestMail,
  openFolder,
  watchMailbox,
  type IncomingMail,
  type MailboxAccess,
  type MailboxHandler,
  type MailboxSettings,
} from '../../lib/intake';
import { reportTrouble, runFlow, toItemError, toJson, toNodeError } from '../shared';
import { accessOf, type Authentication } from './access';

const MIB = 1024 * 1024;
const LOOK_AGAIN_MS = 2000;
/** The first wait after a run that failed. */
const RETRY_MS = 15_000;

interface Options {
  markRead?: boolean;
  megabytes?: number;
  parallel?: number;
  pollSeconds?: number;
  since?: string;
  tries?: number;
  unreadOnly?: boolean;
}

export function readSettings(ctx: Pick<ITriggerFunctions, 'getNodeParameter'>): MailboxSettings {
  const options = ctx.getNodeParameter('options', {}) as Options;
  const text = (name: string) => (ctx.getNodeParameter(name, '') as string).trim();
  const since = options.since ? new Date(options.since) : null;
  return {
    folder: text('folder') || 'INBOX',
    doneFolder: ctx.getNodeParameter('whenDone') === 'move' ? text('doneFolder') || 'Vivier/Done' : null,
    quarantineFolder: text('quarantineFolder') || 'Vivier/Quarantine',
    markRead: options.markRead ?? true,
    unreadOnly: options.unreadOnly ?? false,
    since: since && !Number.isNaN(since.getTime()) ? since : null,
    parallel: Math.max(1, options.parallel ?? 2),
    maxBytes: (options.megabytes ?? 50) * MIB,
    pollMs: Math.max(1, options.pollSeconds ?? 60) * 1000,
    tries: Math.max(1, options.tries ?? 5),
    retryMs: RETRY_MS,
  };
}

export async function startMailbox(ctx: ITriggerFunctions): Promise<ITriggerResponse> {
  const settings = readSettings(ctx);
  const access = accessOf(ctx, ctx.getNodeParameter('authentication') as Authentication);
  if (ctx.getMode() === 'manual') return byHand(ctx, settings, access);
  // Whoever switches the flow on is told at once what is wrong; when n8n itself starts, the server may still be down.
  if (!['init', 'leadershipChange'].includes(ctx.getActivationMode())) await check(ctx, settings, access);
  const watch = watchMailbox({ settings, access, handler: handlerFor(ctx) });
  return { closeFunction: () => watch.close() };
}

async function check(ctx: ITriggerFunctions, settings: MailboxSettings, access: () => Promise<MailboxAccess>) {
  try {
    const client = await connectMailbox(await access());
    try {
      await openFolder(client, settings);
    } finally {
      client.close();
    }
  } catch (error) {
    throw toNodeError(ctx.getNode(), error, 0);
  }
}

function handlerFor(ctx: ITriggerFunctions): MailboxHandler {
  return {
    handle: async (mail) => await runFlow(ctx, [[await itemOf(ctx, mail)], []]),
    setAside: async ({ error, info, quarantineFolder }) => {
      const json = { mail: { ...info }, error: { ...toItemError(error) }, quarantineFolder };
      await runFlow(ctx, [[], [{ json: json as IDataObject }]]);
    },
    trouble: (error) => reportTrouble(ctx, error),
    recovered: () => ctx.logger.info(`${ctx.getNode().name}: the mailbox works again`),
  };
}

async function itemOf(ctx: ITriggerFunctions, { info, source }: IncomingMail): Promise<INodeExecutionData> {
  const data = await ctx.helpers.prepareBinaryData(Buffer.from(source), `mail-${info.uid}.eml`, 'message/rfc822');
  return { json: toJson({ mail: info }), binary: { data } };
}

/** The button in the editor: the newest message, which stays as it is. Without one, it waits. */
function byHand(
  ctx: ITriggerFunctions,
  settings: MailboxSettings,
  access: () => Promise<MailboxAccess>,
): ITriggerResponse {
  const stop = new AbortController();
  const look = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      const client = await connectMailbox(await access());
      try {
        const mail = await newestMail(client, settings);
        if (mail) return ctx.emit([[await itemOf(ctx, mail)], []]);
      } finally {
        client.close();
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  };
  return {
    closeFunction: () => Promise.resolve(stop.abort()),
    manualTriggerFunction: async () => {
      try {
        await look();
      } catch (error) {
        throw toNodeError(ctx.getNode(), error, 0);
      }
    },
  };
}
