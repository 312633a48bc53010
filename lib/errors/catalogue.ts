import { api } from './api';
import { containers } from './containers';
import { templates } from './templates';
import { intake } from './intake';
import { model } from './model';
import { pool } from './pool';
import { fichier, file, reason, words, type Locale, type Words } from './wording';

export type { ErrorDetails, Locale } from './wording';

/** Every error that Vivier can give, in both languages. A code is part of the public contract: never rename one. */
export const catalogue = {
  empty: words(
    [
      (d) => `${file(d, 'The file')} is empty (0 bytes).`,
      () => 'Ask the sender for the file again, or remove it from the batch.',
    ],
    [
      (d) => `${fichier(d, 'Le fichier')} est vide (0 octet).`,
      () => 'Redemandez le fichier à l’expéditeur, ou retirez-le du lot.',
    ],
  ),
  'no-text': words(
    [
      (d) => `No readable text was found in ${file(d, 'the document')}.`,
      () =>
        'Open the file: if the page looks blank, ask for another one; if it is a photo, take it again in better light.',
    ],
    [
      (d) => `Aucun texte lisible n’a été trouvé dans ${fichier(d, 'le document')}.`,
      () =>
        'Ouvrez le fichier : si la page paraît vide, demandez-en un autre ; si c’est une photo, refaites-la avec plus de lumière.',
    ],
  ),
  corrupt: words(
    [
      (d) => `${file(d, 'The file')} is damaged and can’t be read${reason(d)}.`,
      () => 'Ask the sender to export it again, best as PDF, and send it once more.',
    ],
    [
      (d) => `${fichier(d, 'Le fichier')} est endommagé et ne peut pas être lu${reason(d)}.`,
      () => 'Demandez à l’expéditeur de l’exporter de nouveau, de préférence en PDF, et de le renvoyer.',
    ],
  ),
  truncated: words(
    [
      (d) => `${file(d, 'The file')} is cut off: its end is missing.`,
      () => 'The transfer probably stopped half-way. Send the file again.',
    ],
    [
      (d) => `${fichier(d, 'Le fichier')} est tronqué : il manque la fin.`,
      () => 'Le transfert s’est sans doute interrompu. Renvoyez le fichier.',
    ],
  ),
  encrypted: words(
    [
      (d) => `${file(d, 'The file')} is protected by a password.`,
      () => 'Ask the sender for an unprotected copy, or enter the password in the node’s options.',
    ],
    [
      (d) => `${fichier(d, 'Le fichier')} est protégé par un mot de passe.`,
      () => 'Demandez une copie sans protection, ou saisissez le mot de passe dans les options du nœud.',
    ],
  ),
  'too-large': words(
    [
      (d) => `${file(d, 'The file')} is too large (${d.actual ?? '?'}; the limit is ${d.limit ?? '?'}).`,
      () => 'Ask for a smaller file, or raise the limit in the options.',
    ],
    [
      (d) => `${fichier(d, 'Le fichier')} est trop volumineux (${d.actual ?? '?'} ; la limite est ${d.limit ?? '?'}).`,
      () => 'Demandez un fichier plus léger, ou relevez la limite dans les options.',
    ],
  ),
  'zip-bomb': words(
    [
      (d) => `${file(d, 'The file')} unpacks to an abnormal size and was refused.`,
      () => 'Do not open it. Ask the sender for a PDF instead.',
    ],
    [
      (d) => `${fichier(d, 'Le fichier')} occupe une taille anormale une fois décompressé ; il a été refusé.`,
      () => 'Ne l’ouvrez pas. Demandez un PDF à l’expéditeur.',
    ],
  ),
  'too-many-pages': words(
    [
      (d) => `${file(d, 'The file')} has ${d.actual ?? 'too many'} pages; the limit is ${d.limit ?? '?'}.`,
      () => 'A CV rarely has that many: check the file, or raise the limit in the options.',
    ],
    [
      (d) => `${fichier(d, 'Le fichier')} compte ${d.actual ?? 'trop de'} pages ; la limite est ${d.limit ?? '?'}.`,
      () => 'Un CV en a rarement autant : vérifiez le fichier, ou relevez la limite dans les options.',
    ],
  ),
  'text-too-long': words(
    [
      (d) =>
        `The text of ${file(d, 'the document')} is too long (${d.actual ?? '?'} characters; the limit is ${d.limit ?? '?'}).`,
      () => 'Check that it is a CV. If it is, raise the limit in the options.',
    ],
    [
      (d) =>
        `Le texte de ${fichier(d, 'ce document')} est trop long (${d.actual ?? '?'} caractères ; la limite est ${d.limit ?? '?'}).`,
      () => 'Vérifiez qu’il s’agit d’un CV. Si oui, relevez la limite dans les options.',
    ],
  ),
  'unknown-type': words(
    [
      (d) => `${file(d, 'The file')} is not a type of document that can be read${d.what ? ` (${d.what})` : ''}.`,
      () => 'Send the CV as PDF, Word, plain text or a picture.',
    ],
    [
      (d) => `${fichier(d, 'Le fichier')} n’est pas d’un type lisible${d.what ? ` (${d.what})` : ''}.`,
      () => 'Envoyez le CV en PDF, Word, texte ou image.',
    ],
  ),
  ...containers,
  ...templates,
  ...intake,
  ...model,
  ...pool,
  ...api,
  'invalid-json': words(
    [(d) => `${file(d, 'The file')} is not valid JSON.`, () => 'Export it again from the tool that made it.'],
    [
      (d) => `${fichier(d, 'Le fichier')} n’est pas un JSON valide.`,
      () => 'Exportez-le de nouveau depuis l’outil d’origine.',
    ],
  ),
  'unsafe-xml': words(
    [
      (d) => `${file(d, 'The file')} contains XML instructions that could reach other files and was refused.`,
      () => 'Do not open it. Ask the sender for a PDF instead.',
    ],
    [
      (d) =>
        `${fichier(d, 'Le fichier')} contient des instructions XML qui pourraient lire d’autres fichiers ; il a été refusé.`,
      () => 'Ne l’ouvrez pas. Demandez un PDF à l’expéditeur.',
    ],
  ),
  'not-a-cv': words(
    [
      (d) => `${file(d, 'The document')} ${d.what === 'letter' ? 'is a letter, not a CV' : 'does not look like a CV'}.`,
      (d) =>
        d.what === 'letter'
          ? 'Read it beside the CV of the same person; if no CV came with it, ask for one.'
          : 'Open it and decide yourself; if it is a CV, add the candidate by hand.',
    ],
    [
      (d) =>
        `${fichier(d, 'Le document')} ${d.what === 'letter' ? 'est une lettre, pas un CV' : 'ne ressemble pas à un CV'}.`,
      (d) =>
        d.what === 'letter'
          ? 'Lisez-la à côté du CV de la même personne ; si aucun CV ne l’accompagnait, demandez-le.'
          : 'Ouvrez-le et décidez vous-même ; si c’est bien un CV, ajoutez le candidat à la main.',
    ],
  ),
  image: words(
    [
      (d) => `The picture ${file(d, '')} can’t be read${reason(d)}.`,
      () => 'Take or scan it again and save it as JPEG or PNG.',
    ],
    [
      (d) => `L’image ${fichier(d, '')} est illisible${reason(d)}.`,
      () => 'Refaites la photo ou le scan, et enregistrez en JPEG ou PNG.',
    ],
  ),
  timeout: words(
    [
      (d) => `${file(d, 'This step')} took longer than allowed (${d.limit ?? '?'} s) and was stopped.`,
      () => 'Try this file alone, or raise the time limit in the options.',
    ],
    [
      (d) => `${fichier(d, 'Cette étape')} a dépassé le temps permis (${d.limit ?? '?'} s) et a été arrêté(e).`,
      () => 'Réessayez avec ce seul fichier, ou relevez la limite de temps dans les options.',
    ],
  ),
  cancelled: words(
    [() => 'The run was cancelled.', () => 'Start it again when you are ready; what was finished is kept.'],
    [() => 'L’exécution a été annulée.', () => 'Relancez-la quand vous voulez ; ce qui était terminé est conservé.'],
  ),
  'ocr-language-missing': words(
    [
      (d) => `The text recognition data for “${d.what}” is not installed.`,
      (d) => `Install the package @tesseract.js-data/${d.what}, or choose French and English.`,
    ],
    [
      (d) => `Les données de reconnaissance pour « ${d.what} » ne sont pas installées.`,
      (d) => `Installez le paquet @tesseract.js-data/${d.what}, ou choisissez français et anglais.`,
    ],
  ),
  'not-found': words(
    [(d) => `${d.what ?? 'The record'} was not found.`, () => 'Check the identifier; it may have been erased.'],
    [
      (d) => `${d.what ?? 'L’enregistrement'} est introuvable.`,
      () => 'Vérifiez l’identifiant ; il a peut-être été effacé.',
    ],
  ),
  'no-pages': words(
    [
      (d) => `${file(d, 'The file')} has no pages to be shown as pictures${d.what ? ` (${d.what})` : ''}.`,
      () => 'Only PDF files and pictures have; open the others in their own program.',
    ],
    [
      (d) => `${fichier(d, 'Le fichier')} n’a pas de pages à montrer en images${d.what ? ` (${d.what})` : ''}.`,
      () => 'Seuls les PDF et les images en ont ; ouvrez les autres dans leur logiciel.',
    ],
  ),
  'invalid-input': words(
    [(d) => `${d.what ?? 'A value'} is missing or not valid${reason(d)}.`, () => 'Correct it and run again.'],
    [(d) => `${d.what ?? 'Une valeur'} manque ou n’est pas valide${reason(d)}.`, () => 'Corrigez puis relancez.'],
  ),
  'not-a-chat': words(
    [
      (d) => `No conversation was recognised in ${file(d, 'the file')}.`,
      () => 'Give the export of ChatGPT, Claude, Grok or Le Chat (ZIP or JSON), or a conversation as Markdown.',
    ],
    [
      (d) => `Aucune conversation n’a été reconnue dans ${fichier(d, 'le fichier')}.`,
      () => 'Donnez l’export de ChatGPT, Claude, Grok ou Le Chat (ZIP ou JSON), ou une conversation en Markdown.',
    ],
  ),
  'unlawful-reason': words(
    [
      (d) => `The reason “${d.what ?? ''}” may not be given, nor be one${reason(d)}.`,
      () => 'Refuse for reasons that the job gives, chosen by a person; have this decision looked at again.',
    ],
    [
      (d) => `Le motif « ${d.what ?? ''} » ne peut être ni donné ni retenu${reason(d)}.`,
      () => 'Ne retenez que des motifs liés au poste, choisis par une personne ; faites revoir cette décision.',
    ],
  ),
  'no-file': words(
    [
      () => 'There is no file on this item.',
      () => 'Check the node before: it must give a file (for example an attachment or an upload).',
    ],
    [
      () => 'Cet élément ne contient aucun fichier.',
      () => 'Vérifiez le nœud précédent : il doit fournir un fichier (pièce jointe ou envoi, par exemple).',
    ],
  ),
  internal: words(
    [
      (d) => `Something unexpected happened${d.fileName ? ` with “${d.fileName}”` : ''}${reason(d)}.`,
      () => 'Try again; if it stays, report it with the version of Vivier and what you did, without the CV.',
    ],
    [
      (d) => `Une erreur inattendue est survenue${d.fileName ? ` avec « ${d.fileName} »` : ''}${reason(d)}.`,
      () =>
        'Réessayez ; si cela persiste, signalez-le avec la version de Vivier et ce que vous faisiez, sans joindre le CV.',
    ],
  ),
} satisfies Record<string, Record<Locale, Words>>;

export type ErrorCode = keyof typeof catalogue;
