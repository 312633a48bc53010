import { createHash } from 'node:crypto';

/**
 * SHA-256 of what a text says whatever file it came in: NFKC, lower case, letters, marks and digits only. White space and punctuation go altogether,
 * because line ends, hyphens, bullets and spaced-out headings differ from one format to the next. The same words in another order give another value.
 */
export function textFingerprint(text: string): string {
  const bare = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
  return createHash('sha256').update(bare).digest('hex');
}
