import { strToU8, unzipSync, zipSync } from 'fflate';
import { AlignmentType, BorderStyle, Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';

const ACCENT = '1F4E63';
const FIXED = '2026-01-15T00:00:00Z';

const text = (content, run = {}, paragraph = {}) =>
  new Paragraph({ ...paragraph, children: [new TextRun({ text: content, ...run })] });
const heading = (content) =>
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    keepNext: true,
    spacing: { before: 260, after: 80 },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: ACCENT, space: 2 } },
    children: [new TextRun({ text: content, bold: true, size: 24, color: ACCENT, font: 'Calibri' })],
  });
const small = { size: 18, color: '5B6875' };

/** Words of the example template; the placeholders are the same file's in either language. */
export const TEMPLATES = {
  'dossier-de-competences.docx': [
    text('{entreprise}', { ...small, bold: true }, { alignment: AlignmentType.RIGHT }),
    text('{nom}', { size: 48, bold: true, color: ACCENT }),
    text('{titre}', { size: 24, color: '5B6875' }, { spacing: { after: 160 } }),
    text('{#poste}'),
    text('Présenté pour le poste : {poste}', { italics: true }),
    text('{/poste}'),
    text('{profil}', {}, { spacing: { after: 120 } }),
    heading('Compétences'),
    text('{#groupes_competences}'),
    new Paragraph({ children: [new TextRun({ text: '{groupe} ', bold: true }), new TextRun('{competences}')] }),
    text('{/groupes_competences}'),
    heading('Expériences'),
    text('{#experiences}'),
    new Paragraph({
      keepNext: true,
      spacing: { before: 120 },
      children: [new TextRun({ text: '{intitule}', bold: true }), new TextRun({ text: '   {dates}', ...small })],
    }),
    text('{lieu}', small, { keepNext: true }),
    text('{#lignes}'),
    text('{texte}', {}, { bullet: { level: 0 } }),
    text('{/lignes}'),
    text('{/experiences}'),
    heading('Formations'),
    text('{#formations}'),
    text('{intitule}, {lieu} ({dates})'),
    text('{/formations}'),
    heading('Langues'),
    text('{#langues}'),
    text('{langue} : {niveau}'),
    text('{/langues}'),
    text('{mention}', { ...small, size: 16, italics: true }, { spacing: { before: 300 } }),
  ],
};

/** @returns {Promise<Buffer>} the same bytes for the same words */
export async function templateBytes(children) {
  const document = new Document({
    title: 'Dossier de compétences',
    creator: 'Vivier',
    styles: { default: { document: { run: { font: 'Calibri', size: 20 } } } },
    sections: [{ children }],
  });
  const files = unzipSync(await Packer.toBuffer(document));
  const core = new TextDecoder().decode(files['docProps/core.xml']);
  files['docProps/core.xml'] = strToU8(core.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${FIXED}`));
  return Buffer.from(zipSync(files, { mtime: new Date(FIXED) }));
}
