import type { Locale } from '../errors';
import type { MailFault } from './mail';

const en = {
  other: 'En français',
  health: 'State of the machine',
  optional: 'optional',

  setupTitle: 'First visit',
  setupIntro: 'This makes the owner’s account of n8n on this machine. The code stands on the machine’s screen.',
  code: 'Code from the screen',
  firstName: 'First name',
  lastName: 'Last name',
  email: 'E-mail address (your user name)',
  password: 'Password',
  passwordHint: '8 to 64 characters, with a digit and a capital.',
  make: 'Make the account',
  claimedTitle: 'There is an owner already',
  claimed: 'Sign in to n8n. A forgotten password is reset on the machine’s screen: menu, “Owner’s password”.',
  toN8n: 'Go to n8n',
  doneTitle: 'The account is there',
  keyIntro:
    'This is the recovery key. Without it no backup of this machine can ever be read, by anybody. Store it now, for example in the company’s password manager; the machine keeps no copy.',
  keyNoted: 'I have stored it: delete it here',
  keyLater: 'Until you say so, the key also stands in the menu on the machine’s screen.',
  noted: 'The recovery key is deleted here.',
  wrong: {
    code: 'This is not the code on the screen.',
    locked: 'Too many wrong codes. Wait ten minutes.',
    claimed: 'Somebody has made the account meanwhile.',
    incomplete: 'Something is missing, or too long.',
    unreachable: 'The machine does not answer. Restart it.',
  } as Record<string, string>,

  mailTitle: 'Receive CVs by mail',
  mailIntro:
    'Vivier then reads each mail of this mailbox once, keeps the CVs and answers the candidates. Best is a mailbox of its own, such as cv@company.example.',
  mailbox: 'The mailbox',
  user: 'User (mostly the address)',
  boxPassword: 'Password',
  boxPasswordHint: 'Many providers want an app password, made in the account’s settings.',
  imapHost: 'Incoming server (IMAP)',
  smtpHost: 'Outgoing server (SMTP)',
  port: 'Port',
  security: 'Security',
  tls: 'TLS from the start (993, 465)',
  starttls: 'STARTTLS (143, 587)',
  people: 'Who is who',
  sender: 'Address the acknowledgements come from',
  recruiter: 'Address of the recruiter, for what is doubtful',
  confirm: 'Your confirmation',
  account: 'Password of n8n',
  accountEmail: 'Your address in n8n (owner or administrator)',
  mfaCode: 'Code of your second factor, if you have one',
  open: 'This machine may reach these two servers. Everything else stays closed.',
  switchOn: 'Try it and switch it on',
  mailDone: 'Both servers answered, and the workflow is on. Send a mail with a CV to the mailbox to see it.',
  faults: {
    account: 'n8n does not know this address with this password.',
    'not-owner': 'Only n8n’s owner or an administrator may do this.',
    'too-often': 'Too many attempts. Wait five minutes.',
    egress: 'The way to these servers could not be opened. Are name and port right (143, 993; 25, 465, 587)?',
    imap: 'The incoming server refuses:',
    smtp: 'The outgoing server refuses:',
    n8n: 'n8n did not do it. Look at the state of the machine, then try again.',
  } as Record<MailFault, string>,
  nothingChanged: 'Nothing was changed.',
};

export type Words = typeof en;

const fr: Words = {
  other: 'In English',
  health: 'État de la machine',
  optional: 'facultatif',

  setupTitle: 'Première visite',
  setupIntro:
    'Cette page crée le compte du propriétaire de n8n sur cette machine. Le code figure sur l’écran de la machine.',
  code: 'Code affiché à l’écran',
  firstName: 'Prénom',
  lastName: 'Nom',
  email: 'Adresse de courriel (votre identifiant)',
  password: 'Mot de passe',
  passwordHint: '8 à 64 caractères, dont un chiffre et une majuscule.',
  make: 'Créer le compte',
  claimedTitle: 'Il y a déjà un propriétaire',
  claimed:
    'Connectez-vous à n8n. Un mot de passe oublié se remplace sur l’écran de la machine : menu, « Mot de passe du propriétaire ».',
  toN8n: 'Aller à n8n',
  doneTitle: 'Le compte est créé',
  keyIntro:
    'Voici la clé de récupération. Sans elle, personne ne pourra jamais lire une sauvegarde de cette machine. Rangez-la maintenant, par exemple dans le gestionnaire de mots de passe de l’entreprise ; la machine n’en garde pas de copie.',
  keyNoted: 'Je l’ai rangée : l’effacer ici',
  keyLater: 'Tant que vous ne le dites pas, la clé figure aussi dans le menu, sur l’écran de la machine.',
  noted: 'La clé de récupération est effacée ici.',
  wrong: {
    code: 'Ce n’est pas le code affiché à l’écran.',
    locked: 'Trop de codes erronés. Attendez dix minutes.',
    claimed: 'Quelqu’un a créé le compte entre-temps.',
    incomplete: 'Il manque quelque chose, ou c’est trop long.',
    unreachable: 'La machine ne répond pas. Redémarrez-la.',
  },

  mailTitle: 'Recevoir les CV par courriel',
  mailIntro:
    'Vivier lira alors une fois chaque courriel de cette boîte, gardera les CV et répondra aux candidats. Le mieux est une boîte réservée, par exemple cv@entreprise.example.',
  mailbox: 'La boîte',
  user: 'Identifiant (le plus souvent l’adresse)',
  boxPassword: 'Mot de passe',
  boxPasswordHint:
    'Beaucoup de fournisseurs demandent un mot de passe d’application, créé dans les réglages du compte.',
  imapHost: 'Serveur entrant (IMAP)',
  smtpHost: 'Serveur sortant (SMTP)',
  port: 'Port',
  security: 'Sécurité',
  tls: 'TLS dès le début (993, 465)',
  starttls: 'STARTTLS (143, 587)',
  people: 'Qui est qui',
  sender: 'Adresse d’où partent les accusés de réception',
  recruiter: 'Adresse du recruteur, pour ce qui est douteux',
  confirm: 'Votre confirmation',
  account: 'Mot de passe de n8n',
  accountEmail: 'Votre adresse dans n8n (propriétaire ou administrateur)',
  mfaCode: 'Code de votre second facteur, si vous en avez un',
  open: 'Cette machine peut joindre ces deux serveurs. Tout le reste demeure fermé.',
  switchOn: 'Essayer et mettre en service',
  mailDone:
    'Les deux serveurs ont répondu et le workflow est en service. Envoyez un courriel avec un CV à la boîte pour le voir.',
  faults: {
    account: 'n8n ne connaît pas cette adresse avec ce mot de passe.',
    'not-owner': 'Seul le propriétaire de n8n ou un administrateur peut le faire.',
    'too-often': 'Trop d’essais. Attendez cinq minutes.',
    egress:
      'L’accès à ces serveurs n’a pas pu être ouvert. Le nom et le port sont-ils justes (143, 993 ; 25, 465, 587) ?',
    imap: 'Le serveur entrant refuse :',
    smtp: 'Le serveur sortant refuse :',
    n8n: 'n8n ne l’a pas fait. Regardez l’état de la machine, puis recommencez.',
  },
  nothingChanged: 'Rien n’a été modifié.',
};

export const words: Record<Locale, Words> = { en, fr };
