// The power fails at the worst moments: in the middle of a screening, a backup, an update, a restore. Afterwards all that was there is there, and no half thing
// is taken for a whole one.
import { setTimeout as sleep } from 'node:timers/promises';
import { holds } from './telling.mjs';

const STATE = '/var/lib/vivier-state';

/** @param sample reads one of the fictional CVs */
export async function powerCuts({ machine, site, telling, owner, candidates, sample, key }) {
  const before = await candidates();
  const answer = (command) => machine.shell('bash', '-c', command);
  /** Starts something that takes its time, waits until it is in the midst of it, and pulls the plug. */
  const during = async (command, sign) => {
    await answer(`systemd-run --quiet --collect ${command}`);
    for (let tries = 0; (await answer(`[ -e ${sign} ] && echo there || true`)) !== 'there'; tries++) {
      holds(tries < 3000 * machine.patience, `${sign} never came`);
      await sleep(20);
    }
    await machine.powerCut();
  };
  const again = async () => {
    await machine.powerOn();
    site.cookie = '';
    await site.until('/form/cv', [200], { seconds: 600 });
    await site.logIn(owner.email, owner.password);
    holds((await candidates()) >= before, `${await candidates()} candidates, not ${before}`);
    holds((await answer('systemctl list-units --failed --plain --no-legend')) === '', 'units failed after the start');
  };
  const archives = async () => Number(await answer('ls /var/backups/vivier/vivier-*.tar.age | wc -l'));

  await telling.step('power cut during a screening', async () => {
    for (const name of ['cv-sophie-delorbeau.docx', 'cv-nadir-belhacem.pdf']) await machine.put(`/var/lib/vivier/cvs/again-${name}`, sample(name), 'vivier:vivier'); // prettier-ignore
    site.rest('/workflows/vivierScreenBatch/run', { triggerToStartFrom: { name: 'Start' } }).catch(() => {});
    await sleep(1500);
    await machine.powerCut();
    await again();
    const status = await site.run('vivierScreenBatch', 'Start');
    holds(status === 'success', `the screening after it ended with ${status}`);
    holds((await candidates()) === before, `${await candidates()} candidates, not ${before}`);
    return `${before} candidates, none twice; the next screening ends well`;
  });
  await telling.step('power cut during a backup', async () => {
    const made = await archives();
    await during('/usr/lib/vivier/backup', '/var/lib/vivier/.backup/pool.vivier');
    await again();
    holds((await archives()) === made, 'half an archive is taken for a whole one');
    holds((await answer('ls -A /var/lib/vivier | grep -c backup || true')) === '0', 'a copy in clear was left behind');
    await machine.shell('/usr/lib/vivier/backup');
    holds((await archives()) === made + 1, 'the next backup did not come');
    return 'no half archive, no copy in clear; the next backup ends well';
  });
  await telling.step('power cut during an update, with the old programs already gone', async () => {
    const version = () => machine.shell('jq', '-r', '.version', '/opt/vivier/package.json');
    const was = await version();
    // The same Vivier under another number, packed on the machine itself.
    await answer(`mkdir -p /run/story && cd /run/story && cp -a /opt/vivier new && jq '.version = "0.9.9"' /opt/vivier/package.json >new/package.json && tar -c --zstd -f vivier.tar.zst -C new . && rm -r new &&
      jq -n --arg n8n "$(jq -r .version /opt/n8n/node_modules/n8n/package.json)" '{format: 1, vivier: "0.9.9", $n8n}' >manifest.json && tar -cf /var/lib/update.tar manifest.json vivier.tar.zst`);
    const [sum] = (await machine.shell('sha256sum', '/var/lib/update.tar')).split(' ');
    await during(`/usr/lib/vivier/update /var/lib/update.tar ${sum}`, '/var/lib/vivier-update/vivier.previous');
    await again();
    holds((await version()) === was, `Vivier ${await version()}, not ${was}`);
    holds((await answer(`ls ${STATE}`)).includes('updating') === false, 'it still believes in the update');
    return `Vivier ${was} again`;
  });
  await telling.step('power cut during a restore, at the change', async () => {
    await answer(`mkdir -p /run/story && printf '%s\\n' '${key}' >/run/story/key`);
    await during(
      `bash -c '/usr/lib/vivier/restore $(ls /var/backups/vivier/vivier-*.tar.age | tail -n 1) /run/story/key'`,
      `${STATE}/restore/commit`,
    );
    await again();
    holds((await candidates()) === before, `${await candidates()} candidates, not ${before}`);
    return 'finished at the next start';
  });
}
