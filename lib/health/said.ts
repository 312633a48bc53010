import type { Locale } from '../errors';
import type { Said } from './types';

/** French signs don't stand alone at the beginning or end of a line. */
const kept = (fr: string) => fr.replace(/« /g, '«\u00A0').replace(/ ([:;»])/g, '\u00A0$1');
const both = (en: string, fr: string): Said => ({ en, fr: kept(fr) });
const number = (value: number) => both(String(value), String(value).replace('.', ','));
const day = (date: Date, locale: Locale) =>
  new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(
    date,
  );

/** All that the doctor says, in plain words. */
export const said = {
  database: (server: string, schema: number | null) =>
    both(
      `talent pool: PostgreSQL${server && ` ${server}`}${schema === null ? '' : `, schema ${schema}`}`,
      `vivier : PostgreSQL${server && ` ${server}`}${schema === null ? '' : `, schéma ${schema}`}`,
    ),
  databaseAdvice: (code: string) =>
    both(
      `The database does not answer (${code}). Restart the machine; if that does not help, make a support bundle and restore the last backup.`,
      `La base de données ne répond pas (${code}). Redémarrez la machine ; si cela ne suffit pas, faites un dossier d’assistance et restaurez la dernière sauvegarde.`,
    ),
  databaseNewer: (schema: number, known: number) =>
    both(
      `The pool was made by a newer Vivier (schema ${schema}, this one knows ${known}). Install that version again.`,
      `Le vivier a été fait par un Vivier plus récent (schéma ${schema}, celui-ci connaît ${known}). Réinstallez cette version.`,
    ),
  databaseOlder: both(
    'The pool is brought up to date when a workflow next uses it. Nothing to do.',
    'Le vivier sera mis à jour à sa prochaine utilisation par un workflow. Rien à faire.',
  ),
  extensions: (names: string) =>
    both(
      `Search works by words only; missing in PostgreSQL: ${names}.`,
      `La recherche ne se fait que par mots ; il manque à PostgreSQL : ${names}.`,
    ),
  n8n: both('n8n, which runs the workflows', 'n8n, qui exécute les workflows'),
  n8nAdvice: both(
    'n8n does not answer. After a start it needs a minute; after that, restart the machine and make a support bundle.',
    'n8n ne répond pas. Après un démarrage, il lui faut une minute ; ensuite, redémarrez la machine et faites un dossier d’assistance.',
  ),
  workflows: (on: number | null) => both(`workflows switched on: ${on ?? '?'}`, `workflows en service : ${on ?? '?'}`),
  workflowsAdvice: both(
    'No workflow is on. Open n8n and publish the ones you want.',
    'Aucun workflow n’est en service. Ouvrez n8n et publiez ceux que vous voulez.',
  ),
  workflowsUnknown: both(
    'It can’t be seen which workflows are on: n8n’s database does not answer.',
    'Impossible de voir quels workflows sont en service : la base de n8n ne répond pas.',
  ),
  mail: both('CVs received by mail', 'réception des CV par courriel'),
  mailAdvice: both(
    'Not set up. Whoever knows the mailbox fills in the page /setup/mail. CVs still come in by the web form and the folder.',
    'Pas encore réglée. Qui connaît la boîte remplit la page /setup/mail. Les CV arrivent aussi par le formulaire et le dossier.',
  ),
  ollama: (host: string, version: string) => both(`Ollama ${version} at ${host}`, `Ollama ${version} à ${host}`),
  ollamaAt: (host: string) => both(`Ollama at ${host}`, `Ollama à ${host}`),
  waiting: (count: number, hours: number) =>
    both(
      `CVs that wait for the model: ${count}${count === 0 ? '' : `, the oldest for ${hours} h`}`,
      `CV qui attendent le modèle : ${count}${count === 0 ? '' : `, le plus ancien depuis ${hours} h`}`,
    ),
  waitingAdvice: both(
    'Is the workflow “Let the model read what waits” published, and does the model answer? If so, the model is too slow for what comes in: more machines (docs/hosts.md). The rules have read these CVs; nothing is lost.',
    'Le workflow « Faire lire au modèle ce qui attend » est-il publié, et le modèle répond-il ? Si oui, le modèle est trop lent pour ce qui arrive : plus de machines (docs/hosts.fr.md). Les règles ont lu ces CV ; rien n’est perdu.',
  ),
  ollamaDrained: (host: string) =>
    both(
      `Ollama at ${host}: nothing new is sent there (“drain”)`,
      `Ollama à ${host} : plus rien n’y est envoyé (« drain »)`,
    ),
  ollamaAdvice: both(
    'Start it with “ollama serve”, or give its address in OLLAMA_HOST. Without it, the rules engine is used.',
    'Démarrez-le avec « ollama serve », ou indiquez son adresse dans OLLAMA_HOST. Sans lui, le moteur à règles travaille seul.',
  ),
  ollamaAdviceHere: both(
    'Ollama is not there or does not answer. On the machine’s screen: menu, “Model”, “Ollama itself”: from a disk or share. Until then the rules read CVs on their own.',
    'Ollama est absent ou ne répond pas. Sur l’écran de la machine : menu, « Modèle », « Ollama lui-même » : d’un disque ou d’un partage. D’ici là, les règles lisent les CV seules.',
  ),
  model: (name: string, loaded: boolean) =>
    both(`model ${name}${loaded ? ' (loaded)' : ''}`, `modèle ${name}${loaded ? ' (chargé)' : ''}`),
  modelAdvice: (name: string) => both(`Run “ollama pull ${name}”.`, `Lancez « ollama pull ${name} ».`),
  modelAdviceHere: (name: string) =>
    both(
      `${name} is not on this machine. On its screen: menu, “Model”: download it (4 GB), or take it from a USB disk or a share. Until then the rules read CVs on their own.`,
      `${name} n’est pas sur cette machine. Sur son écran : menu, « Modèle » : le télécharger (4 Go), ou le prendre sur un disque USB ou un partage. D’ici là, les règles lisent les CV seules.`,
    ),
  disk: (free: number, total: number) =>
    both(`disk: ${free} of ${total} GB free`, `disque : ${number(free).fr} Go libres sur ${number(total).fr}`),
  diskAdvice: both(
    'Make the disk larger (it is used at the next start), or move old backups elsewhere.',
    'Agrandissez le disque (il sera utilisé au prochain démarrage), ou déplacez d’anciennes sauvegardes.',
  ),
  memory: (available: number, total: number) =>
    both(
      `memory: ${available} of ${total} GB available`,
      `mémoire : ${number(available).fr} Go disponibles sur ${number(total).fr}`,
    ),
  memoryAdvice: both(
    'Hardly any memory is left. Give the machine more; until then screen fewer CVs at once.',
    'Il ne reste presque plus de mémoire. Donnez-en plus à la machine ; d’ici là, traitez moins de CV à la fois.',
  ),
  memoryForModel: both(
    'Enough for the rules. The model Mistral 7B needs a machine with 8 GB.',
    'Suffisant pour les règles. Le modèle Mistral 7B demande une machine de 8 Go.',
  ),
  time: both('clock set by the network', 'horloge réglée par le réseau'),
  timeAdvice: both(
    'The clock is not set by the network: dates in logs and certificates may be wrong. Allow NTP (UDP 123) to a time server.',
    'L’horloge n’est pas réglée par le réseau : les dates des journaux et des certificats peuvent être fausses. Autorisez NTP (UDP 123) vers un serveur de temps.',
  ),
  backup: (at: Date | null) =>
    at === null
      ? both('last backup: none', 'dernière sauvegarde : aucune')
      : both(`last backup: ${day(at, 'en')}`, `dernière sauvegarde : ${day(at, 'fr')}`),
  noBackupYet: both(
    'The first one runs tonight; or now: on the machine’s screen, menu, “Backup”.',
    'La première se fait cette nuit ; ou tout de suite : sur l’écran de la machine, menu, « Sauvegarde ».',
  ),
  backupFailed: both(
    'The last backup failed. Is the disk full, or the backup’s folder not there? Try again: on the machine’s screen, menu, “Backup”.',
    'La dernière sauvegarde a échoué. Le disque est-il plein, ou le dossier des sauvegardes absent ? Recommencez : sur l’écran de la machine, menu, « Sauvegarde ».',
  ),
  backupOld: both(
    'No backup for two days. Make one now: on the machine’s screen, menu, “Backup”.',
    'Aucune sauvegarde depuis deux jours. Faites-en une : sur l’écran de la machine, menu, « Sauvegarde ».',
  ),
  recoveryKey: both('recovery key not noted yet', 'clé de récupération pas encore notée'),
  recoveryKeyAdvice: both(
    'Without it no backup can be read. On the machine’s screen: menu, “Recovery key”; note it, then say so there.',
    'Sans elle, aucune sauvegarde ne peut être lue. Sur l’écran de la machine : menu, « Clé de récupération » ; notez-la, puis confirmez.',
  ),
  certificate: (until: Date | null) =>
    until === null
      ? both('secure pages (HTTPS)', 'pages sécurisées (HTTPS)')
      : both(
          `secure pages (HTTPS), certificate until ${day(until, 'en')}`,
          `pages sécurisées (HTTPS), certificat valable jusqu’au ${day(until, 'fr')}`,
        ),
  httpsAdvice: both(
    'Nothing answers on port 443. Restart the machine; after that, make a support bundle.',
    'Rien ne répond sur le port 443. Redémarrez la machine ; ensuite, faites un dossier d’assistance.',
  ),
  certificateAdvice: both(
    'The certificate is at its end and was not renewed. Install the company’s new one, or restart the machine to have one made.',
    'Le certificat arrive à sa fin et n’a pas été renouvelé. Installez le nouveau de l’entreprise, ou redémarrez la machine pour en faire un.',
  ),
  egress: (open: string) =>
    open === ''
      ? both('outgoing traffic: closed, but for names and time', 'trafic sortant : fermé, sauf noms et heure')
      : both(
          `outgoing traffic: closed, but for names, time and ${open}`,
          `trafic sortant : fermé, sauf noms, heure et ${open}`,
        ),
};
