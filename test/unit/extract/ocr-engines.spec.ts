import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { closeExtractors } from '../../../lib/extract';
import { corrected } from '../../../lib/extract/ocr/corrections';
import { readHocr } from '../../../lib/extract/ocr/hocr';
import { smoothEnlarge } from '../../../lib/extract/ocr/picture';
import { read } from './support/read';

const scan = readFileSync(path.join(__dirname, '../../fixtures/extract/scan.png'));

/** Says that it is Tesseract 5 and fails at every picture. */
const FAILING = `#!/bin/sh
[ "$1" = --version ] && echo 'tesseract 5.3.0' && exit 0
exit 1
`;

describe('an installed Tesseract that fails', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'failing-tesseract-'));
  const { PATH } = process.env;
  beforeAll(() => {
    writeFileSync(path.join(folder, 'tesseract'), FAILING);
    chmodSync(path.join(folder, 'tesseract'), 0o755);
    process.env.PATH = `${folder}${path.delimiter}${PATH ?? ''}`;
  });
  afterAll(async () => {
    process.env.PATH = PATH;
    rmSync(folder, { recursive: true });
    await closeExtractors();
  });

  it('is replaced by tesseract.js', async () => {
    const document = await read(scan, 'scan.png');
    expect(document.text).toContain('Anne-Sophie Martin-Dubreuil');
    expect(document.pages[0].source).toBe('ocr');
  }, 60_000);
});

describe('output of an installed Tesseract', () => {
  const hocr = `<span class='ocr_line' id='line_1_1' title="bbox 270 1050 753 1092; baseline 0.01 -7; x_size 40.5; x_descenders 5; x_ascenders 8">
      <span class='ocrx_word' id='word_1_1' title='bbox 270 1050 584 1089; x_wconf 96'>R&amp;D</span>
      <span class='ocrx_word' id='word_1_2' title='bbox 608 1055 753 1092; x_wconf 41'><strong>l&#39;&lt;a&gt;</strong></span>
     </span>
     <span class='ocr_header' id='line_1_2' title="bbox 10 20 30 40; x_size 12"></span>`;

  it('gives words with their boxes and confidence, on their baseline', () => {
    const [line] = readHocr(hocr);
    expect(line.words.map((word) => [word.text, word.confidence])).toEqual([
      ['R&D', 96],
      ["l'<a>", 41],
    ]);
    expect(line.words[1].bbox).toEqual({ x0: 608, y0: 1055, x1: 753, y1: 1092 });
    expect(line.baseline.y0).toBe(1085);
    expect(line.baseline.y1).toBeCloseTo(1085 + 4.83);
    expect(line.height).toBe(40.5);
  });

  it('is read where a line has neither words nor a baseline', () => {
    const last = readHocr(hocr)[1];
    expect(last).toMatchObject({ words: [], height: 12, baseline: { x0: 10, y0: 40, x1: 30, y1: 40 } });
    expect(readHocr('')).toEqual([]);
  });
});

describe('corrections of recognised words', () => {
  it.each([
    ["I'école", "l'école"],
    ['(I’Yser', '(l’Yser'],
    ["I'm", "I'm"],
    ["I'll", "I'll"],
    ["AI'école", "AI'école"],
  ])('reads %s as %s', (text, expected) => {
    expect(corrected(text, 3)).toBe(expected);
  });

  it('tells dashes by their width', () => {
    expect([0.28, 0.5, 1].map((width) => corrected('—', width))).toEqual(['-', '–', '—']);
    expect(corrected('éco-conduite', 3)).toBe('éco-conduite');
  });
});

describe('enlargement of coarse pages', () => {
  it('keeps paper white, ink in its place, and rounds the steps between', () => {
    const data = Uint8Array.from({ length: 64 }, (_, i) => (i % 8 < 4 ? 0 : 255));
    const large = smoothEnlarge({ width: 8, height: 8, data }, 3);
    expect([large.width, large.height]).toEqual([24, 24]);
    const row = [...large.data.subarray(12 * 24, 13 * 24)];
    expect([row[0], row[23]]).toEqual([0, 255]);
    expect(row).toEqual([...row].sort((a, b) => a - b));
    expect(row.some((value) => value > 60 && value < 200)).toBe(true);
  });
});
