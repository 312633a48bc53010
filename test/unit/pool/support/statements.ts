import { attempt } from './injections';

/** Everything that goes over to the database, on either backend: each statement's text and its values. */
export interface Sent {
  text: string;
  values: unknown[];
}

/** From now on; the statements themselves are carried out as always. */
export async function recordStatements(): Promise<{ sent: Sent[]; stop(): void }> {
  const [{ PGlite }, { Client }] = await Promise.all([import('@electric-sql/pglite'), import('pg')]);
  const sent: Sent[] = [];
  const spies = [PGlite.prototype, Client.prototype].map((prototype) => {
    const owner = prototype as unknown as { query: (this: unknown, ...given: unknown[]) => unknown };
    const query = owner.query;
    return jest.spyOn(owner, 'query').mockImplementation(function (this: unknown, ...given: unknown[]) {
      const [text, values] = given;
      sent.push({ text: String(text), values: Array.isArray(values) ? (values as unknown[]) : [] });
      return query.apply(this, given);
    });
  });
  return { sent, stop: () => spies.forEach((spy) => spy.mockRestore()) };
}

/** A statement as it was built, however many values its lists hold. */
export const shapeOf = ({ text }: Sent): string =>
  text
    .replace(/\$\d+/g, '$')
    .replace(/\(\$(?:, \$)*\)(?:, \(\$(?:, \$)*\))*/g, '($…)')
    .replace(/(exists \(select 1 from unnest[^)]*\) skill\s[^>]*> 0\))(?: and \1)*/g, '$1')
    .replace(/(\$ <% candidate\.search_words)(?: and \1)*/g, '$1')
    .replace(/(word_similarity\(\$, search_words\))(?: \+ \1)*/g, '$1');

/** What came of a call, after the shapes of all that it sent were handed on. */
export async function outcomeOf(call: () => Promise<unknown>, keep: (shape: string) => void): Promise<string> {
  const { sent, stop } = await recordStatements();
  try {
    return await attempt(call());
  } finally {
    stop();
    sent.forEach((one) => keep(shapeOf(one)));
  }
}
