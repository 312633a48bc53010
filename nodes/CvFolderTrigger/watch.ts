import type { IDataObject, INodeExecutionData, ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';
import {
  allowedFolder,
  watchFolder,
  type FolderHandler,
  type FolderSettings,
  type IncomingFile,
} from '../../lib/intake';
import { reportTrouble, runFlow, toItemError, toJson, toNodeError } from '../shared';

const MIB = 1024 * 1024;
/** The first wait after a run that failed. */
const RETRY_MS = 15_000;

interface Options {
  megabytes?: number;
  parallel?: number;
  pollSeconds?: number;
  settleSeconds?: number;
  tries?: number;
}

async function readSettings(ctx: ITriggerFunctions): Promise<FolderSettings> {
  const options = ctx.getNodeParameter('options', {}) as Options;
  const text = (name: string) => (ctx.getNodeParameter(name, '') as string).trim();
  // n8n gives triggers no way to ask what its administrator allowed its file nodes.
  const { N8N_RESTRICT_FILE_ACCESS_TO: allowed, N8N_USER_FOLDER: userFolder } = process.env;
  return {
    folder: await allowedFolder(text('folder'), { allowed, userFolder }),
    doneFolder: text('doneFolder') || 'processed',
    failedFolder: text('failedFolder') || 'failed',
    subfolders: ctx.getNodeParameter('subfolders', true) as boolean,
    settleMs: Math.max(0, options.settleSeconds ?? 5) * 1000,
    pollMs: Math.max(1, options.pollSeconds ?? 5) * 1000,
    maxBytes: (options.megabytes ?? 100) * MIB,
    parallel: Math.max(1, options.parallel ?? 2),
    tries: Math.max(1, options.tries ?? 5),
    retryMs: RETRY_MS,
  };
}

export async function startFolder(ctx: ITriggerFunctions): Promise<ITriggerResponse> {
  let settings: FolderSettings;
  try {
    settings = await readSettings(ctx);
  } catch (error) {
    throw toNodeError(ctx.getNode(), error, 0);
  }
  const handler: FolderHandler = {
    handle: async (file) => await runFlow(ctx, [[await itemOf(ctx, file)], []]),
    setAside: async ({ error, failedFolder, info }) => {
      const json = { file: { ...info }, error: { ...toItemError(error) }, failedFolder };
      await runFlow(ctx, [[], [{ json: json as IDataObject }]]);
    },
    trouble: (error) => reportTrouble(ctx, error),
  };
  const watch = watchFolder({ settings, handler });
  return { closeFunction: () => watch.close() };
}

async function itemOf(ctx: ITriggerFunctions, { data, info }: IncomingFile): Promise<INodeExecutionData> {
  const binary = await ctx.helpers.prepareBinaryData(Buffer.from(data), info.fileName);
  return { json: toJson({ file: info }), binary: { data: binary } };
}
