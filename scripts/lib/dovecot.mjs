// A mail server of one's own (Dovecot, IMAP) in a temporary folder, listening on this machine alone.
// Needs Debian's dovecot-imapd. As root it runs its parts as the users that the package made; otherwise all as the user who started it.
import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { freePort } from './n8n.mjs';
import { say, SetupError } from './words.mjs';

const PROGRAMS = ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot', '/opt/homebrew/sbin/dovecot'];
const START_MS = 20_000;

/** What a killed Dovecot leaves behind: it takes its own lock for stale after two minutes, and lets every reader wait as long. */
function removeLocks(mail) {
  for (const name of readdirSync(mail, { recursive: true })) {
    if (name.endsWith('.lock')) rmSync(join(mail, name), { force: true });
  }
}

/**
 * @param {{users?: Record<string, string>, tls?: boolean, tokenInfo?: string}} options `users`: passwords by name. `tls`: TLS only, with a certificate made
 *   for the occasion, `ca` in the answer. `tokenInfo`: where OAuth2 tokens are asked about (an address that takes the token at its end).
 * @returns started; `deliver` puts a message into INBOX as a delivery agent does, `kill` ends every process at once, `start` starts again.
 */
export async function throwAwayDovecot({ users = { rh: 'secret' }, tls = false, tokenInfo = '' } = {}) {
  const program = PROGRAMS.find((path) => existsSync(path));
  if (!program)
    throw new SetupError(
      say('Dovecot was not found.', 'Dovecot est introuvable.'),
      say('On Debian: apt-get install dovecot-imapd', 'Sur Debian : apt-get install dovecot-imapd'),
    );
  const folder = mkdtempSync(join(tmpdir(), 'vivier-dovecot-'));
  chmodSync(folder, 0o755);
  const owner = mailOwner();
  const port = await freePort();
  for (const name of ['mail', 'run']) mkdirSync(join(folder, name));
  chownSync(join(folder, 'mail'), owner.uid, owner.gid);
  const ca = tls ? makeCertificate(folder) : '';
  const config = join(folder, 'dovecot.conf');
  writeFileSync(config, configuration({ folder, port, owner, tls, tokenInfo }));
  let running;
  let delivered = 0;
  const server = {
    host: '127.0.0.1',
    port,
    ca,
    setPasswords(passwords) {
      const lines = Object.entries(passwords).map(([user, password]) => `${user}:{PLAIN}${password}`);
      writeFileSync(join(folder, 'passwd'), `${lines.join('\n')}\n`, { mode: 0o644 });
    },
    async start() {
      removeLocks(join(folder, 'mail'));
      for (let left = 3; ; left--) {
        running = spawn(program, ['-F', '-c', config], { stdio: 'ignore', detached: true });
        if (await answers(port, START_MS)) return;
        server.kill();
        if (left === 1) throw new Error('Dovecot did not start');
      }
    },
    /** As `kill -9` on each of its processes. */
    kill() {
      try {
        process.kill(-running.pid, 'SIGKILL');
      } catch {
        // It is gone already.
      }
    },
    deliver(user, message) {
      const inbox = join(folder, 'mail', user);
      for (const name of ['', 'tmp', 'new', 'cur'].map((part) => join(inbox, part))) {
        mkdirSync(name, { recursive: true, mode: 0o700 });
        chownSync(name, owner.uid, owner.gid);
      }
      const name = `${Math.floor(Date.now() / 1000)}.M${String(delivered++).padStart(6, '0')}P${process.pid}.test`;
      const temporary = join(inbox, 'tmp', name);
      writeFileSync(temporary, message, { mode: 0o600 });
      chownSync(temporary, owner.uid, owner.gid);
      renameSync(temporary, join(inbox, 'new', name));
    },
    /** How many messages lie in a folder, as the files say. */
    count(user, path = 'INBOX') {
      const own = path === 'INBOX' ? '' : `.${path.split('/').join('.')}`;
      return ['new', 'cur'].reduce((sum, part) => {
        const full = join(folder, 'mail', user, own, part);
        return sum + (existsSync(full) ? readdirSync(full).length : 0);
      }, 0);
    },
    remove() {
      server.kill();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
  server.setPasswords(users);
  try {
    await server.start();
  } catch (error) {
    server.remove();
    throw error;
  }
  return server;
}

function mailOwner() {
  if (process.getuid?.() !== 0) return { uid: userInfo().uid, gid: userInfo().gid };
  const id = (option) => Number(execFileSync('id', [option, 'mail'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function configuration({ folder, port, owner, tls, tokenInfo }) {
  const me = userInfo().username;
  const users =
    process.getuid?.() === 0
      ? ''
      : `default_internal_user = ${me}\ndefault_login_user = ${me}\ndefault_internal_group = ${owner.gid}\n`;
  const oauth = join(folder, 'oauth2.conf');
  if (tokenInfo) writeFileSync(oauth, `tokeninfo_url = ${tokenInfo}\nusername_attribute = email\n`);
  return `${users}protocols = imap
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/log
listen = 127.0.0.1
first_valid_uid = 1
mail_location = maildir:${folder}/mail/%u
mail_fsync = never
disable_plaintext_auth = no
auth_mechanisms = plain login${tokenInfo ? ' xoauth2 oauthbearer' : ''}
auth_failure_delay = 0
mail_max_userip_connections = 50
ssl = ${tls ? 'required' : 'no'}
${tls ? `ssl_cert = <${folder}/cert.pem\nssl_key = <${folder}/key.pem\n` : ''}
passdb {
  driver = passwd-file
  args = username_format=%u ${folder}/passwd
}
${tokenInfo ? `passdb {\n  driver = oauth2\n  mechanisms = xoauth2 oauthbearer\n  args = ${oauth}\n}\n` : ''}userdb {
  driver = static
  args = uid=${owner.uid} gid=${owner.gid} home=${folder}/mail/%u
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${tls ? 0 : port}
  }
  inet_listener imaps {
    port = ${tls ? port : 0}
    ssl = yes
  }
}
service anvil {
  chroot =
}
`;
}

/** For `localhost` and 127.0.0.1, signed by itself. */
function makeCertificate(folder) {
  const [key, cert] = ['key.pem', 'cert.pem'].map((name) => join(folder, name));
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', cert];
  execFileSync('openssl', [...request, ...subject], { stdio: 'ignore' });
  return readFileSync(cert, 'utf8');
}

async function answers(port, withinMs) {
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    const open = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.end(() => resolve(true)));
      socket.on('error', () => resolve(false));
    });
    if (open) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}
