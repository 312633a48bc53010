// `npm run appliance:story`: the appliance's whole story in a container, over its own HTTPS. Needs root and a root file system (vm/build/rootfs.sh);
// where a container cannot be booted it fails, it does not pass over.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../scripts/lib/paths.mjs';
import { Container } from './lib/container.mjs';
import { Emulated } from './lib/emulated.mjs';
import { powerCuts } from './lib/cuts.mjs';
import { drill } from './lib/drill.mjs';
import { Menu } from './lib/menu.mjs';
import { photograph } from './lib/photograph.mjs';
import { capture, ELSEWHERE, nameServer, openHole, openPorts } from './lib/outside.mjs';
import { roles } from './lib/roles.mjs';
import { Monitor, Terminal } from './lib/screen.mjs';
import { Site } from './lib/site.mjs';
import { holds, Telling } from './lib/telling.mjs';
import { updates } from './lib/updates.mjs';

const { values: options } = parseArgs({
  options: {
    report: { type: 'string' },
    keep: { type: 'boolean', default: false },
    /** A disk of vm/build/disk.sh, booted in an emulator instead of the container. */
    disk: { type: 'string' },
    /** `kvm` where the processor helps; software alone when left out. */
    accel: { type: 'string' },
    /** Also the menu's every entry in both languages, updates and power cuts. */
    long: { type: 'boolean', default: false },
    /** Folder for pictures of the screen and of the health page. */
    pictures: { type: 'string' },
  },
});
const OWNER = {
  email: 'it@vivier.example',
  firstName: 'Irma',
  lastName: 'Teissier',
  password: 'Histoire-42-du-vivier',
};
const CONSENT =
  'J’accepte que mon CV et les documents joints soient conservés 2 ans pour des recrutements. · I agree that my CV and the documents with it are kept for 2 years for recruitment.';
/** Neither letter nor diploma. */
const NO_FILE = { fileName: '', data: Buffer.alloc(0) };
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
let recoveryKey;
const sample = (name) => readFileSync(join(root, 'samples', 'cvs', name));

const machine = options.disk ? new Emulated({ disk: options.disk, accel: options.accel }) : new Container();
const site = new Site({ address: machine.address, patience: machine.patience });
const telling = new Telling();
const undo = [() => (options.keep ? undefined : machine.stop())];

const candidates = async () => Number(await machine.sql('vivier', 'select count(*) from vivier_personal.candidates'));
const scores = () =>
  machine.sql('vivier', 'select count(score), round(max(score)::numeric, 1) from vivier_personal.applications');

async function firstStart() {
  await telling.step('power on', async () => {
    await machine.stop();
    await machine.start();
    undo.push(openHole());
    const names = await nameServer(machine.gateway);
    undo.push(names.stop);
    machine.names = names;
  });
  await telling.step('first boot, until port 443 answers: everything is fenced off', async () => {
    await site.until('/', [302]);
    await site.trust();
    const answer = await site.get('/rest/settings');
    holds(answer.headers.get('location')?.endsWith('/setup'), 'n8n is to be seen before there is an owner');
    const names = await machine.shell('readlink', '/etc/resolv.conf').catch(() => 'a file of its own');
    holds(names.includes('systemd/resolve'), `names are not asked of the network’s server: ${names}`);
    return 'redirected to /setup; the certificate is good once the root certificate is known';
  });
  await telling.step('port 80 redirects', async () => {
    const { status, headers } = await fetch(`http://${machine.address}/health`, { redirect: 'manual' });
    holds(status === 308 && headers.get('location') === `https://${machine.address}/health`, `HTTP ${status}`);
  });
}

async function whatIsMissing() {
  await telling.step('the health page says what is missing', async () => {
    await site.until('/health.json', [200]);
    const { state, checks } = await (await site.get('/health.json')).json();
    const said = (id) => checks.find((check) => check.id === id);
    holds(said('database')?.state === 'ok' && said('n8n')?.state === 'ok', JSON.stringify(checks));
    holds(
      said('ollama')?.state === 'missing' && said('ollama').advice,
      'it does not say that Ollama is missing, and what to do',
    );
    const page = await (await site.get('/health?lang=fr')).text();
    holds(page.includes('lang="fr"') && page.includes('Ollama'), 'the page is not in French');
    return `${state}; ${checks.map(({ id, state: its }) => `${id} ${its}`).join(', ')}`;
  });
  if (!options.pictures) return;
  await telling.step('pictures: the health page, and the screen', async () => {
    await photograph(site, ['/health?lang=fr', '/health?lang=en', '/setup?lang=fr'], options.pictures);
    await machine.picture?.(join(options.pictures, 'first-screen.png'));
  });
}

async function makeOwner() {
  await telling.step('first visit: the owner’s account, with the code from the console', async () => {
    const visit = (code) => site.get('/setup?lang=fr', { method: 'POST', body: new URLSearchParams({ ...OWNER, code }).toString(), headers: FORM }); // prettier-ignore
    holds((await visit('WRONG999')).status === 422, 'a wrong code was not refused');
    const page = await (await visit(await machine.shell('cat', '/etc/vivier/secrets/setup-code'))).text();
    [recoveryKey] = /AGE-SECRET-KEY-[A-Z0-9]+/.exec(page) ?? [];
    holds(recoveryKey, 'the recovery key was not shown');
    await site.until('/form/cv', [200]);
    await site.logIn(OWNER.email, OWNER.password);
    return 'the recovery key is shown once; n8n is open to its owner';
  });
}

async function screen() {
  await telling.step('a CV comes in by the web form', async () => {
    const page = await site.submit('cv', [
      { fileName: 'cv-camille-fontanel.pdf', data: sample('cv-camille-fontanel.pdf') },
      NO_FILE,
      NO_FILE,
      JSON.stringify([CONSENT]),
    ]);
    holds(page.includes('Camille') && page.includes('Fontanel'), 'the answer does not show the profile');
    holds((await candidates()) === 1, 'the candidate is not in PostgreSQL');
    return 'the profile came back; 1 candidate in PostgreSQL';
  });
  await telling.step('CVs from the inbox are screened and scored', async () => {
    for (const name of ['cv-camille-fontanel.pdf', 'cv-sophie-delorbeau.docx', 'cv-nadir-belhacem.pdf'])
      await machine.put(`/var/lib/vivier/cvs/${name}`, sample(name), 'vivier:vivier');
    const status = await site.run('vivierScreenBatch', 'Start');
    holds(status === 'success', `the screening ended with ${status}`);
    holds((await candidates()) === 3, `${await candidates()} candidates in PostgreSQL, not 3`);
    const [count, best] = (await scores()).split('|');
    holds(Number(count) === 3 && Number(best) > 0, `${count} scores in PostgreSQL`);
    return `3 candidates and ${count} scores in PostgreSQL, the best ${best}`;
  });
}

async function nothingLeaves() {
  const listen = {
    card: machine.card,
    machine: await machine.shell('bash', '-c', `cat /sys/class/net/${machine.cardInside}/address`),
    nameserver: machine.gateway,
  };
  const listening = await capture(listen);
  await screen();
  await telling.step('nothing left the machine meanwhile', async () => {
    const { sent, elsewhere } = await listening.stop();
    holds(elsewhere.length === 0, `packets to elsewhere:\n${elsewhere.slice(0, 20).join('\n')}`);
    return `${sent} packets sent, 0 to anywhere but the browser, the name server, the time and mDNS`;
  });
  await telling.step('the capture would have seen it: what the administrator opens does get out', async () => {
    const control = await capture(listen);
    const tryIt = (user) => machine.shell('setpriv', `--reuid=${user}`, `--regid=${user}`, '--clear-groups', 'curl', '-s', '-m', '3', `telnet://imap.story.example:993`).catch(() => ''); // prettier-ignore
    await machine.shell('vivier-egress', 'open', 'mail', 'imap.story.example', '993');
    await tryIt('caddy');
    await tryIt('vivier');
    await machine.shell('vivier-egress', 'close', 'mail');
    await tryIt('vivier');
    const { elsewhere } = await control.stop();
    holds(elsewhere.length > 0 && elsewhere.every((line) => line.includes(`${ELSEWHERE}.993`)), elsewhere.join('\n'));
    return `${elsewhere.length} packets to the mail server that was opened, for n8n’s user only, and none after it was closed`;
  });
  telling.fact('packets that the firewall refused since the start', await machine.shell('vivier-egress', 'refused'));
  telling.fact(
    'names asked for',
    [...machine.names.asked].map(([name, times]) => `${name} (${times})`).join(', ') || 'none',
  );
}

async function whoSeesWhom() {
  await telling.step('the database itself keeps each role to its rights', () => roles({ machine, candidates: 3 }));
}

async function fromOutside() {
  await telling.step('all 65,535 TCP ports, from outside', () => {
    const open = openPorts(machine.address);
    holds(open.join() === '80,443', `open: ${open.join()}`);
    return 'only 80 and 443 are open';
  });
}

async function restart() {
  await telling.step('restart: the same data', async () => {
    await machine.reboot();
    await site.until('/form/cv', [200]);
    holds((await candidates()) === 3, 'candidates are missing after a restart');
    await site.logIn(OWNER.email, OWNER.password);
    return '3 candidates';
  });
}

async function atTheScreen() {
  const screen = options.disk ? new Monitor(machine) : new Terminal(machine);
  await screen.start();
  try {
    const menu = new Menu({ screen, machine, telling, pictures: options.pictures });
    if (options.long) await menu.look();
    await menu.use({ site, owner: OWNER });
    if (!options.long) return;
    await menu.useMore({ site });
    await updates({ machine, site, telling, names: machine.names.known, menu });
    await menu.useLast({ site, key: recoveryKey, candidates });
  } finally {
    screen.stop();
  }
}

async function figures() {
  const memory = await machine.shell(
    'bash',
    '-c',
    "cat /proc/[0-9]*/smaps_rollup 2>/dev/null | awk '/^Pss:/ {kb += $2} END {print int(kb / 1024)}'",
  );
  telling.fact('memory of all processes at rest (PSS)', `${memory} MB`);
  const failed = await machine.shell('systemctl', 'list-units', '--failed', '--plain', '--no-legend');
  holds(failed === '', `units failed: ${failed}`);
  for (const unit of [
    'vivier-n8n',
    'caddy',
    'ollama',
    'postgresql@17-main',
    'vivier-health',
    'vivier-egress',
    'vivier-first-boot',
    'vivier-backup',
  ]) {
    const said = await machine.shell('systemd-analyze', 'security', '--no-pager', unit).catch(() => '');
    const [, level] = /: ([\d.]+ \w+)/.exec(said.split('\n').at(-1)) ?? [];
    if (level) telling.fact(`systemd-analyze security ${unit}`, level);
  }
}

try {
  await firstStart();
  await whatIsMissing();
  await makeOwner();
  await nothingLeaves();
  await whoSeesWhom();
  await fromOutside();
  await restart();
  if (options.long || !options.disk) await atTheScreen();
  await figures();
  if (options.long) await powerCuts({ machine, site, telling, owner: OWNER, candidates, sample, key: recoveryKey });
  await drill({ machine, site, telling, owner: OWNER, key: recoveryKey, candidates });
  if (options.report)
    telling.write(options.report, `${options.disk ? 'disk' : 'container'}${options.long ? '-long' : ''}`);
  console.log('\nThe story holds.');
} catch (error) {
  console.log(error.stack);
  console.log(await machine.shell('journalctl', '--no-pager', '-n', '80').catch(() => ''));
  process.exitCode = 1;
} finally {
  for (const back of undo.reverse()) await Promise.resolve(back()).catch?.(console.error);
}
