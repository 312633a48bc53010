import { strFromU8, unzipSync, type Unzipped } from 'fflate';
import { VivierError } from '../../errors';

/** A template is text and a few pictures. */
const MOST_BYTES = 20 * 1024 * 1024;
const MOST_UNPACKED = 60 * 1024 * 1024;
const MOST_PARTS = 2000;

/** Fields of Word that fetch or run something (ECMA-376, part 1, 17.16.5). */
const FETCHING = /\b(?:INCLUDEPICTURE|INCLUDETEXT|IMPORT|DDEAUTO|DDE|DATABASE|LINK|MACROBUTTON|RD|AUTOTEXT)\b/;

/**
 * The parts of a template, or why it is refused: sizes are added up before anything is inflated; macros, controls, embedded objects, and relations to
 * anything outside the file but ordinary links are not accepted. Throws `zip-bomb`, `corrupt`, `template-unsafe`.
 */
export function openTemplate(data: Uint8Array, fileName: string): Unzipped {
  const parts = unpacked(data, fileName);
  if (!parts['word/document.xml'] || !parts['[Content_Types].xml']) {
    throw new VivierError('unknown-type', { fileName, what: 'DOCX' });
  }
  const unsafe = whatIsUnsafe(parts);
  if (unsafe) throw new VivierError('template-unsafe', { fileName, what: unsafe });
  return parts;
}

function unpacked(data: Uint8Array, fileName: string): Unzipped {
  if (data.length > MOST_BYTES)
    throw new VivierError('too-large', { fileName, actual: data.length, limit: MOST_BYTES });
  let total = 0;
  let count = 0;
  try {
    return unzipSync(data, {
      filter: ({ originalSize }) => {
        total += originalSize;
        count += 1;
        if (total > MOST_UNPACKED || count > MOST_PARTS) throw new VivierError('zip-bomb', { fileName });
        return true;
      },
    });
  } catch (error) {
    if (error instanceof VivierError) throw error;
    throw new VivierError('corrupt', { fileName, reason: 'DOCX' }, { cause: error });
  }
}

function whatIsUnsafe(parts: Unzipped): string | null {
  const names = Object.keys(parts);
  const types = strFromU8(parts['[Content_Types].xml']);
  if (/macroEnabled|vbaProject/i.test(types) || names.some((name) => /vbaProject|vbaData/i.test(name))) return 'macros';
  if (names.some((name) => /^word\/(?:activeX|embeddings)\//i.test(name))) return 'ActiveX, OLE';
  if (names.some((name) => name.split(/[/\\]/).includes('..'))) return '..';
  for (const name of names.filter((one) => /\.(?:xml|rels)$/i.test(one))) {
    const xml = strFromU8(parts[name]);
    if (/<!DOCTYPE|<!ENTITY/i.test(xml)) return 'DOCTYPE';
    if (name.endsWith('.rels') && hasOutsideRelation(xml)) return 'TargetMode="External"';
    if (/<w:(?:altChunk|object|control|subDoc)\b/.test(xml)) return 'altChunk, OLE';
    const field = FETCHING.exec(fieldsIn(xml))?.[0];
    if (field) return field;
  }
  return null;
}

/** Links that a reader follows by a click fetch nothing by themselves. */
const hasOutsideRelation = (xml: string): boolean =>
  [...xml.matchAll(/<Relationship\b[^>]*>/g)].some(
    ([relation]) =>
      /TargetMode\s*=\s*["']External["']/i.test(relation) && !/relationships\/hyperlink["']/.test(relation),
  );

/** The instructions of fields; Word may cut one into several runs. */
const fieldsIn = (xml: string): string =>
  [...xml.matchAll(/<w:instrText[^>]*>([^<]*)<\/w:instrText>|w:instr="([^"]*)"/g)]
    .map(([, text, simple]) => text ?? simple)
    .join('');
