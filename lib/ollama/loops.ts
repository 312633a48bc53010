/** Characters that a repetition must fill, and how often it must come, before it is one: no real answer looks like that. */
const LEAST_LENGTH = 500;
const LEAST_TIMES = 5;
const LONGEST_PERIOD = 250;
/** A grammar allows white space between tokens, and small models may never stop writing it. */
const BLANK_RUN = 400;

/**
 * True when a text has ended in white space alone or in the same piece again and again, numbers aside (« line 7 », « line 8 »…). A model
 * that began to loop does not stop before its limit, which on a CPU takes minutes.
 */
export function isLooping(text: string): boolean {
  if (text.length >= BLANK_RUN && text.slice(-BLANK_RUN).trim() === '') return true;
  const tail = text.slice(-4 * LONGEST_PERIOD * LEAST_TIMES).replace(/\d+/g, '0');
  for (let period = 1; period <= LONGEST_PERIOD; period++) {
    const needed = Math.max(LEAST_LENGTH, period * LEAST_TIMES);
    if (tail.length < needed + period) return false;
    let at = tail.length - 1;
    const until = tail.length - needed;
    while (at >= until && tail[at] === tail[at - period]) at -= 1;
    if (at < until) return true;
  }
  return false;
}
