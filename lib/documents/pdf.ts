import { dirname, join } from 'node:path';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';

/**
 * PDF/A-2b bytes of a definition. Fonts are embedded: Roboto, which pdfmake ships (Latin, Greek and Cyrillic; others show as empty boxes), and Lora (Latin and
 * Cyrillic). Reads no file but those fonts and no address. The dates in the metadata are the one given, so that the same input gives the same bytes. pdfmake
 * writes no structure tree: the file is not marked as tagged.
 */
export async function renderPdf(definition: TDocumentDefinitions, generatedAt: string): Promise<Buffer> {
  const { default: pdfmake } = await import('pdfmake');
  const fonts = fontFiles();
  const allowed = new Set(Object.values(fonts).flatMap((files) => Object.values(files)));
  pdfmake.setFonts(fonts);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => allowed.has(path));
  const moment = new Date(generatedAt);
  const date = Number.isNaN(moment.getTime()) ? new Date(0) : moment;
  const info = { ...definition.info, creationDate: date, modDate: date };
  return await pdfmake
    .createPdf({ version: '1.7', subset: 'PDF/A-2b', displayTitle: true, ...definition, info })
    .getBuffer();
}

/** Where the fonts are that documents carry with them. */
export const fontFiles = () => ({ Roboto: robotoFiles(), Lora: loraFiles() });
export type FontName = keyof ReturnType<typeof fontFiles>;

function robotoFiles() {
  const folder = join(dirname(require.resolve('pdfmake/package.json')), 'fonts', 'Roboto');
  return {
    normal: join(folder, 'Roboto-Regular.ttf'),
    bold: join(folder, 'Roboto-Medium.ttf'),
    italics: join(folder, 'Roboto-Italic.ttf'),
    bolditalics: join(folder, 'Roboto-MediumItalic.ttf'),
  };
}

function loraFiles() {
  const folder = dirname(require.resolve('@expo-google-fonts/lora/package.json'));
  return {
    normal: join(folder, '400Regular', 'Lora_400Regular.ttf'),
    bold: join(folder, '600SemiBold', 'Lora_600SemiBold.ttf'),
    italics: join(folder, '400Regular_Italic', 'Lora_400Regular_Italic.ttf'),
    bolditalics: join(folder, '600SemiBold_Italic', 'Lora_600SemiBold_Italic.ttf'),
  };
}
