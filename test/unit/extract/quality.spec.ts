import { qualityOf } from '../../../lib/extract/quality';
import type { ExtractedDocument, PageInfo } from '../../../lib/extract';
import { makeDocx, paragraph, run } from './support/docx';
import { column, makePdf, paint } from './support/pdf';
import { read } from './support/read';

const LINE = 'Comptable confirmée, je tiens depuis treize ans les dossiers de sociétés du bâtiment et du commerce.';
const CV = Array.from({ length: 8 }, () => LINE).join('\n');

const codes = ({ quality }: Pick<ExtractedDocument, 'quality'>) => quality.reasons.map((reason) => reason.code);

/** A document as it stands before it is judged. */
function judged(text: string, more: Partial<Parameters<typeof qualityOf>[0]> = {}) {
  const lines = text.split('\n').map((line, i) => ({ number: i + 1, page: 1, text: line }));
  const pages: PageInfo[] = [{ number: 1, width: 595, height: 842, source: 'text' }];
  const document = {
    text,
    lines,
    pages,
    hiddenText: [],
    language: 'fr',
    meta: { status: 'ok' as const, ms: 0, ocrPages: 0 },
    ...more,
  };
  return { quality: qualityOf(document, lines) };
}

const scanned = (confidence: number): PageInfo[] => [{ number: 1, width: 595, height: 842, source: 'ocr', confidence }];

describe('how far a reading can be trusted', () => {
  it('an ordinary text has nothing against it', async () => {
    expect((await read(CV, 'cv.txt')).quality).toEqual({ score: 1, reasons: [] });
  });

  it.each<[string, ReturnType<typeof judged>]>([
    ['ocr', judged(CV, { pages: scanned(0.93) })],
    ['lost-characters', judged(CV.replace(/s/g, '\uFFFD'))],
    ['lost-characters', judged(CV.replace(/[st]/g, '\uE012'))],
    [
      'empty-pages',
      judged(CV, {
        pages: [
          { number: 1, width: 595, height: 842, source: 'text' },
          { number: 2, width: 595, height: 842, source: 'none' },
        ],
      }),
    ],
    ['hidden-text', judged(CV, { hiddenText: [{ text: 'x', page: 1, reason: 'tiny' }] })],
    ['glued-words', judged(CV.replace(/(.{6})\S* \S/g, '$1Dossierstenus'))],
    ['broken-words', judged(`${CV}\nO n d i n e\tV a u q u e l i n\nC o m p t a b l e`)],
    ['partial', judged(CV, { meta: { status: 'partial', code: 'truncated', ms: 0, ocrPages: 0 } })],
    ['little-text', judged(LINE)],
    ['language-unknown', judged(CV, { language: null })],
  ])('%s', (code, document) => {
    expect(codes(document)).toEqual([code]);
    expect(document.quality.score).toBeLessThan(1);
    expect(document.quality.score).toBeGreaterThanOrEqual(0.1);
  });

  it('a page that was recognised badly counts more than one that was recognised well', () => {
    const [good, bad] = [judged(CV, { pages: scanned(0.96) }), judged(CV, { pages: scanned(0.6) })];
    expect(good.quality.score).toBeGreaterThan(0.85);
    expect(bad.quality.score).toBeLessThan(0.5);
    expect(bad.quality.reasons[0].message).toMatch(/60/);
  });

  it('names the weightiest reason first', () => {
    const document = judged(`${LINE}\n${LINE}`, { language: null, meta: { status: 'partial', ms: 0, ocrPages: 0 } });
    expect(codes(document)).toEqual(['partial', 'little-text', 'language-unknown']);
  });

  it.each([
    ['icons of a font beside contact data', CV.replace(/^/gm, '\uF095 ')],
    ['bullets and rating dots', CV.replace(/^/gm, '• ●●●○○ ')],
    [
      'names of products and long compounds',
      `${CV}\nJavaScript PostgreSQL GitHub WordPress Donaudampfschifffahrt QuickBooks`,
    ],
    [
      'addresses and single letters',
      `${CV}\nhttps://example.org/AbcdefGhijklMnopqrst a.b@example.org\nC, R, B et A : à l’ouest d’Y`,
    ],
    [
      'a script without blanks',
      `${CV}\n経理担当者として十三年間勤務し建設業および商業の会社の帳簿を管理しております。よろしくお願いします`,
    ],
  ])('%s are no flaw', (_, text) => {
    expect(judged(text).quality).toEqual({ score: 1, reasons: [] });
  });

  it('is the same for the same file', async () => {
    const data = makePdf({ pages: [paint({ text: 'Ondine', x: 60, y: 80 }), ''] });
    const [one, two] = [await read(data, 'a.pdf', { ocr: 'never' }), await read(data, 'b.pdf', { ocr: 'never' })];
    expect(one.quality).toEqual(two.quality);
    expect(codes(one)).toEqual(expect.arrayContaining(['empty-pages', 'little-text']));
  });
});

describe('a portrait', () => {
  const picture = (width: number, height: number, x: number, y: number) =>
    makePdf({
      pages: [
        [
          ...column(['Ondine Vauquelin', 'Comptable'], 60, 400),
          `q ${width} 0 0 ${height} ${x} ${842 - y - height} cm /I Do Q`,
        ].join('\n'),
      ],
      resources: '/XObject << /I 10 0 R >>',
      objects: [
        '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Length 3 >>\nstream\nabc\nendstream',
      ],
    });

  it.each([
    ['at the top right', picture(85, 113, 450, 40), true],
    ['round, in a sidebar', picture(120, 120, 30, 30), true],
    ['an icon', picture(16, 16, 60, 120), false],
    ['a banner', picture(500, 80, 40, 20), false],
    ['at the foot of the page', picture(85, 85, 450, 700), false],
    ['none', makePdf({ pages: [paint({ text: 'Ondine Vauquelin', x: 60, y: 80 })] }), false],
  ])('in a PDF, %s', async (_, data, photo) => {
    expect((await read(data, 'cv.pdf', { ocr: 'never' })).photo).toBe(photo);
  });

  const drawn = (cx: number, cy: number) =>
    makeDocx({
      body: paragraph(
        run('Ondine Vauquelin') +
          `<w:r><w:drawing><wp:anchor xmlns:wp="wp"><wp:extent cx="${cx}" cy="${cy}"/><a:graphic xmlns:a="a"><pic:pic xmlns:pic="p"/></a:graphic></wp:anchor></w:drawing></w:r>`,
      ),
    });

  it('in a Word file, by its size', async () => {
    expect((await read(drawn(1_143_000, 1_428_750), 'cv.docx')).photo).toBe(true);
    expect((await read(drawn(228_600, 228_600), 'cv.docx')).photo).toBe(false);
    expect((await read(makeDocx({ body: paragraph(run('Ondine')) }), 'cv.docx')).photo).toBe(false);
  });

  it.each([
    ['<img src="moi.jpg" width="120" height="150">', true],
    ['<img src="moi.jpg" alt="Photo d’identité">', true],
    ['<img src="logo.png" width="120" height="120">', false],
    ['<img src="x.png" width="16" height="16">', false],
    ['<img src="x.png">', null],
    ['', false],
  ])('in a page: %s', async (image, photo) => {
    expect((await read(`<html><body><p>Ondine Vauquelin</p>${image}</body></html>`, 'cv.html')).photo).toBe(photo);
  });

  it('is not looked for where a file can have none or the page itself is a picture', async () => {
    expect((await read('Ondine Vauquelin', 'cv.txt')).photo).toBeNull();
  });
});
