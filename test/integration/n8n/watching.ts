import type { INodeParameters } from 'n8n-workflow';
import { type N8n, vivierNode } from './running';

const TRIES = 120;
const BETWEEN_MS = 500;

export interface Watching {
  /** Waits for an execution that n8n started by itself, with what is wanted in it. @returns all of it, as text. */
  execution(wanted?: (text: string) => boolean): Promise<string>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** An active workflow that begins with Talent Pool Trigger, and ends there. */
export async function watchWith(n8n: N8n, parameters: INodeParameters, credentials: object): Promise<Watching> {
  const options = { credentials: credentials as never, id: 'trigger', position: [0, 0] as [number, number] };
  const trigger = vivierNode('Pool Trigger', 'talentPoolTrigger', parameters, options);
  const { id, versionId } = (await n8n.rest('/workflows', {
    method: 'POST',
    body: { name: 'Trigger test', nodes: [trigger], connections: {}, settings: { executionOrder: 'v1' } },
  })) as { id: string; versionId: string };
  const start = async () => {
    await n8n.publish({ id, versionId });
  };
  const stop = async () => {
    await n8n.unpublish(id);
  };
  await start();
  return { execution: (wanted = () => true) => executionOf(n8n, id, wanted), start, stop };
}

async function executionOf(n8n: N8n, workflowId: string, wanted: (text: string) => boolean): Promise<string> {
  const filter = encodeURIComponent(JSON.stringify({ workflowId }));
  for (let wait = 0; wait < TRIES; wait++) {
    const { results } = (await n8n.rest(`/executions?filter=${filter}&limit=5`)) as {
      results: { status: string; id: string }[];
    };
    for (const { id } of results.filter(({ status }) => status === 'success')) {
      const text = JSON.stringify(await n8n.rest(`/executions/${id}`));
      if (wanted(text)) return text;
    }
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
  }
  const { results } = (await n8n.rest(`/executions?filter=${filter}&limit=5`)) as { results: { status: string }[] };
  throw new Error(
    `the trigger started nothing that is wanted: ${results.map(({ status }) => status).join() || 'no run'}`,
  );
}
