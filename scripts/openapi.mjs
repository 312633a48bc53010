// Writes docs/openapi.json from what Vivier API Trigger checks requests against (npm run build first). A test compares the two.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { format } from 'prettier';
import { root } from './lib/paths.mjs';

const { openApi } = createRequire(import.meta.url)('../dist/lib/api/index.js');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const file = join(root, 'docs', 'openapi.json');
writeFileSync(file, await format(JSON.stringify(openApi(version)), { parser: 'json', printWidth: 120 }));
