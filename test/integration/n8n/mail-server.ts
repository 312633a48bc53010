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
  nodes: { name: string; parameters: Record<string, unknown>; credentials?: object }[];
  connections: object;
  settings: object;
}

/** Does with a ready-made workflow what a person does before they publish it: chooses credentials and fills in “Settings”. */
export async function publish(
  n8n: N8n,
  workflow: WorkflowFile,
  {
    credentials,
    settings = {},
    change = () => undefined,
  }: {
    credentials: Record<string, object>;
    settings?: Record<string, string>;
    change?: (nodes: WorkflowFile['nodes']) => void;
  },
): Promise<{ id: string; stop(): Promise<void> }> {
  const nodes = structuredClone(workflow.nodes);
  for (const node of nodes) {
    const [kind] = Object.keys(node.credentials ?? {});
    if (kind && credentials[kind]) node.credentials = { [kind]: credentials[kind] };
    if (node.name === 'Settings') fillIn(node.parameters, settings);
  }
  change(nodes);
  const { connections, name } = workflow;
  const body = { name: `Test ${name}`, nodes, connections, settings: { executionOrder: 'v1' } };
  const made = (await n8n.rest('/workflows', { method: 'POST', body })) as { id: string; versionId: string };
  await n8n.rest(`/workflows/${made.id}/activate`, { method: 'POST', body: { versionId: made.versionId } });
  const stop = () => n8n.rest(`/workflows/${made.id}/deactivate`, { method: 'POST', body: {} }).then(() => undefined);
  return { id: made.id, stop };
}

function fillIn(parameters: Record<string, unknown>, settings: Record<string, string>): void {
  const { assignments } = parameters.assignments as { assignments: { name: string; value: unknown }[] };
  for (const one of assignments) one.value = settings[one.name.replace('settings.', '')] ?? one.value;
}
