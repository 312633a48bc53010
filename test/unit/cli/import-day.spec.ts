import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { closeIdlePools, openPool } from '../../../lib/pool';
import { tempFolder, vivier } from './run';

jest.setTimeout(240_000);
afterAll(closeIdlePools);

const work = tempFolder();
const KEYS = { VIVIER_POOL: join(work, 'pool'), VIVIER_POOL_KEY: 'a key of the pool' };

/** A Word file that was last changed on a day of its own. */
function wordFile(lines: string[], modified: string): Uint8Array {
  const paragraphs = lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('');
  const types =
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>';
  const rels =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>';
  const body = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs}</w:body></w:document>`;
  const core = `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dcterms:modified xsi:type="dcterms:W3CDTF">${modified}T10:00:00Z</dcterms:modified></cp:coreProperties>`;
  return zipSync({
    '[Content_Types].xml': strToU8(types),
    '_rels/.rels': strToU8(rels),
    'word/document.xml': strToU8(body),
    'docProps/core.xml': strToU8(core),
  });
}

it('an import counts a job that lasts until the day of the file', async () => {
  const cv = ['Paul Essai', 'paul@example.com', 'Soudeur', 'Expérience', '2019 - présent Soudeur, Atelier Fictif'];
  writeFileSync(join(work, 'paul.docx'), wordFile(cv, '2024-05-17'));
  const done = await vivier(['import', join(work, 'paul.docx'), '--engine', 'rules'], KEYS);
  expect(done.code).toBe(0);
  const pool = await openPool({ backend: 'embedded', folder: KEYS.VIVIER_POOL, encryptionKey: KEYS.VIVIER_POOL_KEY });
  const { candidates } = await pool.candidates.search({ query: 'soudeur' });
  await pool.close();
  expect(candidates.map(({ profile }) => profile.meta.referenceDate)).toEqual(['2024-05-17']);
});
