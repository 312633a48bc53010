import { z } from 'zod';
import { logIn, N8nRefused, type N8nSession } from './n8n';
import type { Ask } from './requests';

/** What somebody typed into the mail page; texts, as forms send them. */
export const mailForm = z.object({
  imapHost: z.string().trim().min(1).max(253),
  imapPort: z.coerce.number().int().min(1).max(65535),
  imapSecurity: z.enum(['tls', 'starttls']),
  user: z.string().trim().min(1).max(320),
  password: z.string().min(1).max(500),
  smtpHost: z.string().trim().min(1).max(253),
  smtpPort: z.coerce.number().int().min(1).max(65535),
  smtpSecurity: z.enum(['tls', 'starttls']),
  sender: z.string().trim().email().max(320),
  recruiter: z.string().trim().email().max(320),
  email: z.string().trim().min(1).max(320),
  account: z.string().min(1).max(500),
  mfaCode: z.string().trim().max(20).optional(),
  open: z.literal('yes'),
});

export type MailForm = z.infer<typeof mailForm>;

/** Why it did not come about; the page has words for each. */
export type MailFault = 'account' | 'not-owner' | 'too-often' | 'egress' | 'imap' | 'smtp' | 'n8n';

export type MailOutcome = { ok: true } | { ok: false; fault: MailFault; message?: string };

/** Fixed in workflows/receive-cvs-by-mail.json. */
const INTAKE = 'vivierMailIntake';
const IMAP = { id: 'vivierImap000001', name: 'Vivier Mailbox', type: 'vivierImapApi' };
const SMTP = { id: 'vivierSmtp000001', name: 'Vivier Mail', type: 'smtp' };

class Refused extends Error {
  constructor(
    readonly fault: MailFault,
    message?: string,
  ) {
    super(message);
  }
}

/**
 * Opens the way to the two servers, tries both, and only then writes the credentials and switches the intake on. Nothing that fails is left half
 * done: the way is closed again unless the intake was on before.
 */
export async function setUpMail(form: MailForm, n8nUrl: string, ask: Ask): Promise<MailOutcome> {
  let close = false;
  try {
    const session = await signIn(n8nUrl, form);
    const workflow = await readIntake(session);
    await openWay(form, ask);
    close = !workflow.active;
    const { imap, smtp } = credentialsOf(form);
    await tryOut(session, imap, 'imap');
    await tryOut(session, smtp, 'smtp');
    for (const { id, ...credential } of [imap, smtp]) await session.call('PATCH', `/credentials/${id}`, credential);
    await switchOn(session, form);
    return { ok: true };
  } catch (error) {
    if (close) await ask({ do: 'close-mail' });
    if (error instanceof Refused) return { ok: false, fault: error.fault, message: error.message || undefined };
    return { ok: false, fault: 'n8n' };
  }
}

/** n8n lets an address try five times in five minutes. */
const LOGIN_FAULTS: Partial<Record<number, MailFault>> = { 401: 'account', 403: 'not-owner', 429: 'too-often' };

async function signIn(url: string, { email, account, mfaCode }: MailForm): Promise<N8nSession> {
  try {
    return await logIn(url, { email, password: account, mfaCode });
  } catch (error) {
    const status = error instanceof N8nRefused ? error.status : 0;
    throw new Refused(LOGIN_FAULTS[status] ?? 'n8n');
  }
}

async function openWay({ imapHost, imapPort, smtpHost, smtpPort }: MailForm, ask: Ask): Promise<void> {
  const targets = [
    { host: imapHost, port: imapPort },
    { host: smtpHost, port: smtpPort },
  ];
  if (!(await ask({ do: 'open-mail', targets })).ok) throw new Refused('egress');
}

function credentialsOf(form: MailForm) {
  const { user, password } = form;
  const imapData = { user, password, host: form.imapHost, port: form.imapPort, security: form.imapSecurity };
  const smtpData = { user, password, host: form.smtpHost, port: form.smtpPort, secure: form.smtpSecurity === 'tls' };
  return {
    imap: { ...IMAP, data: { ...imapData, ca: '', allowUnauthorizedCerts: false } },
    smtp: { ...SMTP, data: { ...smtpData, disableStartTls: false } },
  };
}

const tested = z.object({ status: z.enum(['OK', 'Error']), message: z.string().default('') });

/** By n8n itself, with the same code that will use it. */
async function tryOut(session: N8nSession, credentials: object, fault: MailFault): Promise<void> {
  const { status, message } = tested.parse(await session.call('POST', '/credentials/test', { credentials }));
  if (status !== 'OK') throw new Refused(fault, message);
}

const assignment = z.object({ name: z.string(), value: z.unknown() }).passthrough();
const node = z.object({ name: z.string(), parameters: z.record(z.unknown()) }).passthrough();
const intake = z
  .object({ active: z.boolean(), versionId: z.string(), nodes: z.array(node), connections: z.unknown() })
  .passthrough();

const readIntake = async (session: N8nSession) => intake.parse(await session.call('GET', `/workflows/${INTAKE}`));

/** The two addresses go where a person would write them: into the node “Settings”. */
async function switchOn(session: N8nSession, { recruiter, sender }: MailForm): Promise<void> {
  const { nodes, connections, versionId } = await readIntake(session);
  const values: Record<string, string> = { 'settings.recruiter': recruiter, 'settings.sender': sender };
  const changed = nodes.map((one) => (one.name === 'Settings' ? withValues(one, values) : one));
  const saved = await session.call('PATCH', `/workflows/${INTAKE}`, { nodes: changed, connections, versionId });
  const { versionId: version } = z.object({ versionId: z.string() }).parse(saved);
  await session.call('POST', `/workflows/${INTAKE}/activate`, { versionId: version });
}

function withValues(one: z.infer<typeof node>, values: Record<string, string>) {
  const shape = z.object({ assignments: z.object({ assignments: z.array(assignment) }) }).passthrough();
  const parameters = shape.parse(one.parameters);
  const assignments = parameters.assignments.assignments.map((entry) =>
    entry.name in values ? { ...entry, value: values[entry.name] } : entry,
  );
  return { ...one, parameters: { ...parameters, assignments: { assignments } } };
}
