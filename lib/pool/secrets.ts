import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { VivierError } from '../errors';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** First byte of a sealed value. Values written before an encryption key was set stay readable. */
const PLAIN = 0;
const ENCRYPTED = 1;

/** A key of the pool as kept in `vivier.pool_keys`, with its material already unwrapped. */
export interface PoolKey {
  id: number;
  /** Whether the encryption key of the credential protects the material; only then are values encrypted with it. */
  wrapped: boolean;
  material: Buffer;
  /** See `vivier.pool_keys`. */
  retired?: boolean;
}

interface DerivedKey {
  id: number;
  retired: boolean;
  wrapped: boolean;
  seal: Buffer;
  fingerprint: Buffer;
  audit: Buffer;
}

/**
 * Seals values, fingerprints what duplicates are found by, and signs the audit chain. Each use has its own key, derived by HKDF
 * (RFC 5869) from the pool's newest key.
 */
export class Secrets {
  readonly #keys: Map<number, DerivedKey>;
  readonly #current: DerivedKey;

  /** @param keys at least one; the one with the highest id is used for what is written from now on. */
  constructor(keys: PoolKey[]) {
    this.#keys = new Map(keys.map((key) => [key.id, derive(key)]));
    const current = this.#keys.get(Math.max(...keys.map((key) => key.id)));
    if (!current) throw new VivierError('internal', { reason: 'the pool has no key' });
    this.#current = current;
  }

  get encrypted(): boolean {
    return this.#current.wrapped;
  }

  get currentKeyId(): number {
    return this.#current.id;
  }

  /**
   * AES-256-GCM with a fresh nonce: format byte, key id, nonce, tag, ciphertext. Without an encryption key the bytes stay as they are.
   * @param about names the row and column; a value moved to another row no longer opens.
   */
  seal(bytes: Uint8Array, about: string): Buffer {
    if (!this.#current.wrapped) return Buffer.concat([Buffer.from([PLAIN]), bytes]);
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.#current.seal, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.from(about));
    const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
    const keyId = Buffer.alloc(2);
    keyId.writeUInt16BE(this.#current.id);
    return Buffer.concat([Buffer.from([ENCRYPTED]), keyId, nonce, cipher.getAuthTag(), sealed]);
  }

  /** @throws VivierError `internal` when the value was changed, moved, or sealed with a key that is not in the pool. */
  open(sealed: Uint8Array, about: string): Buffer {
    const bytes = Buffer.from(sealed);
    if (bytes[0] === PLAIN) return bytes.subarray(1);
    const key = bytes[0] === ENCRYPTED && bytes.length > 3 ? this.#keys.get(bytes.readUInt16BE(1)) : undefined;
    if (!key) throw new VivierError('internal', { reason: 'a stored value has an unknown key' });
    return decrypt(key.seal, bytes.subarray(3), about);
  }

  /** What a value sealed today begins with; see `seal`. */
  get currentPrefix(): Buffer {
    if (!this.#current.wrapped) return Buffer.from([PLAIN]);
    const prefix = Buffer.from([ENCRYPTED, 0, 0]);
    prefix.writeUInt16BE(this.#current.id, 1);
    return prefix;
  }

  /** Keys that a rotation has not finished with. */
  get olderKeyIds(): number[] {
    return [...this.#keys.values()].filter((key) => !key.retired && key.id !== this.#current.id).map((key) => key.id);
  }

  /** A keyed hash: equal values can be told, but the value can't be guessed from the database alone. */
  fingerprint(kind: string, value: string): Buffer {
    return createHmac('sha256', this.#current.fingerprint).update(`${kind}\0${value}`).digest();
  }

  /** The same with the keys that a rotation has not finished with. */
  olderFingerprints(kind: string, value: string): Buffer[] {
    const keys = [...this.#keys.values()].filter((key) => !key.retired && key.id !== this.#current.id);
    return keys.map((key) => createHmac('sha256', key.fingerprint).update(`${kind}\0${value}`).digest());
  }

  /** @returns null when the key that signed the entry is not in the pool. */
  chain(keyId: number, previous: Uint8Array, entry: string): Buffer | null {
    const key = this.#keys.get(keyId);
    return key ? createHmac('sha256', key.audit).update(previous).update(entry).digest() : null;
  }
}

function decrypt(key: Buffer, bytes: Buffer, about: string): Buffer {
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(about));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  } catch (error) {
    throw new VivierError('internal', { reason: 'a stored value was changed outside Vivier' }, { cause: error });
  }
}

function derive(key: PoolKey): DerivedKey {
  const of = (use: string) => Buffer.from(hkdfSync('sha256', key.material, '', `vivier ${use}`, KEY_BYTES));
  return {
    id: key.id,
    retired: key.retired === true,
    wrapped: key.wrapped,
    seal: of('seal'),
    fingerprint: of('fingerprint'),
    audit: of('audit'),
  };
}
