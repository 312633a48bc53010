import { dirname, join } from 'node:path';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';

/**
 * PDF bytes of a definition, with the fonts that pdfmake ships (Latin, Greek and Cyrillic; others show as empty boxes). Reads no file but those
 * fonts and no address. The dates in the metadata are the one given, so that the same input gives the same bytes.
 */
export async function renderPdf(definition: TDocumentDefinitions, generatedAt: string): Promise<Buffer> {
  const { default: pdfmake } = await import('pdfmake');
  const Roboto = robotoFiles();
  const fontFiles = new Set(Object.values(Roboto));
  pdfmake.setFonts({ Roboto });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => fontFiles.has(path));
  const moment = new Date(generatedAt);
  const date = Number.isNaN(moment.getTime()) ? new Date(0) : moment;
  const info = { ...definition.info, creationDate: date, modDate: date };
  return await pdfmake.createPdf({ ...definition, info }).getBuffer();
}

function robotoFiles() {
  const folder = join(dirname(require.resolve('pdfmake/package.json')), 'fonts', 'Roboto');
  return {
    normal: join(folder, 'Roboto-Regular.ttf'),
    bold: join(folder, 'Roboto-Medium.ttf'),
    italics: join(folder, 'Roboto-Italic.ttf'),
    bolditalics: join(folder, 'Roboto-MediumItalic.ttf'),
  };
}
