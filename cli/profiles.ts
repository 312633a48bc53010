import { basename } from 'node:path';
import { VivierError } from '../lib/errors';
import { fromJsonResume, profileSchema, type Profile } from '../lib/profile';
import { readInput } from './files';
import { words } from './words';

const FILE_BYTES = 20 * 1024 * 1024;

/** UTF-8, else what Windows editors wrote for decades. */
export async function readText(path: string): Promise<string> {
  const bytes = await readInput(path, FILE_BYTES);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/**
 * A native profile as it is, anything with JSON Resume's sections through the import.
 * @throws VivierError `invalid-json`, `invalid-input`
 */
export async function readProfile(path: string, day: string): Promise<Profile> {
  const json = parseJson(await readText(path), basename(path));
  const native = profileSchema.safeParse(json);
  if (native.success) return native.data;
  if (!isJsonResume(json)) throw new VivierError('invalid-input', { what: basename(path), reason: words.notAProfile });
  return fromJsonResume(json, day);
}

function parseJson(text: string, fileName: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new VivierError('invalid-json', { fileName }, { cause: error });
  }
}

/** A refused document's result has neither of these, so that it never becomes an empty candidate. */
const isJsonResume = (json: unknown): json is object =>
  typeof json === 'object' && json !== null && ('basics' in json || 'work' in json);
