import { strFromU8, strToU8, type Unzipped, zipSync } from 'fflate';
import { VivierError } from '../../errors';
import { wordToPdf } from '../../extract';
import type { Profile } from '../../profile';
import { clean } from '../clean';
import { escapeHtml } from '../html';
import { zipped } from '../stamp';
import { type Fault, faultsIn, faultsInWords } from './check';
import { templateData, type TemplateOptions } from './data';
import { openTemplate } from './open';
import type { Value } from './placeholders';

export { FIELDS as TEMPLATE_FIELDS, type Field, type Fields } from './placeholders';
export type { TemplateOptions } from './data';

export interface Template {
  data: Uint8Array;
  fileName: string;
}

/**
 * A company's own Word template, filled with a profile. Placeholders are names alone, looked up and never computed. All faults of a template are told at once, each
 * with its place. Throws `template`, `template-unsafe`, `zip-bomb`, `corrupt`, `unknown-type`, `too-large`.
 */
export async function fillTemplate(template: Template, profile: Profile, options: TemplateOptions): Promise<Buffer> {
  const { fileName } = template;
  const parts = openTemplate(template.data, fileName);
  const faults = Object.keys(parts).flatMap((name) => {
    const part = partOf(name);
    return part ? faultsIn(strFromU8(parts[name]), part) : [];
  });
  if (faults.length > 0) throw new VivierError('template', { fileName, what: faultsInWords(faults, options.locale) });
  const values = templateData(profile, options);
  const filled = await fill(withNote(parts, String(values.machineNote)), values, fileName);
  return zipped(filled, profile.meta.referenceDate);
}

/** The same as PDF, by LibreOffice. Throws also `needs-libreoffice`, and `convert` when it can't. */
export async function templateToPdf(docx: Uint8Array, signal?: AbortSignal): Promise<Buffer> {
  return Buffer.from(await wordToPdf(docx, signal));
}

function partOf(name: string): Fault['part'] | null {
  if (name === 'word/document.xml') return 'body';
  if (/^word\/header\d*\.xml$/.test(name)) return 'header';
  return /^word\/footer\d*\.xml$/.test(name) ? 'footer' : null;
}

const NOTE = /\{\s*(?:mention|machineNote)\s*\}/;

/** Where the template has no place for the line that says that a machine helped, it stands at the end. */
function withNote(parts: Unzipped, note: string): Unzipped {
  const texts = Object.keys(parts)
    .filter(partOf)
    .map((name) => strFromU8(parts[name]).replace(/<[^>]+>/g, ''));
  if (texts.some((text) => NOTE.test(text))) return parts;
  const body = 'word/document.xml';
  const line = `<w:p><w:pPr><w:spacing w:before="240"/></w:pPr><w:r><w:rPr><w:i/><w:color w:val="5B6875"/><w:sz w:val="15"/></w:rPr><w:t xml:space="preserve">${escapeHtml(note)}</w:t></w:r></w:p>`;
  const xml = strFromU8(parts[body]);
  const end =
    xml.lastIndexOf('<w:sectPr') > xml.lastIndexOf('</w:p>')
      ? xml.lastIndexOf('<w:sectPr')
      : xml.lastIndexOf('</w:body>');
  return { ...parts, [body]: strToU8(xml.slice(0, end) + line + xml.slice(end)) };
}

/** Nothing but a look at the name: inner lists first, then what is around them. */
const lookUp = (tag: string) => ({
  get: (scope: Record<string, Value>): Value | undefined =>
    Object.prototype.hasOwnProperty.call(scope, tag.trim()) ? scope[tag.trim()] : undefined,
});

async function fill(parts: Unzipped, values: Record<string, Value>, fileName: string): Promise<Unzipped> {
  const [{ default: PizZip }, { default: Docxtemplater }] = await Promise.all([
    import('pizzip'),
    import('docxtemplater'),
  ]);
  try {
    // Unpacked once with limits, it is handed on without compression.
    const document = new Docxtemplater(new PizZip(zipSync(parts, { level: 0 })), {
      ...{ paragraphLoop: true, linebreaks: true, parser: lookUp },
      nullGetter: () => '',
    });
    document.render(cleaned(values));
    return openTemplate(document.getZip().generate({ type: 'uint8array' }), fileName);
  } catch (error) {
    if (error instanceof VivierError) throw error;
    throw new VivierError('template', { fileName, what: reasonOf(error) }, { cause: error });
  }
}

/** docxtemplater's own words for what our check has not seen, for example a list that begins in one cell of a table and ends in another. */
function reasonOf(error: unknown): string {
  const { properties } = error as {
    properties?: { explanation?: string; errors?: { properties?: { explanation?: string } }[] };
  };
  const all = properties?.errors?.map((one) => one.properties?.explanation) ?? [properties?.explanation];
  return all.filter(Boolean).join(' ');
}

const cleaned = (values: Record<string, Value>): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(cleaned) : clean(value ?? ''),
    ]),
  );
