// The menu on the machine's screen, gone through by hand: each entry in both languages, then what the entries do.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../scripts/lib/paths.mjs';
import { holds } from './telling.mjs';

/** In the menu's order: the entry's words, and words of what it opens, in English and in French. */
export const ENTRIES = {
  state: [
    ['State of each part', 'État de chaque partie'],
    ['Ollama', 'Ollama'],
  ],
  key: [
    ['Recovery key', 'Clé de récupération'],
    ['AGE-SECRET-KEY-1', 'AGE-SECRET-KEY-1'],
  ],
  owner: [
    ["Owner's password", 'Mot de passe du propriétaire'],
    ['Give the owner of n8n a new password', 'Donner un nouveau mot de passe au propriétaire'],
  ],
  backup: [
    ['Backup', 'Sauvegarde'],
    ['Where the second copy goes', 'Où va la seconde copie'],
  ],
  restore: [
    ['Restore a backup', 'Restaurer une sauvegarde'],
    ['Which backup?', 'Quelle sauvegarde ?'],
  ],
  model: [
    ['Model (Mistral)', 'Modèle (Mistral)'],
    ['From a disk, stick or share', 'D’un disque, d’une clé ou d’un partage'],
  ],
  network: [
    ['Network', 'Réseau'],
    ['Fixed address', 'Adresse fixe'],
  ],
  language: [
    ['Language and keyboard', 'Langue et clavier'],
    ['Langue · Language', 'Langue · Language'],
  ],
  egress: [
    ['Outgoing traffic', 'Trafic sortant'],
    ['everything else is closed', 'tout le reste est fermé'],
  ],
  ssh: [
    ['SSH on or off', 'SSH : activer ou couper'],
    ['SSH is off. Switch it on?', 'SSH est coupé. L’activer ?'],
  ],
  update: [
    ['Update', 'Mise à jour'],
    ['From an address', 'D’une adresse'],
  ],
  support: [
    ['Support bundle', 'Dossier d’assistance'],
    [/Plug in a disk|Support bundle: /, /Branchez d’abord|Dossier d’assistance : /],
  ],
  reset: [
    ['Factory reset', 'Remise à zéro'],
    ['Type RESET', 'Tapez EFFACER'],
  ],
  power: [
    ['Shut down or restart', 'Arrêter ou redémarrer'],
    ['Restart', 'Redémarrer'],
  ],
};
const NAMES = Object.keys(ENTRIES);
const LANGUAGES = ['en', 'fr'];
const MAIN = ['Enter: menu', 'Entrée : menu'];

/** What the menu says in both languages, as its source has it, but for sentences with a value in them. */
const SENTENCES = [
  ...readFileSync(join(root, 'vm/files/usr/lib/vivier/console-menu.sh'), 'utf8').matchAll(
    /\bsay (?:'([^']*)'|"([^"]*)")(?: \\\n)?\s+(?:'([^']*)'|"([^"]*)")/g,
  ),
].flatMap(([, ...said]) => said.filter((one) => one?.length > 18 && !one.includes('$')));

/** On one line, without what names another entry. */
const plain = (text) => text.replace(/[\s│]+/g, ' ').replace(/«[^»]*»|“[^”]*”/g, '…');

/** A sentence that begins on the screen is there to its end, and no entry of a list runs up to its frame. */
function holdsNothingCut(text) {
  holds(!/[^ │]│ │\s*$/m.test(text), `cut:\n${text}`);
  const seen = plain(text);
  for (const sentence of SENTENCES) {
    const begin = plain(sentence).slice(0, 15);
    const whole = SENTENCES.some((one) => one.startsWith(begin) && seen.includes(plain(one)));
    holds(whole || !seen.includes(begin), `cut: ${sentence}\n${text}`);
  }
}

/** An archive as Ollama's makers lay theirs out, with the fake in it. */
function fakeOllama() {
  const folder = mkdtempSync(join(tmpdir(), 'vivier-ollama-'));
  mkdirSync(join(folder, 'bin'));
  copyFileSync(join(import.meta.dirname, '..', 'fake-ollama.cjs'), join(folder, 'bin', 'ollama'));
  const archive = execFileSync('tar', ['-c', '--zstd', '--mode=755', '-C', folder, 'bin'], { maxBuffer: 1e7 });
  rmSync(folder, { recursive: true });
  return archive;
}

export class Menu {
  constructor({ screen, machine, telling, pictures }) {
    Object.assign(this, { screen, machine, telling, pictures });
    this.language = 'fr';
    if (pictures) mkdirSync(pictures, { recursive: true });
  }

  said = ([english, french]) => (this.language === 'fr' ? french : english);
  picture = (name) => this.pictures && this.screen.picture(join(this.pictures, `${name}-${this.language}.png`));
  main = () => this.screen.until(this.said(MAIN));

  /** Opens an entry and waits for what it asks or shows. */
  async open(name, words = this.said(ENTRIES[name][1])) {
    await this.main();
    await this.screen.press('Enter');
    await this.screen.until(NAMES.map((entry) => this.said(ENTRIES[entry][0])));
    if (name === NAMES[0]) await this.picture('menu');
    holdsNothingCut(await this.screen.text());
    await this.screen.press(...Array(NAMES.indexOf(name)).fill('Down'), 'Enter');
    const text = await this.screen.until(words);
    holdsNothingCut(text);
    return text;
  }

  /** Back to the first screen, whatever is open. */
  async leave() {
    for (let tries = 0; tries < 8; tries++) {
      try {
        return await this.screen.until(this.said(MAIN), { seconds: 2 });
      } catch {
        await this.screen.press(tries % 2 ? 'Enter' : 'Escape');
      }
    }
    throw new Error(`no way back to the first screen:\n${await this.screen.text()}`);
  }

  /** Every entry once, in both languages. */
  async look() {
    for (const language of ['fr', 'en']) {
      await this.telling.step(`the menu on the screen, ${NAMES.length} entries, ${language}`, async () => {
        if (this.language !== language) await this.speak(language);
        await this.main();
        await this.picture('screen');
        for (const name of NAMES) {
          await this.open(name);
          await this.picture(name);
          await this.leave();
        }
        return 'each opens what it says, no sentence is cut, and lets go again';
      });
    }
  }

  /** The language, and the keyboard that goes with it. */
  async speak(language) {
    await this.open('language');
    await this.screen.press(...(language === 'fr' ? [] : ['Down']), 'Enter');
    const other = ['Keyboard', 'Clavier'][LANGUAGES.indexOf(language)];
    await this.screen.until([other, 'AZERTY', 'QWERTY']);
    await this.screen.press(...(language === 'fr' ? [] : ['Down', 'Down', 'Down', 'Down']), 'Enter');
    this.language = language;
    this.screen.layout = language === 'fr' ? 'fr' : 'us';
    await this.main();
  }

  yes = async () => await this.screen.press('Tab', 'Enter');

  async step(name, work) {
    await this.telling.step(`menu: ${name}`, async () => {
      const said = await work();
      await this.leave();
      return said;
    });
  }

  /** What can be tried on any machine, also in a container. */
  async use({ site, owner }) {
    const { screen, machine } = this;
    await this.step('backup now, and a second copy into a folder', async () => {
      await machine.shell('mkdir', '-p', '/srv/second');
      await this.open('backup');
      await screen.press('Enter');
      await screen.until(/Backup made|Sauvegarde faite/);
      await this.leave();
      await this.open('backup');
      await screen.press('Down', 'Enter');
      await screen.until(/LABEL=/);
      await screen.type('/srv/second');
      await screen.press('Enter');
      await screen.until(/Backup made|Sauvegarde faite/);
      const [here, there] = (await machine.shell('bash', '-c', 'ls /var/backups/vivier/*.age | wc -l; ls /srv/second/*.age | wc -l')).split('\n'); // prettier-ignore
      holds(Number(here) >= 2 && there === '1', `${here} and ${there} archives`);
      return `${here} archives on the machine, 1 in the folder`;
    });
    await this.step('owner’s password', async () => {
      await this.open('owner');
      await this.yes();
      const [, password] = /(Vivier-[A-Z0-9]{8}1)/.exec(await screen.until(/Vivier-[A-Z0-9]{8}1/));
      await site.logIn(owner.email, password);
      await machine.shell(
        'bash',
        '-c',
        `jq -n --arg password "$0" '{$password}' | /usr/lib/vivier/set-owner`,
        owner.password,
      );
      await site.logIn(owner.email, owner.password);
      return 'the new one opens n8n';
    });
    await this.step('SSH on and off again', async () => {
      const listens = () => machine.shell('bash', '-c', 'ss -Hltn sport = :22 | wc -l; nft list chain inet vivier let_in | grep -c "dport 22 accept" || true'); // prettier-ignore
      const seen = [];
      for (const way of ['on', 'off']) {
        await this.open('ssh', way === 'on' ? /SSH (is off|est coupé)/ : /SSH (is on|est activé)/);
        await this.yes();
        await screen.until('OK');
        seen.push((await listens()).replaceAll('\n', '/'));
        await this.leave();
      }
      holds(/^[12]\/1$/.test(seen[0]) && seen[1] === '0/0', `listening/let in: ${seen.join(', then ')}`);
      return 'port 22 opens and closes, in the service and in the firewall';
    });
    await this.step('outgoing traffic: security updates closed', async () => {
      await this.open('egress');
      await screen.press('Down', 'Enter');
      // Not the list behind it, which names them too.
      await screen.until(/(Close “|Fermer « )updates/);
      await this.yes();
      await screen.until('OK');
      const open = await machine.shell('vivier-egress', 'list');
      holds(open === '[]', open);
      await machine.shell(
        'bash',
        '-c',
        'cp /opt/vivier/vm/files/etc/vivier/egress.d/updates /etc/vivier/egress.d/ && vivier-egress apply',
      );
      return 'nothing is open any more';
    });
    await this.step('model, on a machine without Ollama', async () => {
      await this.open('model');
      await screen.press('Enter');
      await screen.until(/registry.ollama.ai/);
      await this.yes();
      await screen.until(/Ollama (is not on this machine yet|n’est pas encore sur cette machine)/);
      await screen.press('Enter');
      return 'says that Ollama is missing, and which entry brings it';
    });
    await this.step('factory reset, without the right word', async () => {
      await this.open('reset');
      await screen.type('reset');
      await screen.press('Enter');
      await this.main();
      holds(!(await machine.shell('bash', '-c', 'ls /var/lib/vivier-state')).includes('resetting'), 'it began');
      return 'nothing happens';
    });
  }
  /** What takes longer. */
  async useMore({ site }) {
    const { screen, machine } = this;
    await this.step('network, a fixed address and back', async () => {
      // A card for this try alone, with the name of a real one.
      await machine.shell('ip', 'link', 'add', 'eth9', 'type', 'veth', 'peer', 'name', 'vivtry');
      await machine.shell('ip', 'link', 'set', 'vivtry', 'up');
      const has = (wanted) => machine.shell('bash', '-c', `for _ in $(seq 150); do [ "$(ip -4 -o address show eth9 | grep -c 192.168.1.20/24)" = ${wanted} ] && echo so && break; sleep 0.2; done`); // prettier-ignore
      const seen = [];
      for (const [wanted, ...keys] of [
        [1, 'Down', 'Enter'],
        [0, 'Enter'],
      ]) {
        await this.open('network');
        await screen.press(...keys);
        if (wanted) {
          await screen.until('192.168.1.20/24');
          await screen.press('Enter');
        }
        await screen.until('OK');
        seen.push(await has(wanted));
        await this.leave();
      }
      await machine.shell('ip', 'link', 'del', 'eth9');
      holds(seen.join() === 'so,so', `the card's address: ${seen.join()}`);
      return 'the card takes 192.168.1.20/24, and lets it go';
    });
    await this.step('support bundle: nobody is in it', async () => {
      const bundle = '/run/story-support.tar.gz';
      const files = await machine.shell('/usr/lib/vivier/support-bundle', bundle);
      const found = await machine.shell(
        'bash',
        '-c',
        `tar -xzOf ${bundle} | grep -aiE 'camille|fontanel|delorbeau|belhacem|teissier|vivier\\.example|AGE-SECRET' || true`,
      );
      holds(found === '' && files.includes('health.json'), found || files);
      return `${files.split('\n').length - 1} files, no name, address or key of the story in them`;
    });
    await this.step('Ollama and a model from files (both fakes, named as such)', async () => {
      const health = async (id) =>
        (await (await site.get('/health.json')).json()).checks.find((check) => check.id === id);
      const archive = fakeOllama();
      await machine.put('/var/backups/vivier/ollama-linux-amd64.tar.zst', archive);
      await machine.put('/var/backups/vivier/fake.gguf', 'GGUF, a fake');
      await this.open('model');
      await screen.press('Down', 'Down', 'Enter');
      await screen.until(/github.com/);
      await screen.press('Enter');
      await screen.until('ollama-linux-amd64.tar.zst');
      await screen.press('Enter');
      await screen.until('SHA-256');
      await screen.type(createHash('sha256').update(archive).digest('hex'));
      await screen.press('Enter');
      await screen.until(/Ollama is there|Ollama est là/);
      await this.leave();
      holds((await health('ollama')).state === 'ok', 'the health page does not see Ollama');
      const { state, advice } = await health('model');
      holds(state === 'missing' && /USB/.test(advice), `the model: ${state}, ${advice}`);
      await this.open('model');
      await screen.press('Down', 'Enter');
      await screen.until('fake.gguf');
      await screen.press('Enter');
      await screen.until(/The model is there|Le modèle est là/);
      await this.leave();
      holds((await health('model')).state === 'ok', 'the health page does not see the model');
      await machine.shell(
        'bash',
        '-c',
        'systemctl stop ollama; rm -rf /var/lib/ollama/models /usr/local/bin/ollama /var/backups/vivier/{fake.gguf,ollama-*}',
      );
      return 'the health page sees each as it comes, and says what is missing until then';
    });
  }

  /** What takes the machine down for a while. */
  async useLast({ site, key, candidates }) {
    const { screen, machine } = this;
    await this.step('restore', async () => {
      const before = await candidates();
      await this.open('restore');
      await screen.press('Enter');
      await screen.until('AGE-SECRET-KEY');
      await screen.type(key);
      await screen.press('Enter');
      await screen.until(/Everything on this machine is replaced|Tout le contenu de cette machine/);
      await this.yes();
      await screen.until(/Restored: as of|Restauré : état du/, { seconds: 300 });
      holds((await candidates()) === before, `${await candidates()} candidates, not ${before}`);
      return `${before} candidates`;
    });
    await this.telling.step('menu: shut down', async () => {
      await this.open('power');
      await screen.press('Enter');
      await machine.offThenOn();
      await site.until('/form/cv', [200]);
      return 'the machine goes off; started again, it is well';
    });
  }
}
