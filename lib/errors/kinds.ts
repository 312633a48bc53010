import type { Locale } from './catalogue';

/** Types known by sight that are not read: what each is, and how to make one that is. */
export const foreign: Record<Locale, Record<string, [string, string]>> = {
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
export const limits: Record<Locale, Record<string, string>> = {
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
