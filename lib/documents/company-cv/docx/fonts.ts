import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, type Zippable } from 'fflate';
import { fontFiles, type FontName } from '../../pdf';
import { zipped } from '../../stamp';

const FACES = { normal: 'embedRegular', bold: 'embedBold', italics: 'embedItalic' } as const;
type Face = keyof typeof FACES;
/** In the order of the schema (CT_Font). */
const FACE_ORDER: readonly Face[] = ['normal', 'bold', 'italics'];

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'http://schemas.openxmlformats.org/package/2006';

/**
 * The document with the font's faces in it, so that it looks the same where the font isn't installed, and with fixed dates. Embedded fonts are obfuscated as
 * ECMA-376, part 4, 2.8.1 asks: the first 32 bytes are XORed with the GUID that the font table names.
 */
export function withFonts(docx: Uint8Array, font: FontName | null, day: string): Buffer {
  const files: Zippable = unzipSync(docx);
  if (font) embed(files as Record<string, Uint8Array>, files, font);
  return zipped(files, day);
}

function embed(files: Record<string, Uint8Array>, target: Zippable, font: FontName): void {
  const faces = FACE_ORDER.map((face, index) => {
    const data = readFileSync(fontFiles()[font][face]);
    const guid = guidOf(data);
    target[`word/fonts/font${index + 1}.odttf`] = [obfuscated(data, guid), { level: 1 }];
    return { id: `rId${index + 1}`, element: FACES[face], guid, part: `fonts/font${index + 1}.odttf` };
  });
  const embedded = faces.map(({ element, id, guid }) => `<w:${element} r:id="${id}" w:fontKey="{${guid}}"/>`).join('');
  target['word/fontTable.xml'] = strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${RELATIONSHIPS}"><w:font w:name="${font}"><w:charset w:val="00"/><w:family w:val="auto"/><w:pitch w:val="variable"/>${embedded}</w:font></w:fonts>`,
  );
  target['word/_rels/fontTable.xml.rels'] = strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${TYPES}/relationships">${faces
      .map(({ id, part }) => `<Relationship Id="${id}" Type="${RELATIONSHIPS}/font" Target="${part}"/>`)
      .join('')}</Relationships>`,
  );
  addType(files);
  addSetting(files);
}

const FONT_TYPE =
  '<Default Extension="odttf" ContentType="application/vnd.openxmlformats-officedocument.obfuscatedFont"/>';

function addType(files: Record<string, Uint8Array>): void {
  const types = '[Content_Types].xml';
  const xml = strFromU8(files[types]);
  if (!xml.includes('Extension="odttf"')) files[types] = strToU8(xml.replace(/(<Types[^>]*>)/, `$1${FONT_TYPE}`));
}

/** Word embeds them again when it saves. The place is the one that the schema's order asks for (CT_Settings). */
function addSetting(files: Record<string, Uint8Array>): void {
  const settings = 'word/settings.xml';
  const xml = strFromU8(files[settings]);
  files[settings] = strToU8(
    xml.replace(/(<w:settings[^>]*>(?:<w:displayBackgroundShape\/>)?)/, '$1<w:embedTrueTypeFonts/>'),
  );
}

/** From the font itself, so that the same document has the same bytes. */
function guidOf(data: Uint8Array): string {
  const hash = createHash('sha256').update(data).digest('hex').toUpperCase();
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join('-');
}

function obfuscated(data: Uint8Array, guid: string): Uint8Array {
  const key = Buffer.from(guid.replace(/-/g, ''), 'hex').reverse();
  const changed = Uint8Array.from(data);
  for (let place = 0; place < 32; place += 1) changed[place] ^= key[place % 16];
  return changed;
}
