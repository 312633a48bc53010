/** As many answers as are kept: far more than a CV has different characters. */
const MOST = 10_000;

/** `compute` with its answers kept, for functions that are asked the same few things for each character of a page. */
export function remember<T>(compute: (text: string) => T, most = MOST): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= most) known.clear();
    const answer = compute(text);
    known.set(text, answer);
    return answer;
  };
}
