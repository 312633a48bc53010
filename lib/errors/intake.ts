import { fichier, file, reason, words } from './wording';

/** What stands between a mailbox or a folder and the CVs in it. */
export const intake = {
  'mailbox-unreachable': words(
    [
      (d) => `The mail server ${d.what ?? ''} can’t be reached${reason(d)}.`.replace('  ', ' '),
      () => 'Nothing is lost: Vivier goes on trying. Check the server’s name and port, the network and the firewall.',
    ],
    [
      (d) => `Le serveur de courrier ${d.what ?? ''} est injoignable${reason(d)}.`.replace('  ', ' '),
      () => 'Rien n’est perdu : Vivier réessaie. Vérifiez le nom et le port du serveur, le réseau et le pare-feu.',
    ],
  ),
  'mailbox-login': words(
    [
      (d) => `The mail server refused the user name or the password${reason(d)}.`,
      () =>
        'Nothing is lost: the mails stay where they are. Enter the new password in the credential; Vivier takes it at its next try. Many providers want an app password or OAuth2.',
    ],
    [
      (d) => `Le serveur de courrier a refusé l’identifiant ou le mot de passe${reason(d)}.`,
      () =>
        'Rien n’est perdu : les courriels restent où ils sont. Saisissez le nouveau mot de passe dans les identifiants ; Vivier le prend à l’essai suivant. Beaucoup de fournisseurs demandent un mot de passe d’application ou OAuth2.',
    ],
  ),
  'mailbox-tls': words(
    [
      (d) => `The connection to the mail server ${d.what ?? ''} can’t be made secure${reason(d)}.`.replace('  ', ' '),
      () =>
        'Check “Security” and the port (993 for TLS, 143 for STARTTLS). For a certificate of your own, paste its authority into the credential.',
    ],
    [
      (d) =>
        `La connexion au serveur de courrier ${d.what ?? ''} ne peut pas être sécurisée${reason(d)}.`.replace(
          '  ',
          ' ',
        ),
      () =>
        'Vérifiez « Security » et le port (993 pour TLS, 143 pour STARTTLS). Pour un certificat interne, collez celui de son autorité dans les identifiants.',
    ],
  ),
  'mailbox-folder': words(
    [
      (d) => `The mail folder “${d.what ?? '?'}” can’t be used${reason(d)}.`,
      () => 'Check its name (sub-folders with “/”) and that the account may read, make and change folders.',
    ],
    [
      (d) => `Le dossier de courrier « ${d.what ?? '?'} » est inutilisable${reason(d)}.`,
      () =>
        'Vérifiez son nom (sous-dossiers avec « / ») et que le compte a le droit de lire, créer et modifier des dossiers.',
    ],
  ),
  'intake-gave-up': words(
    [
      (d) => `${file(d, 'This message')} could not be handled in ${d.actual ?? 'several'} tries and was set aside.`,
      () => 'Open it and read it yourself; look at the failed runs in n8n. Put it back to have it tried again.',
    ],
    [
      (d) =>
        `${fichier(d, 'Ce message')} n’a pas pu être traité en ${d.actual ?? 'plusieurs'} essais et a été mis de côté.`,
      () =>
        'Ouvrez-le et lisez-le vous-même ; regardez les exécutions en échec dans n8n. Remettez-le en place pour un nouvel essai.',
    ],
  ),
  'folder-unreachable': words(
    [
      (d) => `The folder “${d.what ?? '?'}” can’t be read${reason(d)}.`,
      () =>
        'Nothing is lost: Vivier goes on trying. Check that it exists, is mounted, and that n8n’s user may read and write in it.',
    ],
    [
      (d) => `Le dossier « ${d.what ?? '?'} » est illisible${reason(d)}.`,
      () =>
        'Rien n’est perdu : Vivier réessaie. Vérifiez qu’il existe, qu’il est monté et que l’utilisateur de n8n peut y lire et y écrire.',
    ],
  ),
  'file-unreadable': words(
    [
      (d) => `${file(d, 'The file')} can’t be opened${reason(d)}.`,
      () => 'Close it in other programs and check its access rights. Vivier takes it as soon as it can be read.',
    ],
    [
      (d) => `${fichier(d, 'Le fichier')} ne peut pas être ouvert${reason(d)}.`,
      () => 'Fermez-le dans les autres programmes et vérifiez ses droits. Vivier le prendra dès qu’il sera lisible.',
    ],
  ),
};
