import { build } from './lib/build.mjs';
import { fail } from './lib/words.mjs';

await build({ force: true }).catch(fail);
