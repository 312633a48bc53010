import { fichier, file, words } from './wording';

/** Errors about Word templates that people made. */
export const templates = {
  template: words(
    [
      (d) => `${file(d, 'The template')} can’t be filled. ${d.what ?? ''}`,
      () =>
        'Open the template in Word, correct the places named above, save it and run again. The guide “Templates” lists all placeholders.',
    ],
    [
      (d) => `${fichier(d, 'Le modèle')} ne peut pas être rempli. ${d.what ?? ''}`,
      () =>
        'Ouvrez le modèle dans Word, corrigez les endroits indiqués ci-dessus, enregistrez puis relancez. Le guide « Modèles » donne tous les champs.',
    ],
  ),
  'template-unsafe': words(
    [
      (d) =>
        `${file(d, 'The template')} was refused: it contains ${d.what ?? 'something that a template must not contain'}.`,
      () => 'Save it in Word as a plain document (.docx) without macros, linked pictures or embedded objects.',
    ],
    [
      (d) =>
        `${fichier(d, 'Le modèle')} a été refusé : il contient ${d.what ?? 'ce qu’un modèle ne doit pas contenir'}.`,
      () => 'Enregistrez-le dans Word comme simple document (.docx), sans macros, images liées ni objets incorporés.',
    ],
  ),
  'needs-libreoffice': words(
    [
      () => 'LibreOffice is needed to make a PDF of your own Word template, and it isn’t installed here.',
      () =>
        'Choose Word as the format, or ask your administrator to install LibreOffice. The built-in styles make PDF files without it.',
    ],
    [
      () => 'Il faut LibreOffice pour tirer un PDF de votre propre modèle Word, et il n’est pas installé ici.',
      () =>
        'Choisissez le format Word, ou demandez à votre administrateur d’installer LibreOffice. Les styles intégrés produisent des PDF sans lui.',
    ],
  ),
};
