import { type N8n, vivierNode } from '../integration/n8n/running';

const ANSWER_MS = 60_000;

export interface Answer {
  status: number;
  candidate?: { candidateId: string; created: boolean };
}

/** The webhook processor, as whoever fills in a form there sees it. */
export const webhookOf = (n8n: N8n): N8n =>
  Object.assign(Object.create(n8n) as N8n, { port: Number(process.env.VIVIER_TEST_WEBHOOK_PORT) });

/** A flow that answers once the CV is stored. @returns how to send it a CV */
export async function openLine(n8n: N8n, port: number, credentials: object) {
  const path = `line-${Date.now()}`;
  const nodes = [
    {
      name: 'Webhook',
      type: 'n8n-nodes-base.webhook',
      typeVersion: 2.1,
      webhookId: path,
      parameters: { httpMethod: 'POST', path, responseMode: 'lastNode', options: { binaryPropertyName: 'data' } },
    },
    vivierNode('CV Extract', 'cvExtract', {}),
    vivierNode('CV Analyze', 'cvAnalyze', { engine: 'rules' }),
    vivierNode('Save', 'talentPool', {}, { credentials: credentials as never }),
  ].map((node, index) => ({ id: `n${index}`, position: [index * 200, 0], ...node }));
  const connections = Object.fromEntries(
    nodes.slice(1).map(({ name }, index) => [nodes[index].name, { main: [[{ node: name, type: 'main', index: 0 }]] }]),
  );
  const body = { name: 'Line', nodes, connections, settings: { executionOrder: 'v1' } };
  const made = (await n8n.rest('/workflows', { method: 'POST', body })) as { id: string; versionId: string };
  await n8n.publish(made);
  const send = async (cv: string): Promise<Answer> => {
    const form = new FormData();
    form.append('data', new Blob([cv], { type: 'text/plain' }), 'cv.txt');
    const answer = await fetch(`http://127.0.0.1:${port}/webhook/${path}`, {
      ...{ method: 'POST', body: form, headers: { connection: 'close' }, signal: AbortSignal.timeout(ANSWER_MS) },
    });
    const said = (await answer.json()) as { candidate?: Answer['candidate'] };
    return { status: answer.status, candidate: said.candidate };
  };
  return { send, stop: () => n8n.unpublish(made.id) };
}
