/** Control, invisible and direction-changing characters, half surrogates and code points that are no characters. Line breaks stay. */
const UNSAFE = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\u2028\u2029]/gu;
/** Longer than any word of a CV; a line must be able to break somewhere. */
const LONG_WORD = /[^\s\u00AD]{40,}/gu;
const BREAK_EVERY = /.{1,30}/gu;

/** Text that is safe to lay out: well-formed, without control or direction characters, and with places to break very long words. */
export function clean(text: string): string {
  return text
    .replace(/\t/g, ' ')
    .replace(UNSAFE, '')
    .replace(LONG_WORD, (word: string) => (word.match(BREAK_EVERY) ?? [word]).join(' '));
}

/** The first letters of a name's words, two at most: « A. L. ». A dash when there is no name. */
export function initials(fullName: string | null): string {
  const letters = clean(fullName ?? '')
    .split(/[\s-]+/)
    .map((word: string) => /\p{L}/u.exec(word)?.[0].toLocaleUpperCase())
    .filter((letter): letter is string => letter !== undefined);
  if (letters.length === 0) return '–';
  return [letters[0], ...(letters.length > 1 ? [letters[letters.length - 1]] : [])]
    .map((letter) => `${letter}.`)
    .join(' ');
}
