/** The endings that turn a deed into its verb or its doer: « encadrement », « encadrer »; "recruiting", "recruiter". */
const DEED = /(?:isation|ation|ement|ition|ateur|ment|eur|ing|ion|ant|age|er|ed|e)$/;

const MOST_ROOTS = 50_000;
const knownRoots = new Map<string, string>();

/** What a verb and its noun share; only trusted where several words agree. */
export function root(stem: string): string {
  const known = knownRoots.get(stem);
  if (known !== undefined) return known;
  const shorter = stem.replace(DEED, '');
  const found = shorter.length >= 5 ? shorter : stem;
  if (knownRoots.size >= MOST_ROOTS) knownRoots.clear();
  knownRoots.set(stem, found);
  return found;
}
