import { readFileSync } from 'node:fs';
import path from 'node:path';
import { read } from './support/read';

/** Found by fuzzing (scripts/fuzz.mjs): half of the page's objects were moved. */
const damaged = readFileSync(path.join(__dirname, '../../fixtures/extract/damaged-annotation.pdf'));

it('a PDF that opens but whose page breaks pdf.js is damaged, not a fault of Vivier’s', async () => {
  await expect(read(damaged, 'cv.pdf', { ocr: 'never' })).rejects.toMatchObject({
    code: 'corrupt',
    details: { reason: 'page 1' },
  });
});
