export type RtfToken =
  | { kind: 'open' }
  | { kind: 'close' }
  | { kind: 'word'; name: string; value: number | null }
  /** One byte in the current font's code page. */
  | { kind: 'byte'; value: number }
  | { kind: 'text'; text: string };

const WORD = /\\([a-z]+)(-?\d{1,10})? ?/iy;
const PLAIN = /[^\\{}\r\n]+/y;

/** The tokens of an RTF text that was read byte by byte (Latin-1). `\bin` data is skipped. */
export function* rtfTokens(source: string): Generator<RtfToken> {
  for (let at = 0; at < source.length;) {
    const c = source[at];
    if (c === '{' || c === '}') {
      yield { kind: c === '{' ? 'open' : 'close' };
      at++;
    } else if (c === '\\') {
      WORD.lastIndex = at;
      const word = WORD.exec(source);
      if (word) {
        const value = word[2] === undefined ? null : Number(word[2]);
        at = WORD.lastIndex;
        if (word[1] === 'bin') at += Math.max(0, value ?? 0);
        else yield { kind: 'word', name: word[1], value };
      } else if (source[at + 1] === "'") {
        yield { kind: 'byte', value: parseInt(source.slice(at + 2, at + 4), 16) || 0x3f };
        at += 4;
      } else {
        yield { kind: 'word', name: source[at + 1] ?? '', value: null };
        at += 2;
      }
    } else if (c === '\r' || c === '\n') {
      at++;
    } else {
      PLAIN.lastIndex = at;
      const text = PLAIN.exec(source)?.[0] ?? c;
      at += text.length;
      yield { kind: 'text', text };
    }
  }
}
