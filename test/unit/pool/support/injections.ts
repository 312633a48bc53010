import { VivierError } from '../../../../lib/errors';

/** Texts that try to be more than a value. */
export const CORPUS = [
  `'; drop table vivier_personal.candidates; --`,
  `' or '1'='1`,
  `" or ""="`,
  `') or true --`,
  `1; delete from vivier.job_offers`,
  `\\'; update vivier.job_offers set title = 'owned'; --`,
  `$$; drop schema vivier cascade; $$`,
  `' union select material::text from vivier.pool_keys --`,
  `$1 $2 :name ? %s {0}`,
  `%' or title like '%`,
  `/* */ ; select pg_sleep(10) -- `,
  `'||(select password from pg_user)||'`,
  `{"$ne": null}`,
  `a & | ! <-> b:* (`,
  `"unbalanced -`,
  `\\`,
  `null\u0000byte'; drop table x; --`,
  `\ud800 half a pair`,
  `‮'; --⁦`,
  `__proto__`,
  // Quotes of other alphabets, which some servers fold into the plain one.
  `’; drop table vivier_personal.candidates; --`,
  `＇ or ＇1＇=＇1`,
  `“ʼ\u02bc‘”`,
  `U&'\\0027'; E'\\047'`,
  `%27%3B%20drop%20table`,
  // Casts, arrays, JSON paths, columns of their own.
  `1::regclass`,
  `'::regclass::text`,
  `{"a","b'}`,
  `array['x'] || '{}'`,
  `$.a[*] ? (@ > 1)`,
  `updated_at desc; --`,
  `candidate.search_vector`,
  `vivier.pool_keys`,
  // Patterns and words of the search.
  `%_\\%`,
  `'chat':1A & !'b':*`,
  `soudeur <-> (tig | mig):*AB`,
  `-"" or -* or "`,
  `line\r\n; commit; --`,
];

/** The call may be refused with an error of ours; anything else means that the text got through to the database as more than a value. */
export async function attempt(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'done';
  } catch (error) {
    return error instanceof VivierError ? error.code : `not ours: ${String(error)}`;
  }
}
