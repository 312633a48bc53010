import { currentLocale, type Locale } from '../lib/errors';

const en = {
  pool: 'look after the talent pool: backups, moving, keys, roles, retention',
  dump: 'write the whole pool, files and all, into an encrypted file',
  restore: 'make the pool as it was when the backup was made; who was erased since is erased again',
  move: 'copy the pool into another database and compare every table; the first one stays as it is',
  rotate: 'give an encrypted pool a new key (VIVIER_POOL_NEW_KEY); may be interrupted and started again',
  roles: 'print the SQL of the roles recruiter, auditor and administrator (PostgreSQL), or run it with --apply',
  due: 'list whose data are due to be erased, and when; with --erase, erase them',
  erasures: 'write who was erased (hashes, nobody’s data), to be kept outside the backups',
  verify: 'check the decision log for changes and gaps',
  importing:
    'read CVs into the pool: folders with their sub-folders, files, archives, mails, tables; may be started again',

  file: 'the backup file',
  where: 'the pool: a folder, or postgres://user:password@host:port/database (default: VIVIER_POOL)',
  to: 'the other pool, in the same form as --pool',
  by: 'who does it, for the decision log',
  tombstones: 'a file made by “vivier pool erasures”: who was erased since the backup',
  replace: 'throw away the pool that is there',
  apply: 'run it, as the owner of the tables',
  erase: 'erase them for good',
  months: 'months after the last contact (default: 24)',
  out: 'file to write',
  json: 'answer as JSON',
  sources: 'files and folders',
  engine: 'rules, model or auto (the model when Ollama answers, else the rules)',
  source: 'where the CVs came from, for example “website”',
  report: 'JSON file for the report: what became of each document',

  noPool: 'give --pool or set VIVIER_POOL',
  badPool: 'a folder or postgres://user:password@host:port/database is expected',
  keys: 'Keys are taken from the environment, never from the command line: VIVIER_POOL_KEY (the pool’s encryption key), VIVIER_PASSPHRASE (of the backup; default: the pool’s key), VIVIER_POOL_NEW_KEY.',
  noNewKey: 'set VIVIER_POOL_NEW_KEY (at least 12 characters)',
  dumped: (file: string, rows: number, bytes: string) => `${file}: ${rows} rows, ${bytes} MB, encrypted.`,
  restored: (people: number, again: number, day: string) =>
    `The pool is as it was on ${day}: ${people} candidates. Erased again: ${again}.`,
  logKept: (entries: number) => `Entries of the decision log that are newer than the backup, kept: ${entries}.`,
  moved: (people: number) =>
    `Moved and compared: ${people} candidates. The first pool is as it was; point the credential to the new one, then delete the first.`,
  skipped: (tables: string) => `Not taken over, because this database lacks pgvector: ${tables}.`,
  rotated: (values: number) => `Done: ${values} values sealed anew. Put the new key into the credential.`,
  rolesApplied: 'The roles are there. Make a login a member: grant vivier_recruiter to alice;',
  nobodyDue: 'Nobody is due.',
  dueHead: ['candidate', 'due', 'rule', 'hold'],
  rule: { 'last-contact': 'last contact', consent: 'consent', refusal: 'refusal' },
  held: 'held',
  erased: (count: number, held: number) => `Erased: ${count}. Held, so kept: ${held}.`,
  written: (count: number, file: string) => `${count} written to ${file}.`,
  intact: (count: number) => `The log is whole: ${count} entries.`,
  broken: (number: number) => `The log was changed: entry ${number} is the first that does not fit.`,
  imported: (added: number, updated: number, known: number, failed: number) =>
    `${added} candidates added, ${updated} updated, ${known} files known already, ${failed} failed.`,
};

type PoolWords = typeof en;

const fr: PoolWords = {
  pool: 'entretient le vivier : sauvegardes, déménagement, clés, rôles, conservation',
  dump: 'écrit tout le vivier, fichiers compris, dans un fichier chiffré',
  restore: 'rétablit le vivier tel qu’il était à la sauvegarde ; qui a été effacé depuis l’est de nouveau',
  move: 'copie le vivier dans une autre base et compare chaque table ; le premier reste tel quel',
  rotate: 'donne une nouvelle clé à un vivier chiffré (VIVIER_POOL_NEW_KEY) ; peut être interrompu et relancé',
  roles: 'affiche le SQL des rôles recruteur, auditeur et administrateur (PostgreSQL), ou l’exécute avec --apply',
  due: 'liste les personnes dont les données sont à effacer, et quand ; avec --erase, les efface',
  erasures: 'écrit qui a été effacé (des empreintes, aucune donnée), à garder hors des sauvegardes',
  verify: 'vérifie que le journal n’a ni changement ni trou',
  importing:
    'lit des CV dans le vivier : dossiers et sous-dossiers, fichiers, archives, courriels, tableaux ; peut être relancé',

  file: 'le fichier de sauvegarde',
  where: 'le vivier : un dossier, ou postgres://utilisateur:motdepasse@hôte:port/base (par défaut : VIVIER_POOL)',
  to: 'l’autre vivier, sous la même forme que --pool',
  by: 'qui le fait, pour le journal',
  tombstones: 'un fichier de « vivier pool erasures » : qui a été effacé depuis la sauvegarde',
  replace: 'remplace le vivier qui s’y trouve',
  apply: 'l’exécute, en tant que propriétaire des tables',
  erase: 'les efface définitivement',
  months: 'mois après le dernier contact (par défaut : 24)',
  out: 'fichier à écrire',
  json: 'répond en JSON',
  sources: 'fichiers et dossiers',
  engine: 'rules (règles), model (modèle) ou auto (le modèle si Ollama répond, sinon les règles)',
  source: 'd’où viennent les CV, par exemple « site web »',
  report: 'fichier JSON du compte rendu : ce qu’est devenu chaque document',

  noPool: 'donnez --pool ou la variable VIVIER_POOL',
  badPool: 'un dossier ou postgres://utilisateur:motdepasse@hôte:port/base est attendu',
  keys: 'Les clés viennent de l’environnement, jamais de la ligne de commande : VIVIER_POOL_KEY (clé de chiffrement du vivier), VIVIER_PASSPHRASE (de la sauvegarde ; par défaut la clé du vivier), VIVIER_POOL_NEW_KEY.',
  noNewKey: 'renseignez VIVIER_POOL_NEW_KEY (12 caractères au moins)',
  dumped: (file, rows, bytes) => `${file} : ${rows} lignes, ${bytes.replace('.', ',')} Mo, chiffré.`,
  restored: (people, again, day) =>
    `Le vivier est tel qu’au ${day} : ${people} candidats. Effacés de nouveau : ${again}.`,
  logKept: (entries: number) =>
    `Entrées du journal des décisions plus récentes que la sauvegarde, gardées : ${entries}.`,
  moved: (people) =>
    `Copié et comparé : ${people} candidats. Le premier vivier est inchangé ; faites pointer l’identifiant sur le nouveau, puis supprimez le premier.`,
  skipped: (tables) => `Non repris, car cette base n’a pas pgvector : ${tables}.`,
  rotated: (values) => `Terminé : ${values} valeurs rechiffrées. Mettez la nouvelle clé dans l’identifiant.`,
  rolesApplied: 'Les rôles existent. Pour y mettre un compte : grant vivier_recruiter to alice;',
  nobodyDue: 'Personne n’est à effacer.',
  dueHead: ['candidat', 'échéance', 'règle', 'litige'],
  rule: { 'last-contact': 'dernier contact', consent: 'accord', refusal: 'refus' },
  held: 'conservé',
  erased: (count, held) => `Effacés : ${count}. Conservés pour litige : ${held}.`,
  written: (count, file) => `${count} écrits dans ${file}.`,
  intact: (count) => `Le journal est intact : ${count} entrées.`,
  broken: (number) => `Le journal a été modifié : l’entrée ${number} est la première qui ne convient pas.`,
  imported: (added, updated, known, failed) =>
    `${added} candidats ajoutés, ${updated} mis à jour, ${known} fichiers déjà connus, ${failed} échecs.`,
};

const catalogue: Record<Locale, PoolWords> = { en, fr };

export const poolWords: PoolWords = catalogue[currentLocale()];
