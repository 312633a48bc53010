// Updates from a server of the company, by HTTPS: a good one, one that is not well, and what must be refused.
import { execFileSync } from 'node:child_process';
import { createReadStream, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../scripts/lib/paths.mjs';
import { holds } from './telling.mjs';

const ROOTFS = process.env.VIVIER_ROOTFS ?? '/var/tmp/vivier-rootfs';
const PORT = 8443;
export const SERVER = 'updates.story.example';

/** The programs of the image under another version; `broken` says of a file what it holds instead. @returns {{path: string, sum: string}} */
function makeUpdate(folder, version, broken = {}) {
  const image = join(folder, `image-${version}`);
  mkdirSync(join(image, 'opt/n8n/node_modules/n8n'), { recursive: true });
  execFileSync('cp', ['-al', join(ROOTFS, 'opt/vivier'), join(image, 'opt/vivier')]);
  execFileSync('cp', [join(ROOTFS, 'opt/n8n/node_modules/n8n/package.json'), join(image, 'opt/n8n/node_modules/n8n/')]);
  const put = (name, text) => {
    rmSync(join(image, 'opt/vivier', name));
    writeFileSync(join(image, 'opt/vivier', name), text);
  };
  put(
    'package.json',
    JSON.stringify({ ...JSON.parse(readFileSync(join(ROOTFS, 'opt/vivier/package.json'))), version }),
  );
  for (const [name, text] of Object.entries(broken)) put(name, text);
  const said = execFileSync(join(root, 'vm/build/update.sh'), [folder, '--without-n8n'], { encoding: 'utf8', env: { ...process.env, VIVIER_ROOTFS: image } }); // prettier-ignore
  rmSync(image, { recursive: true });
  const [sum, path] = said.trim().split(/\s+/);
  return { path, sum };
}

/** A server with a certificate of the company's own authority. */
async function companyServer(folder, address) {
  const openssl = (...args) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  openssl('req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', 'ca.key', '-out', 'ca.crt', '-subj', '/CN=Story authority', '-days', '2'); // prettier-ignore
  openssl('req', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', 'own.key', '-out', 'own.csr', '-subj', `/CN=${SERVER}`); // prettier-ignore
  writeFileSync(join(folder, 'names'), `subjectAltName=DNS:${SERVER},DNS:files.story.example`);
  openssl('x509', '-req', '-in', 'own.csr', '-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial', '-out', 'own.crt', '-days', '2', '-extfile', 'names'); // prettier-ignore
  const options = { key: readFileSync(join(folder, 'own.key')), cert: readFileSync(join(folder, 'own.crt')) };
  const server = createServer(options, ({ url }, answer) => {
    const [, place, name] = /^\/(to|files)\/([\w.-]+)$/.exec(url) ?? [];
    if (place === 'to')
      return answer.writeHead(302, { location: `https://files.story.example:${PORT}/files/${name}` }).end();
    if (!place) return answer.writeHead(404).end();
    createReadStream(join(folder, name))
      .once('error', () => answer.writeHead(404).end())
      .pipe(answer);
  });
  await new Promise((done) => server.listen(PORT, address, done));
  return { ca: readFileSync(join(folder, 'ca.crt')), stop: () => (server.closeAllConnections(), server.close()) };
}

/** @param names the story's name server, which is told where the company's server is */
export async function updates({ machine, site, telling, names, menu }) {
  const folder = mkdtempSync(join(tmpdir(), 'vivier-updates-'));
  const server = await companyServer(folder, machine.gateway);
  const update = (...args) => machine.shell('env', 'VIVIER_UPDATE_TRIES=8', '/usr/lib/vivier/update', ...args);
  const refused = async (...args) => await update(...args).then(() => '', (error) => error.message); // prettier-ignore
  const version = () => machine.shell('jq', '-r', '.version', '/opt/vivier/package.json');
  names.set(SERVER, machine.gateway).set('files.story.example', machine.gateway);
  const url = (path) => `https://${SERVER}:${PORT}${path}`;
  try {
    const before = await version();
    const good = makeUpdate(folder, '0.9.1');
    await telling.step('an update that must not be believed is refused', async () => {
      await machine.shell('vivier-egress', 'list');
      holds(/certificate/i.test(await refused(url('/files/vivier-update-0.9.1.tar'), good.sum)), 'a certificate of nobody was taken'); // prettier-ignore
      await machine.put('/usr/local/share/ca-certificates/story.crt', server.ca);
      await machine.shell('update-ca-certificates');
      holds(/404/.test(await refused(url('/files/nothing.tar'), good.sum)), 'a page that is not there was taken');
      holds(/somme de contrôle|checksum/.test(await refused(url('/files/vivier-update-0.9.1.tar'), '0'.repeat(64))), 'a wrong checksum was taken'); // prettier-ignore
      holds((await version()) === before, 'something was changed');
      holds(!(await machine.shell('vivier-egress', 'list')).includes('download'), 'the way stayed open');
      return 'unknown certificate, no such file, wrong checksum: nothing changed, the way closed again';
    });
    await telling.step('update from an address, which sends on to another server', async () => {
      await menu.open('update');
      await menu.screen.press('Down', 'Enter');
      await menu.screen.until('https://');
      await menu.screen.type(url('/to/vivier-update-0.9.1.tar').slice('https://'.length));
      await menu.screen.press('Enter');
      await menu.screen.until('SHA-256');
      await menu.screen.type(good.sum);
      await menu.screen.press('Enter');
      await menu.screen.until(/A backup is made first|Une sauvegarde est faite/);
      await menu.yes();
      await menu.screen.until(/Updated to Vivier 0.9.1|Mis à jour : Vivier 0.9.1/, { seconds: 300 });
      await menu.picture('updated');
      await menu.leave();
      await site.until('/form/cv', [200]);
      holds((await version()) === '0.9.1', `Vivier ${await version()}`);
      return `${before} to 0.9.1, by the menu`;
    });
    await telling.step('an update that is not well: the machine goes back', async () => {
      const bad = makeUpdate(folder, '0.9.2', {
        'dist/cli/index.js': "throw new Error('A fault put in by the story');\n",
      });
      const said = await refused(url('/files/vivier-update-0.9.2.tar'), bad.sum);
      holds(/comme avant|as it was before/.test(said), said);
      holds((await version()) === '0.9.1', `Vivier ${await version()}`);
      await site.until('/form/cv', [200]);
      return 'Vivier 0.9.1 again, and n8n answers';
    });
  } finally {
    server.stop();
    rmSync(folder, { recursive: true });
  }
}
