import { createHash } from 'node:crypto';
import type { Profile } from '../../profile';
import type { Logo } from '../types';

/** What a document was made from: enough to say why it reads as it does, and to make it again. Plain JSON. */
export interface DocumentInputs {
  /** Which part of Vivier made it, for example `letter`. */
  maker: string;
  /** `docx`, `pdf`, `md`, `html`… */
  format: string;
  /** `version` is a hash of the template's words: another wording is another version. */
  template: { name: string; version: string };
  /** All else that it was made with, in the maker's own shape. */
  options: Record<string, unknown>;
  /** See `profileSum`; null when no profile went into it. */
  profileSha256: string | null;
  offer: { id: string | null; title: string; sha256: string } | null;
  /** Null when no model took part. */
  model: { name: string; digest: string | null; promptSha256: string } | null;
  /** Of the file. */
  sha256: string;
}

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

export interface StoredPicture {
  /** Base64. */
  data: string;
  type: 'png' | 'jpg';
  width: number;
  height: number;
}

/** A logo as JSON, and back. */
export const storedLogo = (logo: Logo): StoredPicture => ({ ...logo, data: Buffer.from(logo.data).toString('base64') });
export const logoOf = (stored: StoredPicture): Logo => ({ ...stored, data: Buffer.from(stored.data, 'base64') });

type About = Pick<DocumentInputs, 'maker' | 'format' | 'template'> & Partial<Pick<DocumentInputs, 'model' | 'offer'>>;

/** The inputs of a document, with the hashes that tell whether profile and file are still the same. */
export function inputsOf(about: About, profile: Profile, options: object, data: Uint8Array): DocumentInputs {
  const plain = JSON.parse(JSON.stringify(options)) as Record<string, unknown>;
  return {
    ...{ model: null, offer: null, ...about, options: plain },
    ...{ profileSha256: profileSum(profile), sha256: sha256(data) },
  };
}

/** The same for the same profile, whatever the order of its keys. */
export const profileSum = (profile: Profile): string => sha256(sortedJson(profile));

/** JSON with its keys in order, for hashing. */
export function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    item !== null && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}
