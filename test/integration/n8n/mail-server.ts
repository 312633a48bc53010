import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { type N8n, storeCredential } from './running';

export interface Sent extends Email {
  recipients: string[];
}

/** A mail server that takes everything and keeps it. */
export async function startSmtp() {
  const sent: Sent[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        void PostalMime.parse(Buffer.concat(parts)).then((mail) => {
          sent.push({ ...mail, recipients });
          done();
        });
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return { sent, port, close: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

export const smtpCredential = (n8n: N8n, port: number) =>
  storeCredential(n8n, 'smtp', {
    host: '127.0.0.1',
    port,
    secure: false,
    disableStartTls: true,
    user: '',
    password: '',
  });

interface WorkflowFile {
  name: string;
  nodes: { name: string; parameters: Record<string, unknown>; credentials?: object; webhookId?: string }[];
  connections: object;
  settings: object;
}

interface Choices {
  credentials: Record<string, object>;
  settings?: Record<string, string | number>;
  change?: (nodes: WorkflowFile['nodes']) => void;
}

/** Does with a ready-made workflow what a person does before they publish it: chooses credentials and fills in “Settings”. */
export async function publish(n8n: N8n, workflow: WorkflowFile, choices: Choices) {
  const { id, versionId } = await draft(n8n, workflow, choices);
  await n8n.rest(`/workflows/${id}/activate`, { method: 'POST', body: { versionId } });
  const stop = () => n8n.rest(`/workflows/${id}/deactivate`, { method: 'POST', body: {} });
  return { id, stop };
}

/** The same, not published. */
export async function draft(n8n: N8n, workflow: WorkflowFile, { change, credentials, settings = {} }: Choices) {
  const nodes = structuredClone(workflow.nodes);
  for (const node of nodes) {
    const [kind] = Object.keys(node.credentials ?? {});
    if (kind && credentials[kind]) node.credentials = { [kind]: credentials[kind] };
    if (node.name === 'Settings') fillIn(node.parameters, settings);
  }
  change?.(nodes);
  const { connections, name } = workflow;
  const body = { name: `Test ${name}`, nodes, connections, settings: { executionOrder: 'v1' } };
  return (await n8n.rest('/workflows', { method: 'POST', body })) as { id: string; versionId: string };
}

function fillIn(parameters: Record<string, unknown>, settings: Record<string, string | number>): void {
  const { assignments } = parameters.assignments as { assignments: { name: string; value: unknown }[] };
  for (const one of assignments) one.value = settings[one.name.replace('settings.', '')] ?? one.value;
}
