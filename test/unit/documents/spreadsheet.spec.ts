import { strFromU8, unzipSync } from 'fflate';
import { renderComparison, renderShortlist } from '../../../lib/documents';
import { compareCandidates, scoreProfile } from '../../../lib/match';
import { emptyProfile } from '../../../lib/profile';
import { reportSheets } from '../../../lib/documents/report/sheets';
import { renderWorkbook } from '../../../lib/documents/spreadsheet';
import { offer, person, shortlist } from './samples';

/** The workbook's parts as text, and the values of one sheet's row: numbers as numbers, texts as texts. */
function opened(bytes: Buffer) {
  const files = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]));
  const shared = [...(files['xl/sharedStrings.xml'] ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, item]) =>
    item.replace(/<[^>]+>/g, ''),
  );
  const row = (sheet: number, number: number) => {
    const xml = files[`xl/worksheets/sheet${sheet}.xml`];
    const [, cells = ''] = new RegExp(`<row r="${number}"[^>]*>(.*?)</row>`, 's').exec(xml) ?? [];
    return [...cells.matchAll(/<c r="[A-Z]+\d+"([^>]*)>(?:<v>(.*?)<\/v>)?/g)].map(([, attributes, value]) =>
      attributes.includes('t="s"') ? shared[Number(value)] : Number(value),
    );
  };
  return { files, row };
}

describe('workbook of a shortlist', () => {
  it('has the ranking, the criteria and a note, each with a frozen head row and widths', async () => {
    const { files } = opened(await renderShortlist(shortlist(), 'xlsx'));
    for (const name of ['Classement', 'Critère par critère', 'À lire'])
      expect(files['xl/workbook.xml']).toContain(`name="${name}"`);
    for (const sheet of [1, 2, 3]) {
      expect(files[`xl/worksheets/sheet${sheet}.xml`]).toMatch(/<pane ySplit="1"[^>]*state="frozen"/);
      expect(files[`xl/worksheets/sheet${sheet}.xml`]).toContain('customWidth="1"');
    }
  });

  it('gives rank, score and points as numbers', async () => {
    const data = shortlist();
    const { row } = opened(await renderShortlist(data, 'xlsx'));
    const [{ score }] = data.rows;
    const cells = row(1, 2);
    expect(cells.slice(0, 2)).toEqual([1, 'Élodie Noël']);
    expect(cells).toContain(score.score);
    expect(row(2, 2)).toEqual(expect.arrayContaining([score.criteria[0].points, score.criteria[0].maxPoints]));
  });

  it('is the same bytes for the same data', async () => {
    const [first, second] = [await renderShortlist(shortlist(), 'xlsx'), await renderShortlist(shortlist(), 'xlsx')];
    expect(first.equals(second)).toBe(true);
  });
});

describe('a workbook on paper and as figures', () => {
  const sheets = [
    {
      name: "D'où viennent les candidatures de cette année",
      columns: [{ title: 'A', width: 10 }],
      rows: [[new Date('2026-01-15T00:00:00Z')]],
    },
    { name: 'B $& C', columns: [{ title: 'B', width: 10 }], rows: [[1]] },
  ];

  it('is as wide as a page, with its head row on each page and page numbers below', async () => {
    const { files } = opened(await renderWorkbook(sheets, 'fr', '2026-01-15T00:00:00Z'));
    for (const number of [1, 2]) {
      const xml = files[`xl/worksheets/sheet${number}.xml`];
      expect(xml).toMatch(/<worksheet[^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/);
      expect(xml).toMatch(/<pageSetup [^>]*fitToWidth="1" fitToHeight="0"\/><headerFooter>/);
    }
    const titles = [...files['xl/workbook.xml'].matchAll(/<definedName [^>]*>([^<]*)</g)].map(([, range]) => range);
    expect(titles).toHaveLength(2);
    for (const range of titles) expect(range).toMatch(/^'.+'!\$1:\$1$/);
    expect(titles[1]).toBe("'B $&amp; C'!$1:$1");
  });

  it('cuts the name of a sheet between words', async () => {
    const { files } = opened(await renderWorkbook(sheets, 'fr', '2026-01-15T00:00:00Z'));
    expect(files['xl/workbook.xml']).toMatch(/name="D(?:'|&apos;)où viennent les candidatures…"/);
  });

  it('has days as days, counts without a point and shares as percentages', async () => {
    const generatedAt = '2026-01-15T09:30:00Z';
    const report = {
      ...{ locale: 'fr' as const, eyebrow: 'E', title: 'T', subtitle: 'S', generatedAt },
      blocks: [
        {
          ...{ kind: 'table' as const, head: ['Jour', 'Nombre', 'Part'], widths: ['*' as const, 60, 60] },
          rows: [
            [
              { text: '5 janvier 2026', day: '2026-01-05T00:00:00Z' },
              { text: '12', value: 12 },
              { text: '25 %', value: 0.25, unit: 'percent' as const },
            ],
          ],
        },
      ],
    };
    const { row, files } = opened(await reportSheets(report));
    expect(row(1, 2)).toEqual([46027, 12, 0.25]);
    for (const format of ['dd/mm/yyyy', '0', '0.0%']) expect(formatsOf(files)).toContain(format);
    expect(formatsOf(files)).not.toContain('0.##');
  });
});

/** Formats of ECMA-376's own list (18.8.30) have a number and no text. */
function formatsOf(files: Record<string, string>): string[] {
  const own = [...files['xl/styles.xml'].matchAll(/formatCode="([^"]*)"/g)].map(([, code]) => code);
  return /numFmtId="1"/.test(files['xl/styles.xml']) ? [...own, '0'] : own;
}

describe('a workbook that hostile text goes into', () => {
  const attacks = [
    '=HYPERLINK("http://evil.example";"x")',
    '+1+1',
    '-2+3',
    '@SUM(A1)',
    '\t=1+1',
    '＝1+1',
    ' =cmd|x!A1',
  ];

  it('holds no formula, and an apostrophe before what a spreadsheet would run once saved as CSV', async () => {
    const rows = attacks.map((text) => [text]);
    const bytes = await renderWorkbook(
      [{ name: 'A', columns: [{ title: '=1', width: 10 }], rows }],
      'fr',
      '2026-01-15T00:00:00Z',
    );
    const { files, row } = opened(bytes);
    expect(Object.values(files).join('')).not.toMatch(/<f[ >]/);
    const shown = attacks.map((_, index) => row(1, index + 2)[0]);
    for (const text of shown) expect(String(text)).toMatch(/^'/);
  });

  it('is well formed with names, texts and sheets that break the rules', async () => {
    const text = `<b>&"'\u0000\uFFFF\uD800${'x'.repeat(40_000)}`;
    const names = ["a/b:c*d?[e]'", 'A B C D E', '', 'x'.repeat(60), 'X'.repeat(60)];
    const sheets = names.map((name) => ({ name, columns: [{ title: text, width: 12 }], rows: [[text], [Number.NaN]] }));
    const { files } = opened(await renderWorkbook(sheets, 'en', 'no date'));
    const given = [...files['xl/workbook.xml'].matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name);
    expect(new Set(given.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of given) expect(name).toMatch(/^[^:\\/?*[\]]{1,31}$/);
    for (const odd of ['<b>', '\u0000', '\uFFFF', 'NaN']) expect(files['xl/sharedStrings.xml']).not.toContain(odd);
  });
});

describe('a report as a workbook', () => {
  it('has a sheet for each table, with the scores as numbers, and the sentences on the last', async () => {
    const people = [person(), emptyProfile('2026-01-15')];
    const candidates = people.map((profile, index) => ({ id: `${index}`, score: scoreProfile(profile, offer) }));
    const comparison = compareCandidates(candidates);
    const bytes = await renderComparison(
      { comparison, names: { 0: '=Élodie', 1: 'B' }, generatedAt: '2026-01-15T09:30:00Z', locale: 'fr' },
      'xlsx',
    );
    const { row, files } = opened(bytes);
    const scores = comparison.candidates.map(({ score }) => score.score);
    expect(row(1, 3).filter((cell) => typeof cell === 'number')).toEqual(scores);
    expect(row(1, 1)).toContain("'=Élodie");
    expect(files['xl/sharedStrings.xml']).toContain('Une personne décide');
  });
});
