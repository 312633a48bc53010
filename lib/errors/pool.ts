import { fichier, file, reason, words } from './wording';

/** The talent pool, its key, its backups and who may use it. */
export const pool = {
  'pool-unreachable': words(
    [
      (d) => `The talent pool’s database can’t be reached${reason(d)}.`,
      () => 'Check the address and the password in the credential “Vivier Talent Pool”, and that the database runs.',
    ],
    [
      (d) => `La base du vivier est injoignable${reason(d)}.`,
      () => 'Vérifiez l’adresse et le mot de passe de l’identifiant « Vivier Talent Pool », et que la base fonctionne.',
    ],
  ),
  'pool-newer': words(
    [
      (d) => `The talent pool was made by a newer Vivier (schema ${d.actual}; this one knows ${d.limit}).`,
      () => 'Update the package n8n-nodes-vivier before you go on. Nothing was changed.',
    ],
    [
      (d) => `Le vivier a été créé par une version plus récente (schéma ${d.actual} ; celle-ci connaît ${d.limit}).`,
      () => 'Mettez à jour le paquet n8n-nodes-vivier avant de continuer. Rien n’a été modifié.',
    ],
  ),
  'pool-locked': words(
    [
      (d) => `The embedded talent pool in “${d.what}” is already open in another program.`,
      () => 'Close the other one, or use PostgreSQL, which several programs may share.',
    ],
    [
      (d) => `Le vivier embarqué dans « ${d.what} » est déjà ouvert par un autre programme.`,
      () => 'Fermez l’autre programme, ou passez à PostgreSQL, qui se partage.',
    ],
  ),
  'pool-embedded-queue': words(
    [
      () => 'An embedded talent pool can’t be used while n8n runs in queue mode: each worker would need it for itself.',
      () =>
        'Move it with “vivier pool move --to postgres://…”, then choose PostgreSQL in the credential “Vivier Talent Pool”.',
    ],
    [
      () =>
        'Un vivier embarqué ne peut pas servir quand n8n fonctionne en mode file d’attente : chaque worker le voudrait pour lui.',
      () =>
        'Déplacez-le avec « vivier pool move --to postgres://… », puis choisissez PostgreSQL dans l’identifiant « Vivier Talent Pool ».',
    ],
  ),
  'pool-key': words(
    [
      (d) =>
        d.what === 'missing'
          ? 'The talent pool is encrypted and the credential has no encryption key.'
          : 'The encryption key in the credential is not the one of this talent pool.',
      () => 'Enter the key the pool was made with in the credential “Vivier Talent Pool”. Nothing was changed.',
    ],
    [
      (d) =>
        d.what === 'missing'
          ? 'Le vivier est chiffré et l’identifiant ne contient pas de clé de chiffrement.'
          : 'La clé de chiffrement de l’identifiant n’est pas celle de ce vivier.',
      () => 'Saisissez la clé d’origine du vivier dans l’identifiant « Vivier Talent Pool ». Rien n’a été modifié.',
    ],
  ),
  'on-hold': words(
    [
      (d) => `The candidate’s data are under a legal hold since ${d.what} and may not be erased.`,
      () => 'Lift the hold first, when the dispute that it is for has ended.',
    ],
    [
      (d) =>
        `Les données de ce candidat sont conservées pour un litige depuis le ${d.what} : elles ne peuvent pas être effacées.`,
      () => 'Levez d’abord la conservation, quand le litige est terminé.',
    ],
  ),
  'not-allowed': words(
    [
      () => 'The database user of this credential may not do that.',
      () => 'Use the credential of someone whose role allows it, or ask the administrator (see “vivier pool roles”).',
    ],
    [
      () => 'L’utilisateur de base de données de cet identifiant n’a pas ce droit.',
      () =>
        'Utilisez l’identifiant d’une personne dont le rôle le permet, ou demandez à l’administrateur (voir « vivier pool roles »).',
    ],
  ),
  'backup-invalid': words(
    [
      (d) => `${file(d, 'The backup')} can’t be restored${reason(d)}.`,
      () =>
        'Check the passphrase and that the file is whole; nothing was changed. Take an earlier backup if it is damaged.',
    ],
    [
      (d) => `${fichier(d, 'La sauvegarde')} ne peut pas être restaurée${reason(d)}.`,
      () =>
        'Vérifiez la phrase secrète et que le fichier est entier ; rien n’a été modifié. S’il est abîmé, prenez une sauvegarde antérieure.',
    ],
  ),
};
