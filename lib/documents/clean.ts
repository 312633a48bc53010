/** Control, invisible and direction-changing characters, half surrogates and code points that are no characters. Line breaks stay. */
const UNSAFE = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\u2028\u2029]/gu;
/** Longer than a column of the PDF is wide. */
const LONG_WORD = /[^\s\u00AD\u200B]{30,}/gu;
const BREAK_EVERY = /.{1,15}/gu;

/** Text that is safe to lay out: well-formed, without control or direction characters. */
export function clean(text: string): string {
  return text.replace(/\t/g, ' ').replace(UNSAFE, '');
}

/**
 * As `clean`, with places where a very long word may break and nothing is seen: pdfmake, unlike browsers and Word, breaks at such places only. None of the
 * embedded fonts has the narrow no-break space: the wide one stands for it.
 */
export function breakable(text: string): string {
  return clean(text)
    .replace(/\u202F/g, '\u00A0')
    .replace(LONG_WORD, (word: string) => (word.match(BREAK_EVERY) ?? [word]).join('\u200B'));
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
