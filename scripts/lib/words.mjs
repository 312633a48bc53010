// What a person reads while things are set up, in French or English, by the same rule as lib/errors/locale.ts.
const env = process.env;
const wanted = env.VIVIER_LANGUAGE ?? env.N8N_DEFAULT_LOCALE ?? env.LC_ALL ?? env.LC_MESSAGES ?? env.LANG ?? '';
const french = wanted.toLowerCase().startsWith('fr');

/** Picks the reader's language: `say('Ready.', 'Prêt.')`. */
export const say = (en, fr) => (french ? fr : en);

/** An error that a person can act on: printed without a stack. */
export class SetupError extends Error {
  constructor(message, hint) {
    super(message);
    this.name = 'SetupError';
    this.hint = hint;
  }
}

/** Ends the process the way every script here does: what happened, what to do, exit code 1. */
export function fail(error) {
  if (error instanceof SetupError) {
    console.error(`\n✖ ${error.message}`);
    if (error.hint) console.error(`  → ${error.hint}`);
  } else {
    console.error(error);
  }
  process.exit(1);
}
