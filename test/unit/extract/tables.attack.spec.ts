import { strToU8, zipSync } from 'fflate';
import { open } from './support/open';
import { makeXlsx, rowsXml } from './support/xlsx';

const HEADER = 'Nom;Prénom;E-mail;Poste';
const noise = (length: number) => Buffer.from(Array.from({ length }, (_, i) => (i * i * 31 + i * 7) % 251));
const people = (count: number) => Array.from({ length: count }, (_, i) => `Nom${i};Prénom;p${i}@example.com;Poste`);

describe('tables that mean harm', () => {
  it('stop at the limit of rows, and say that there were more', async () => {
    const outcomes = await open([HEADER, ...people(300)].join('\n'), 'c.csv', { limits: { rows: 20 } });
    expect(outcomes.filter((o) => o.document)).toHaveLength(20);
    expect(outcomes.at(-1)?.error).toMatchObject({ code: 'container-limit', details: { what: 'rows', limit: 20 } });
  });

  it('stop at the limit of rows in a workbook, too', async () => {
    const rows = [HEADER, ...people(300)].map((line) => line.split(';'));
    const outcomes = await open(makeXlsx([{ name: 'A', data: rowsXml(rows) }]), 'c.xlsx', { limits: { rows: 20 } });
    expect(outcomes.filter((o) => o.document)).toHaveLength(20);
    expect(outcomes.at(-1)?.error?.code).toBe('container-limit');
  });

  it.each([
    ['a quote that never ends', `${HEADER}\n"Noël;Élodie;e@example.com;${'x'.repeat(100_000)}`],
    [
      'a hundred thousand columns',
      `${HEADER}${';x'.repeat(100_000)}\nNoël;Élodie;e@example.com;Soudeuse${';y'.repeat(100_000)}`,
    ],
    ['a cell of a megabyte', `${HEADER}\nNoël;Élodie;e@example.com;${'x'.repeat(1_000_000)}`],
    ['nothing but delimiters', ';'.repeat(200_000)],
    ['nothing but quotes', '"'.repeat(100_001)],
  ])('CSV: %s ends in documents or errors', async (_, text) => {
    const outcomes = await open(text, 'c.csv');
    expect(outcomes.length).toBeGreaterThan(0);
    for (const { document, error } of outcomes) {
      expect(error?.code ?? 'read').toMatch(/^(read|not-candidates|text-too-long|no-text)$/);
      expect(document?.text.length ?? 0).toBeLessThanOrEqual(100_000);
    }
  });

  it.each([
    ['cut in half', (good: Uint8Array) => good.subarray(0, good.length / 2), 'corrupt'],
    ['noise behind its mark', () => Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), noise(2000)]), 'corrupt'],
    [
      'an external entity',
      () =>
        workbookWith(
          '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet><sheetData>&e;</sheetData></worksheet>',
        ),
      'unsafe-xml',
    ],
    ['a sheet that is no XML', () => workbookWith('<worksheet><sheetData><row'), 'corrupt'],
    [
      'a sheet of a million rows that holds nothing',
      () =>
        workbookWith(
          '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>',
        ),
      'not-candidates',
    ],
    [
      'merged all over',
      () =>
        workbookWith(
          `<worksheet><sheetData>${rowsXml([['x']])}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>`,
        ),
      'not-candidates',
    ],
  ])('XLSX: %s', async (_, make, code) => {
    const good = makeXlsx([{ name: 'A', data: rowsXml([HEADER.split(';'), ['N', 'P', 'e@example.com', 'x']]) }]);
    const outcomes = await open(make(good), 'c.xlsx');
    expect(outcomes.map((o) => o.error?.code)).toEqual([code]);
  });

  it('XLSX: a bomb is refused by what it says it unpacks to', async () => {
    const bomb = makeXlsx([{ name: 'A', data: ' '.repeat(3_000_000) }]);
    const [{ error }] = await open(bomb, 'c.xlsx', { limits: { unpackedBytes: 1_000_000 } });
    expect(error?.code).toBe('zip-bomb');
  });
});

function workbookWith(sheet: string): Uint8Array {
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return zipSync({
    'xl/workbook.xml': strToU8(`<workbook xmlns:r="${rel}"><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
  });
}
