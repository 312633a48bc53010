import { unzipSync, type Unzipped } from 'fflate';
import { VivierError } from '../../errors';
import { parseXml, type XmlElement } from '../xml/parse';

/** More parts than any CV has; each costs a name and a header. */
const MOST_ENTRIES = 5000;

export interface Archive {
  names: string[];
  has(name: string): boolean;
  xml(name: string): XmlElement | null;
  /** An XML part as text, for readers that don't want it as a tree. */
  text(name: string): string | null;
}

const isWanted = (name: string) => /\.(xml|rels)$/i.test(name) || name === 'mimetype';

/**
 * The XML parts of a DOCX or ODT. The sizes that the archive declares are added up before anything is inflated, and fflate never writes more than the
 * declared size, so that a bomb is refused without its memory being spent. Throws `zip-bomb` or `corrupt`.
 */
export function openArchive(data: Uint8Array, fileName: string, unpackedBytes: number): Archive {
  const names: string[] = [];
  let total = 0;
  let parts: Unzipped;
  try {
    parts = unzipSync(data, {
      filter: (file) => {
        names.push(file.name);
        if (names.length > MOST_ENTRIES) throw new VivierError('zip-bomb', { fileName });
        if (!isWanted(file.name)) return false;
        total += file.originalSize;
        if (total > unpackedBytes) throw new VivierError('zip-bomb', { fileName, actual: total, limit: unpackedBytes });
        return true;
      },
    });
  } catch (error) {
    if (error instanceof VivierError) throw error;
    throw new VivierError('corrupt', { fileName, reason: 'ZIP' }, { cause: error });
  }
  return {
    names,
    has: (name) => names.includes(name),
    xml: (name) => (parts[name] ? parseXml(decodeXml(parts[name]), fileName) : null),
    text: (name) => (parts[name] ? decodeXml(parts[name]) : null),
  };
}

/** XML is UTF-8 unless its mark or declaration says otherwise. */
export function decodeXml(data: Uint8Array): string {
  if (data[0] === 0xff && data[1] === 0xfe) return new TextDecoder('utf-16le').decode(data);
  if (data[0] === 0xfe && data[1] === 0xff) return new TextDecoder('utf-16be').decode(data);
  const head = Buffer.from(data.subarray(0, 200)).toString('latin1');
  const declared = /^\s*<\?xml[^>]*encoding=["']([\w-]+)["']/i.exec(head)?.[1];
  try {
    return new TextDecoder(declared ?? 'utf-8').decode(data);
  } catch {
    return new TextDecoder('utf-8').decode(data);
  }
}
