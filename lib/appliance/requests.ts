import { connect } from 'node:net';
import { z } from 'zod';

/** What the pages ask the machine for, which alone may do it. */
export type Request =
  | { do: 'owner'; code: string; email: string; firstName: string; lastName: string; password: string }
  | { do: 'noted' }
  | { do: 'open-mail'; targets: { host: string; port: number }[] }
  | { do: 'close-mail' };

const answer = z.object({
  ok: z.boolean(),
  reason: z.string().default('failed'),
  message: z.string().optional(),
  recoveryKey: z.string().optional(),
});

export type Answer = z.infer<typeof answer>;
export type Ask = (request: Request) => Promise<Answer>;

const LONGEST_MS = 60_000;
const MOST_BYTES = 64 * 1024;

/** One JSON line each way over a socket that only this user may open; see `usr/lib/vivier/request`. Never throws: a silent machine is an answer too. */
export const askBySocket =
  (path: string): Ask =>
  (request) =>
    new Promise((resolve) => {
      const failed = () => resolve({ ok: false, reason: 'unreachable' });
      const socket = connect({ path, allowHalfOpen: true }, () => socket.end(`${JSON.stringify(request)}\n`));
      let text = '';
      socket.setTimeout(LONGEST_MS, () => socket.destroy(new Error('timeout')));
      socket.on('error', failed);
      socket.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        if (text.length > MOST_BYTES) socket.destroy(new Error('too long'));
      });
      socket.on('end', () => {
        try {
          resolve(answer.parse(JSON.parse(text)));
        } catch {
          failed();
        }
      });
    });
