import { asOnPage, inReadingDirection } from '../../../lib/extract/layout/bidi';
import { lettersToWords } from '../../../lib/extract/layout/words';
import { lineText, wordsToLines } from '../../../lib/extract/layout/lines';

const onPage = (text: string) => [...text].reverse().join('');

describe('names written from right to left', () => {
  it.each(['محمد بن سالم', 'דוד בן גוריון'])('%s is read in its own order', (name) => {
    expect(inReadingDirection(onPage(name))).toBe(name);
  });

  it('keeps the direction of what stands around it and of numbers in it', () => {
    expect(inReadingDirection(`Nom : ${onPage('محمد بن سالم')}, né en 1990`)).toBe('Nom : محمد بن سالم, né en 1990');
    // On the page: the year to the left, the word to its right.
    expect(inReadingDirection(`1990 ${onPage('تونس')}`)).toBe('تونس 1990');
    expect(inReadingDirection(`Excel 2019 ${onPage('خبرة طويلة في استعمال')}`)).toBe(
      'خبرة طويلة في استعمال Excel 2019',
    );
    expect(inReadingDirection(`(${onPage('تونس')}) ${onPage('محمد')}`)).toBe('محمد (تونس)');
  });

  it('leaves other lines as they are', () => {
    for (const line of ['Léa (Nîmes) 2019 – 2021', 'Иван Петров', '', '山田 太郎'])
      expect(inReadingDirection(line)).toBe(line);
  });

  it('takes a joined shape for its letters, in their order', () => {
    // ARABIC LIGATURE LAM WITH ALEF ISOLATED FORM: one glyph, two letters.
    expect(inReadingDirection(asOnPage('\uFEFB'))).toBe('لا');
  });

  const letter = (text: string, i: number) =>
    ({ text, x0: 100 + i * 7, x1: 106 + i * 7, y: 50, size: 11, bold: false, isSpace: text === ' ' }) as const;

  it('is read from the places of its letters on the page', () => {
    const [line] = wordsToLines(lettersToWords([...onPage('محمد بن سالم')].map(letter)));
    expect(lineText(line)).toBe('محمد بن سالم');
  });

  it('is put in order when recognised: words come in their own order, from left to right', () => {
    const word = (text: string, i: number) => ({
      text,
      x0: i * 50,
      x1: i * 50 + 40,
      y: 50,
      size: 11,
      bold: false,
      confidence: 0.9,
    });
    const [line] = wordsToLines(['סאלם', 'בן', 'דוד'].map(word));
    expect(lineText(line)).toBe('דוד בן סאלם');
  });
});
