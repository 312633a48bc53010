import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connect, type PeerCertificate } from 'node:tls';
import { said } from '../said';
import type { Check, Said } from '../types';

const CONNECT_MS = 5000;
/** Caddy renews when a third of the time is left; at a tenth something keeps it from doing so. */
const SHORT_OF_TIME = 0.1;

/** What is open to the outside; not a fault, but nobody should have to guess. */
export async function egressCheck(folder: string): Promise<Check<Said>> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => /^[\w-]+$/.test(name)).sort();
  const openings = await Promise.all(
    names.map(async (name) => {
      // It may be closed at this moment. One that can't be read is open all the same.
      const text = await readFile(join(folder, name), 'utf8').catch((error: NodeJS.ErrnoException) =>
        error.code === 'ENOENT' ? '' : null,
      );
      return text === null ? name : opening(name, text);
    }),
  );
  const open = openings.filter((line) => line !== '');
  return { id: 'egress', state: 'ok', needed: false, what: said.egress(open.join('; ')), advice: null };
}

function opening(name: string, text: string): string {
  const places = text
    .split('\n')
    .filter((line) => /^[^#\s]/.test(line))
    .map((line) => line.trim().split(/\s+/).slice(0, 2).join(':'));
  return places.length > 0 ? `${name} (${places.join(', ')})` : '';
}

/** @param at `host:port` of this machine's own HTTPS; any authority will do, the date counts. */
export async function certificateCheck(at: string, now: Date): Promise<Check<Said>> {
  const check = { id: 'certificate', needed: true };
  const certificate = await servedAt(at).catch(() => null);
  if (!certificate) return { ...check, state: 'problem', what: said.certificate(null), advice: said.httpsAdvice };
  const [from, to] = [new Date(certificate.valid_from), new Date(certificate.valid_to)];
  const what = said.certificate(to);
  const left = to.getTime() - now.getTime();
  if (left <= 0) return { ...check, state: 'problem', what, advice: said.certificateAdvice };
  const short = left < SHORT_OF_TIME * (to.getTime() - from.getTime());
  return { ...check, state: short ? 'warning' : 'ok', what, advice: short ? said.certificateAdvice : null };
}

function servedAt(at: string): Promise<PeerCertificate> {
  const [host, port, servername = host] = at.split(':');
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port: Number(port || 443), servername, rejectUnauthorized: false }, () => {
      resolve(socket.getPeerCertificate());
      socket.end();
    });
    socket.setTimeout(CONNECT_MS, () => socket.destroy(new Error('timeout')));
    socket.on('error', reject);
  });
}
