import type { Profile } from '../../profile';
import type { Secrets } from '../secrets';
import { nameWords, normalise } from '../words';

/** 64 bits: no two names of a pool meet by chance. */
const DIGITS = 16;

/** The index finds people by name without holding one: each word of it is a keyed hash, spelt in letters so that it stays one word. */
export function blindName(secrets: Secrets, profile: Pick<Profile, 'identity'>): string {
  return nameWords(profile)
    .map((word) => spelt(secrets.fingerprint('name-word', word)))
    .join(' ');
}

/** The blinded forms of a word asked for: with the current key, and with those that a rotation has not finished with. */
export function blindWord(secrets: Secrets, word: string): string[] {
  const normalised = normalise(word);
  return [secrets.fingerprint('name-word', normalised), ...secrets.olderFingerprints('name-word', normalised)].map(
    spelt,
  );
}

/** A prefix that no natural word begins with, then the digits as letters a to p. */
function spelt(hash: Buffer): string {
  const digits = hash.toString('hex').slice(0, DIGITS);
  return `zqx${[...digits].map((digit) => String.fromCharCode(97 + parseInt(digit, 16))).join('')}`;
}
