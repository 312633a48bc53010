// Where every mail and every CV is at the end.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import { SMTPServer } from 'smtp-server';
import { root } from '../../scripts/lib/paths.mjs';

const require = createRequire(import.meta.url);

/** Takes every mail and keeps to whom it was sent. */
export async function startSmtp() {
  const sent = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      stream.resume();
      stream.on('end', () => {
        sent.push(...session.envelope.rcptTo.map(({ address }) => address));
        done();
      });
    },
  });
  // A connection that n8n's end breaks off is no fault of ours.
  server.on('error', () => {});
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { sent, port: server.server.address().port, close: () => new Promise((resolve) => server.close(resolve)) };
}

export async function account({ dovecot, pool, smtp, mails, isHostile }) {
  const numbers = Array.from({ length: mails }, (_, n) => n);
  const places = await messages(dovecot);
  const { engines, people } = await candidates(pool);
  const wanted = numbers.filter((n) => !isHostile(n));
  const addressOf = (n) => `candidat${n}@exemple.test`;
  const stored = (n) => people.get(addressOf(n)) ?? [];
  const inMailbox = places.done + places.setAside;
  const thanks = smtp.sent.filter((address) => address !== 'recruteur@entreprise.test');
  return {
    hostile: mails - wanted.length,
    inbox: places.inbox,
    done: places.done,
    setAside: places.setAside,
    candidates: [...people.values()].flat().length,
    documents: [...people.values()].flat().reduce((sum, count) => sum + count, 0),
    engines,
    noticesToRecruiter: smtp.sent.length - thanks.length,
    acknowledged: new Set(thanks).size,
    acknowledgedAgain: thanks.length - new Set(thanks).size,
    missing: [
      ...wanted.filter((n) => stored(n).length === 0).map((n) => `CV ${n} is not in the pool`),
      ...(inMailbox === mails ? [] : [`${mails} mails came, ${inMailbox} were handled`]),
    ],
    twice: wanted.filter((n) => stored(n).length > 1 || stored(n)[0] > 1).map((n) => `CV ${n} is stored twice`),
  };
}

/** Messages by what became of them; the notes beside those set aside are not counted. */
async function messages(dovecot) {
  const auth = { user: 'rh', pass: 'secret' };
  const client = new ImapFlow({
    host: dovecot.host,
    port: dovecot.port,
    secure: false,
    doSTARTTLS: false,
    auth,
    logger: false,
  });
  await client.connect();
  const count = async (path) => {
    await client.mailboxOpen(path);
    const all = await client.search({ all: true });
    const notes = await client.search({ header: { 'x-vivier-reason': true } });
    return all.length - notes.length;
  };
  const places = {
    inbox: await count('INBOX'),
    done: await count(['Vivier', 'Done']),
    setAside: await count(['Vivier', 'Quarantine']),
  };
  await client.logout();
  return places;
}

/** @returns `people`, by e-mail: how many documents each candidate has, one entry a candidate; `engines`: how many profiles the model was asked for to the end, and how many were made while it was away */
async function candidates(config) {
  const { openPool } = require(join(root, 'dist', 'lib', 'pool'));
  const pool = await openPool(config);
  try {
    const people = new Map();
    const engines = { model: 0, rules: 0 };
    for (let offset = 0; ; offset += 100) {
      const rows = await pool.candidates.list({ limit: 100, offset });
      for (const { candidateId, profile } of rows) {
        const { documents } = await pool.candidates.get(candidateId);
        const { email } = profile.contact;
        const { model, warnings } = profile.meta;
        // The stand-in adds nothing to a profile: whether it was asked to the end is what tells.
        const asked = model !== null && !warnings.some(({ code }) => code.startsWith('model-'));
        engines[asked ? 'model' : 'rules'] += 1;
        people.set(email, [...(people.get(email) ?? []), documents.length]);
      }
      if (rows.length < 100) return { engines, people };
    }
  } finally {
    await pool.close();
  }
}
