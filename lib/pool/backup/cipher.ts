import { createCipheriv, createDecipheriv, randomBytes, scrypt, type ScryptOptions } from 'node:crypto';
import { promisify } from 'node:util';
import { VivierError } from '../../errors';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);
/** As keyring.ts; see there. */
const SCRYPT = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };

const MAGIC = Buffer.from('VIVIERPOOL1\n');
const SALT_BYTES = 16;
const PREFIX_BYTES = 7;
const TAG_BYTES = 16;
const FRAME_BYTES = 64 * 1024;
const HEADER_BYTES = MAGIC.length + SALT_BYTES + PREFIX_BYTES;

export const MIN_PASSPHRASE = 12;

/**
 * Encrypts a stream in frames of 64 KiB, so that neither side holds more than one in memory: AES-256-GCM in the STREAM construction (Hoang,
 * Reyhanitabar, Rogaway, Vizár 2015). Each nonce is a random prefix, the frame's number and whether it is the last: frames can't be
 * changed, left out, moved or cut off at the end unnoticed. The key comes from the passphrase by scrypt.
 */
export async function* encrypt(chunks: AsyncIterable<Uint8Array>, passphrase: string): AsyncGenerator<Buffer> {
  const salt = randomBytes(SALT_BYTES);
  const prefix = randomBytes(PREFIX_BYTES);
  const key = await derive(passphrase, salt, 32, SCRYPT);
  yield Buffer.concat([MAGIC, salt, prefix]);
  let waiting: Buffer[] = [];
  let bytes = 0;
  let number = 0;
  for await (const chunk of chunks) {
    waiting.push(Buffer.from(chunk));
    bytes += chunk.length;
    if (bytes <= FRAME_BYTES) continue;
    let rest = Buffer.concat(waiting);
    for (; rest.length > FRAME_BYTES; rest = rest.subarray(FRAME_BYTES)) {
      yield sealFrame(key, nonceOf(prefix, number++, false), rest.subarray(0, FRAME_BYTES));
    }
    waiting = [rest];
    bytes = rest.length;
  }
  yield sealFrame(key, nonceOf(prefix, number, true), Buffer.concat(waiting));
}

/** @throws VivierError `backup-invalid` when the passphrase is wrong or a single bit was changed or is missing. */
export async function* decrypt(chunks: AsyncIterable<Uint8Array>, passphrase: string): AsyncGenerator<Buffer> {
  const size = FRAME_BYTES + TAG_BYTES;
  let rest: Buffer = Buffer.alloc(0);
  let key: Buffer | null = null;
  let prefix: Buffer = Buffer.alloc(0);
  let number = 0;
  let waiting: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    waiting.push(Buffer.from(chunk));
    bytes += chunk.length;
    // A frame is opened only when there is more behind it: the last one has another nonce.
    if (bytes <= size + HEADER_BYTES) continue;
    rest = Buffer.concat(waiting);
    if (!key) ({ key, prefix, rest } = await readHeader(rest, passphrase));
    for (; rest.length > size; rest = rest.subarray(size)) {
      yield openFrame(key, nonceOf(prefix, number++, false), rest.subarray(0, size));
    }
    waiting = [rest];
    bytes = rest.length;
  }
  rest = Buffer.concat(waiting);
  if (!key) ({ key, prefix, rest } = await readHeader(rest, passphrase));
  for (; rest.length > size; rest = rest.subarray(size)) {
    yield openFrame(key, nonceOf(prefix, number++, false), rest.subarray(0, size));
  }
  yield openFrame(key, nonceOf(prefix, number, true), rest);
}

async function readHeader(bytes: Buffer, passphrase: string) {
  if (bytes.length < HEADER_BYTES || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) throw invalidBackup('format');
  const salt = bytes.subarray(MAGIC.length, MAGIC.length + SALT_BYTES);
  const prefix = Buffer.from(bytes.subarray(MAGIC.length + SALT_BYTES, HEADER_BYTES));
  const key = await derive(passphrase, salt, 32, SCRYPT);
  return { key, prefix, rest: bytes.subarray(HEADER_BYTES) };
}

function nonceOf(prefix: Buffer, number: number, last: boolean): Buffer {
  const end = Buffer.alloc(5);
  end.writeUInt32BE(number);
  end[4] = last ? 1 : 0;
  return Buffer.concat([prefix, end]);
}

function sealFrame(key: Buffer, nonce: Buffer, bytes: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([sealed, cipher.getAuthTag()]);
}

function openFrame(key: Buffer, nonce: Buffer, frame: Buffer): Buffer {
  if (frame.length < TAG_BYTES) throw invalidBackup('cut off');
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(frame.subarray(frame.length - TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(frame.subarray(0, -TAG_BYTES)), decipher.final()]);
  } catch (error) {
    throw invalidBackup('wrong passphrase or damaged', error);
  }
}

export function invalidBackup(reason: string, cause?: unknown): VivierError {
  return new VivierError('backup-invalid', { reason }, { cause });
}
