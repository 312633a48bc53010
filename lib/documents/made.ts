import { createHash } from 'node:crypto';
import type { Profile } from '../profile';

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
