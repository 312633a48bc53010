import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const PROGRAMS = resolve(__dirname, '../../../vm/files/usr/lib/vivier');
const has = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/** A machine of its own in a folder; programs that need a real one are replaced by fakes in `bin`. */
function machine() {
  const root = mkdtempSync(join(tmpdir(), 'vivier-machine-'));
  for (const folder of ['etc/vivier/secrets', 'var/lib/vivier-state', 'run/vivier', 'bin']) {
    mkdirSync(join(root, folder), { recursive: true });
  }
  writeFileSync(join(root, 'etc/vivier/appliance.env'), 'VIVIER_LANGUAGE=fr\nVIVIER_HOST=vivier.local\n');
  const env = { ...process.env, VIVIER_ROOT: root, PATH: `${join(root, 'bin')}:${process.env.PATH}` };
  return {
    path: (name: string) => join(root, name),
    write: (name: string, text: string) => writeFileSync(join(root, name), text),
    read: (name: string) => readFileSync(join(root, name), 'utf8'),
    fake: (name: string, script: string) => {
      writeFileSync(join(root, 'bin', name), `#!/bin/sh\n${script}\n`);
      chmodSync(join(root, 'bin', name), 0o755);
    },
    run: (program: string, args: string[], input = '') => {
      const { status, stdout, stderr } = spawnSync(join(PROGRAMS, program), args, { env, input, encoding: 'utf8' });
      return { status, stdout, stderr };
    },
    shell: (script: string) =>
      execFileSync('bash', ['-c', `. "${PROGRAMS}/common.sh"; ${script}`], { env, encoding: 'utf8' }).trim(),
  };
}

const NETWORK = 'etc/systemd/network/40-local.network';

describe('the network of the machine', () => {
  it('takes a fixed address, and lets it go again', () => {
    const { run, read, path } = machine();
    expect(run('network', ['fixed', '192.168.1.20/24', '192.168.1.1', '192.168.1.2', '9.9.9.9']).status).toBe(0);
    expect(read(NETWORK)).toContain('Address=192.168.1.20/24\nGateway=192.168.1.1\n');
    expect(read(NETWORK)).toContain('DNS=192.168.1.2\nDNS=9.9.9.9\n');
    expect(run('network', ['dhcp']).status).toBe(0);
    expect(existsSync(path(NETWORK))).toBe(false);
  });

  it.each([
    ['no prefix', ['192.168.1.20', '192.168.1.1', '192.168.1.1']],
    ['a number too large', ['192.168.1.256/24', '192.168.1.1', '192.168.1.1']],
    ['a prefix too large', ['192.168.1.20/33', '192.168.1.1', '192.168.1.1']],
    ['no DNS', ['192.168.1.20/24', '192.168.1.1']],
    ['a second line', ['192.168.1.20/24', '192.168.1.1\nDNS=6.6.6.6', '192.168.1.1']],
  ])('refuses %s and changes nothing', (_, args) => {
    const { run, path } = machine();
    const { status, stderr } = run('network', ['fixed', ...args]);
    expect(status).toBe(1);
    expect(stderr).toContain('Rien n’a été modifié.');
    expect(existsSync(path(NETWORK))).toBe(false);
  });
});

describe('settings', () => {
  it('of this machine win over those of the image', () => {
    const { shell } = machine();
    expect(shell('setting VIVIER_LANGUAGE')).toBe('fr');
    shell('set_local VIVIER_LANGUAGE en; set_local VIVIER_BACKUP_TO //server/share');
    expect(shell('setting VIVIER_LANGUAGE; setting VIVIER_BACKUP_TO; language')).toBe('en\n//server/share\nen');
  });

  it('make codes of letters that nobody takes for one another', () => {
    const { shell } = machine();
    expect(shell('random_text 8')).toMatch(/^[A-HJKMNP-Z2-9]{8}$/);
  });
});

describe('a download', () => {
  /** A machine whose curl is a fake: it finds `file` at the address that contains `at`, and is sent on from everywhere else. */
  const downloading = (at: string) => {
    const box = machine();
    box.fake('vivier-egress', `echo "$@" >>"${box.path('egress')}"`);
    box.fake(
      'curl',
      `for last; do :; done; case $last in *${at}*) ;; *) printf https://files.example:8443/update.tar ;; esac`,
    );
    return { ...box, fetch: (url: string) => box.shell(`fetch ${url} "${box.path('file')}" 2>&1; fetched`) };
  };

  it('opens the way to each server it is sent to, and closes it again', () => {
    const { fetch, read } = downloading('files.example');
    fetch('https://updates.example/latest');
    expect(read('egress')).toBe(
      'open download updates.example 443\nopen download files.example 8443\nclose download\n',
    );
  });

  it('is never sent on for ever', () => {
    const { fetch, read } = downloading('nowhere');
    expect(() => fetch('https://updates.example/latest')).toThrow();
    expect(read('egress').split('\n')).toHaveLength(5);
  });

  it.each(['http://updates.example/x', 'https://updates.example', 'https://-x/y', 'file:///etc/passwd'])(
    'does not take %s',
    (url) => {
      const { fetch, path } = downloading('updates');
      expect(() => fetch(url)).toThrow();
      expect(existsSync(path('egress'))).toBe(false);
    },
  );

  it('is compared with the sum that somebody typed, however it is written', () => {
    const { shell, write, path } = machine();
    write('file', 'vivier');
    const [sum = ''] = execFileSync('sha256sum', [path('file')], { encoding: 'utf8' }).split(' ');
    const same = (typed: string) => shell(`same_sum "${path('file')}" '${typed}' && echo same || echo other`);
    expect(same(`${sum.toUpperCase().slice(0, 32)} ${sum.slice(32)}`)).toBe('same');
    expect(same('')).toBe('other');
    expect(same(sum.slice(1))).toBe('other');
  });
});

(has('jq') ? describe : describe.skip)('what the pages may ask for', () => {
  const ask = (box: ReturnType<typeof machine>, request: object) =>
    JSON.parse(box.run('request', [], `${JSON.stringify(request)}\n`).stdout) as { ok: boolean; reason?: string };

  it('needs the code of the screen, however it is typed, and stops looking after ten wrong ones', () => {
    const box = machine();
    box.write('etc/vivier/secrets/setup-code', 'ABCD2345\n');
    expect(ask(box, { do: 'code', code: 'abcd-2345' })).toEqual({ ok: true });
    for (let wrong = 0; wrong < 10; wrong++) expect(ask(box, { do: 'code', code: 'X' }).reason).toBe('code');
    expect(ask(box, { do: 'code', code: 'ABCD2345' }).reason).toBe('locked');
  });

  it('makes no second owner', () => {
    const box = machine();
    box.write('etc/vivier/secrets/setup-code', 'ABCD2345\n');
    box.write('var/lib/vivier-state/ready', '');
    expect(ask(box, { do: 'owner', code: 'ABCD2345' }).reason).toBe('claimed');
  });

  it('opens the way to mail servers and to nothing else', () => {
    const box = machine();
    box.fake('vivier-egress', `echo "$@" >>"${box.path('opened')}"`);
    const open = (host: string, port: number) => ask(box, { do: 'open-mail', targets: [{ host, port }] });
    expect(open('imap.exemple.fr', 993).ok).toBe(true);
    expect(open('imap.exemple.fr', 443).reason).toBe('port');
    expect(open('a b; reboot', 993).reason).toBe('host');
    expect(open('-x', 993).reason).toBe('host');
    expect(ask(box, { do: 'open-mail', targets: [] }).reason).toBe('host');
    expect(ask(box, { do: 'reboot' }).reason).toBe('request');
    expect(box.read('opened')).toBe('open mail imap.exemple.fr 993\n');
  });
});

(has('shellcheck') ? it : it.skip)('all programs of the appliance pass shellcheck', () => {
  const scripts = readdirSync(PROGRAMS).filter((name) =>
    /^#(!\/bin\/bash| shellcheck shell)/.test(readFileSync(join(PROGRAMS, name), 'utf8')),
  );
  expect(scripts.length).toBeGreaterThan(10);
  const { stdout } = spawnSync('shellcheck', ['-x', ...scripts.map((name) => join(PROGRAMS, name))], {
    encoding: 'utf8',
    cwd: resolve(PROGRAMS, '../../../../..'),
  });
  expect(stdout).toBe('');
});
