// The drill that an administrator should do once a year: back up, lose everything, restore on a machine as it came.
import { roles } from './roles.mjs';
import { holds } from './telling.mjs';

/** The pages under a certificate of the company's own: its key goes with the others, and may not be missed afterwards. */
const COMPANY_CERTIFICATE = `set -e; cd "$(mktemp -d)"
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=vivier.local -keyout key.pem -out cert.pem 2>/dev/null
vivier-tls company cert.pem key.pem`;

/**
 * @param key the recovery key that the first visit showed
 * @param candidates counts the people in the pool
 */
export async function drill({ machine, site, telling, owner, key, candidates }) {
  const before = await candidates();
  let archive;
  await telling.step('backup, encrypted', async () => {
    await machine.shell('systemctl', 'start', 'vivier-backup.service');
    const path = await machine.shell('bash', '-c', 'ls -1 /var/backups/vivier/vivier-*.tar.age | tail -n 1');
    archive = Buffer.from(await machine.shell('base64', '-w0', path), 'base64');
    holds(archive.toString('latin1', 0, 21) === 'age-encryption.org/v1', 'the archive is not encrypted');
    return `${(archive.length / 1024 / 1024).toFixed(1)} MB, carried away`;
  });
  await telling.step('factory reset: keys and data are gone, the machine starts as it came', async () => {
    const certificate = await site.text('/ca.crt');
    await machine.shell('bash', '-c', COMPANY_CERTIFICATE);
    machine.shell('/usr/lib/vivier/factory-reset', '--yes').catch(() => {});
    await machine.restarted();
    site.forget();
    await site.until('/', [302], { seconds: 600 });
    holds((await site.text('/ca.crt')) !== certificate, 'the certificate authority survived');
    holds((await machine.shell('bash', '-c', 'ls /var/backups/vivier | wc -l')) === '0', 'backups survived');
    const tables = await machine.sql(
      'vivier',
      "select count(*) from information_schema.tables where table_schema = 'vivier_personal'",
    );
    holds(tables === '0' || (await candidates()) === 0, 'candidates survived');
    return 'another certificate authority, no backups, nobody in the pool';
  });
  await telling.step('restore, with the archive and the recovery key', async () => {
    await machine.put('/run/story/backup.tar.age', archive);
    await machine.put('/run/story/key', `${key}\n`);
    await machine.shell('/usr/lib/vivier/restore', '/run/story/backup.tar.age', '/run/story/key');
    site.forget();
    await site.until('/form/cv', [200]);
    await site.trust();
    holds((await candidates()) === before, `${await candidates()} candidates, not ${before}`);
    await site.logIn(owner.email, owner.password);
    return `${before} candidates are back, and the owner’s account`;
  });
  await telling.step('the roles are those of the restored pool', () => roles({ machine, candidates: before }));
}
