import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connectMailbox } from '../../../lib/intake';
import { accessTo, type Dovecot, startDovecot } from './mailbox';

describe('a server with TLS and a certificate of its own', () => {
  let server: Dovecot;
  beforeAll(async () => {
    server = await startDovecot({ tls: true });
  });
  afterAll(() => server.remove());

  it('is refused while nobody vouches for the certificate', async () => {
    await expect(connectMailbox(accessTo(server, { security: 'tls' }))).rejects.toMatchObject({ code: 'mailbox-tls' });
  });

  it('is believed with its authority', async () => {
    const client = await connectMailbox(accessTo(server, { security: 'tls', ca: server.ca }));
    expect(client.secureConnection).toBe(true);
    client.close();
  });
});

it('sends no password over a connection that can’t be made secure', async () => {
  const server = await startDovecot();
  try {
    await expect(connectMailbox(accessTo(server, { security: 'starttls' }))).rejects.toMatchObject({
      code: 'mailbox-tls',
    });
  } finally {
    server.remove();
  }
});

it('says that nobody answers', async () => {
  const server = await startDovecot();
  server.remove();
  await expect(connectMailbox(accessTo(server))).rejects.toMatchObject({ code: 'mailbox-unreachable' });
});

it('logs in by OAuth2', async () => {
  const tokens = createServer((request, response) => {
    const known = request.url === '/?token=good';
    response.writeHead(known ? 200 : 401, { 'content-type': 'application/json' });
    response.end(JSON.stringify(known ? { email: 'rh' } : { error: 'invalid_token' }));
  });
  await new Promise<void>((resolve) => tokens.listen(0, '127.0.0.1', resolve));
  const { port } = tokens.address() as AddressInfo;
  const server = await startDovecot({ tokenInfo: `http://127.0.0.1:${port}/?token=` });
  try {
    const client = await connectMailbox(accessTo(server, { password: undefined, accessToken: 'good' }));
    expect(client.authenticated).toBeTruthy();
    client.close();
    const wrong = connectMailbox(accessTo(server, { password: undefined, accessToken: 'bad' }));
    await expect(wrong).rejects.toMatchObject({ code: 'mailbox-login' });
  } finally {
    server.remove();
    tokens.close();
  }
});
