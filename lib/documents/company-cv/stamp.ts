import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** ZIP knows no date before 1980. */
const ZIP_EPOCH = Date.UTC(1980, 0, 2);

/** The same document with one fixed date in its properties and its archive, instead of the moment that it was made. */
export function stamped(docx: Uint8Array, day: string): Buffer {
  const files = unzipSync(docx);
  const moment = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  const date = Number.isNaN(moment.getTime()) ? new Date(0) : moment;
  const core = 'docProps/core.xml';
  if (files[core]) {
    const iso = date.toISOString().replace(/\.\d+Z$/, 'Z');
    files[core] = strToU8(strFromU8(files[core]).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${iso}`));
  }
  return Buffer.from(zipSync(files, { mtime: new Date(Math.max(date.getTime(), ZIP_EPOCH)) }));
}
