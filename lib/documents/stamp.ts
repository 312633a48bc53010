import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { mended } from './mended';

/** ZIP knows no date before 1980. */
const ZIP_EPOCH = Date.UTC(1980, 0, 2);

/** The same document with one fixed date in its properties and its archive, instead of the moment that it was made. */
export function stamped(docx: Uint8Array, day: string): Buffer {
  return zipped(unzipSync(docx), day);
}

/** The parts of a document as one, mended, with fixed dates. */
export function zipped(parts: Zippable, day: string): Buffer {
  const files = mended(parts);
  const moment = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  const date = Number.isNaN(moment.getTime()) ? new Date(0) : moment;
  const core = files['docProps/core.xml'];
  const iso = date.toISOString().replace(/\.\d+Z$/, 'Z');
  const dates = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g;
  const dated: Zippable =
    core instanceof Uint8Array ? { 'docProps/core.xml': strToU8(strFromU8(core).replace(dates, `$1${iso}`)) } : {};
  return Buffer.from(zipSync({ ...files, ...dated }, { mtime: new Date(Math.max(date.getTime(), ZIP_EPOCH)) }));
}
