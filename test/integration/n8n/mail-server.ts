import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { until } from '../mailbox/mailbox';
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

/** The first mail to somebody about something, once it is there. */
export async function mailTo(sent: Sent[], address: string, subject: RegExp): Promise<Sent> {
  const found = () => sent.find((mail) => mail.recipients.includes(address) && subject.test(mail.subject ?? ''));
  await until(() => found() !== undefined, `a mail about ${subject}`);
  return found() as Sent;
}

/** The page behind the button of a mail that asks for an answer. */
export async function openQuestion(n8n: N8n, { html }: Sent): Promise<{ url: URL; page: string }> {
  const [link = ''] = /https?:\/\/[^"\s]+\/webhook-waiting\/[^"\s]+/.exec(html ?? '') ?? [];
  const url = new URL(link.replace(/&amp;/g, '&'));
  url.host = `127.0.0.1:${n8n.port}`;
  // The mail is out a moment before the run waits for its answer.
  await until(async () => (await fetch(url)).ok, 'the question’s page');
  return { url, page: await (await fetch(url)).text() };
}

/** Answers such a mail, field by field; what is ticked is a list. @returns the page with the question */
export async function answerQuestion(n8n: N8n, mail: Sent, values: (string | string[])[]): Promise<string> {
  const { url, page } = await openQuestion(n8n, mail);
  const body = new FormData();
  values.forEach((value, index) => body.append(`field-${index}`, Array.isArray(value) ? JSON.stringify(value) : value));
  const answer = await fetch(url, { method: 'POST', body });
  if (!answer.ok) throw new Error(`the question’s page answered ${answer.status}`);
  return page;
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
  await n8n.publish({ id, versionId });
  const stop = () => n8n.unpublish(id);
  return { id, stop };
}

export const readWorkflow = (name: string) =>
  JSON.parse(readFileSync(join(__dirname, `../../../workflows/${name}.json`), 'utf8')) as WorkflowFile;

/**
 * The pages for recruiters ask for an n8n account, which a test without a browser has not: it fills in a copy that is open to all, under an
 * address that begins with `open-`.
 */
export const openCopy = (n8n: N8n, name: string, credentials: Record<string, object> = {}, settings = {}) =>
  publish(n8n, readWorkflow(name), {
    credentials,
    settings,
    change: (nodes) => {
      for (const node of nodes) {
        const { parameters } = node;
        // The ready-made one may be published too, under the same address.
        if (node.webhookId) node.webhookId = randomUUID();
        const options = parameters.options as { path?: string } | undefined;
        if (parameters.authentication === 'n8nUserAuth') parameters.authentication = 'none';
        if (options?.path) options.path = `open-${options.path}`;
      }
    },
  });

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
  const body = { name: `Test ${name}`, nodes, connections, settings: workflow.settings };
  return (await n8n.rest('/workflows', { method: 'POST', body })) as { id: string; versionId: string };
}

function fillIn(parameters: Record<string, unknown>, settings: Record<string, string | number>): void {
  const { assignments } = parameters.assignments as { assignments: { name: string; value: unknown }[] };
  for (const one of assignments) one.value = settings[one.name.replace('settings.', '')] ?? one.value;
}
