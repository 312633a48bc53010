import { fichier, file, words, type ErrorDetails, type Locale } from './wording';

/** Types known by sight that are not read: what each is, and how to make one that is. */
const foreign: Record<Locale, Record<string, [string, string]>> = {
  en: {
    heic: [
      'a HEIC photo',
      'Export it as JPEG and send it again. On an iPhone: Settings, Camera, Formats, “Most Compatible”.',
    ],
    pages: ['an Apple Pages document', 'In Pages, choose File, Export To, PDF, and send the PDF.'],
    keynote: ['an Apple Keynote presentation', 'In Keynote, choose File, Export To, PDF, and send the PDF.'],
    wps: ['a Microsoft Works document', 'Open it in Word or LibreOffice, save it as PDF, and send the PDF.'],
    sheet: ['a spreadsheet of an older or another kind', 'Save it as .xlsx or .csv, and send it again.'],
    slides: ['a presentation', 'Save it as PDF, and send the PDF.'],
    archive: ['an archive other than ZIP', 'Unpack it, and send the files themselves or a ZIP archive.'],
  },
  fr: {
    heic: [
      'une photo HEIC',
      'Exportez-la en JPEG et renvoyez-la. Sur un iPhone : Réglages, Appareil photo, Formats, « Le plus compatible ».',
    ],
    pages: ['un document Apple Pages', 'Dans Pages, choisissez Fichier, Exporter vers, PDF, et envoyez le PDF.'],
    keynote: [
      'une présentation Apple Keynote',
      'Dans Keynote, choisissez Fichier, Exporter vers, PDF, et envoyez le PDF.',
    ],
    wps: [
      'un document Microsoft Works',
      'Ouvrez-le dans Word ou LibreOffice, enregistrez-le en PDF, et envoyez le PDF.',
    ],
    sheet: ['un classeur d’un format ancien ou différent', 'Enregistrez-le en .xlsx ou .csv, et renvoyez-le.'],
    slides: ['une présentation', 'Enregistrez-la en PDF, et envoyez le PDF.'],
    archive: ['une archive autre que ZIP', 'Décompressez-la, et envoyez les fichiers eux-mêmes ou une archive ZIP.'],
  },
};

/** What of a container there was too much of. */
const limits: Record<Locale, Record<string, string>> = {
  en: {
    entries: 'documents',
    nesting: 'containers inside each other',
    size: 'unpacked size',
    time: 'time',
    rows: 'rows',
  },
  fr: {
    entries: 'documents',
    nesting: 'fichiers emboîtés',
    size: 'taille décompressée',
    time: 'durée',
    rows: 'lignes',
  },
};

const unnamed: [string, string] = ['?', ''];
const kindOf = (d: ErrorDetails, kinds: Record<string, [string, string]>) => kinds[d.what ?? ''] ?? unnamed;
const what = (d: ErrorDetails, names: Record<string, string>) => names[d.what ?? ''] ?? '?';
const most = (d: ErrorDetails, phrase: string) => (d.limit === undefined ? '' : `, ${phrase} ${d.limit}`);

/** Errors of mails, archives, tables and of types that are known but not read. */
export const containers = {
  convert: words(
    [
      (d) => `${file(d, 'The file')} is ${kindOf(d, foreign.en)[0]}, which can’t be read here.`,
      (d) => kindOf(d, foreign.en)[1],
    ],
    [
      (d) => `${fichier(d, 'Le fichier')} est ${kindOf(d, foreign.fr)[0]}, qui ne peut pas être lu ici.`,
      (d) => kindOf(d, foreign.fr)[1],
    ],
  ),
  converted: words(
    [
      (d) =>
        d.what === 'png'
          ? `${file(d, 'The photo')} was read with the help of a program of this machine that knows HEIC.`
          : `${file(d, 'The document')} could not be read directly and was read with the help of LibreOffice: something of it may be missing.`,
      () => 'Compare the text with the original before you rely on it, or ask the sender for a PDF.',
    ],
    [
      (d) =>
        d.what === 'png'
          ? `${fichier(d, 'La photo')} a été lue avec l’aide d’un programme de cette machine qui connaît le HEIC.`
          : `${fichier(d, 'Le document')} n’a pas pu être lu directement et l’a été avec l’aide de LibreOffice : il peut en manquer une partie.`,
      () => 'Comparez le texte à l’original avant de vous y fier, ou demandez un PDF à l’expéditeur.',
    ],
  ),
  'container-limit': words(
    [
      (d) =>
        `${file(d, 'The file')} holds more than can be opened at once (${what(d, limits.en)}${most(d, 'the limit is')}).`,
      () => 'What came before was read. Split the rest into several files, or raise the limit in the options.',
    ],
    [
      (d) =>
        `${fichier(d, 'Le fichier')} contient plus que ce qui peut être ouvert en une fois (${what(d, limits.fr)}${most(d, 'la limite est')}).`,
      () =>
        'Ce qui précède a été lu. Répartissez le reste en plusieurs fichiers, ou relevez la limite dans les options.',
    ],
  ),
  'not-candidates': words(
    [
      (d) => `${file(d, 'The table')} does not look like a list of candidates.`,
      () =>
        'Name the columns in the first row (First name, Last name, E-mail, Job title…), one candidate a row, and send it again.',
    ],
    [
      (d) => `${fichier(d, 'Le tableau')} ne ressemble pas à une liste de candidats.`,
      () =>
        'Nommez les colonnes dans la première ligne (Nom, Prénom, E-mail, Poste…), un candidat par ligne, et renvoyez le fichier.',
    ],
  ),
};
