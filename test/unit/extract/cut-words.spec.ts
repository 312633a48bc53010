import { joinCutWords } from '../../../lib/extract/text/cut-words';

const joined = (...texts: string[]) =>
  joinCutWords(texts.map((text) => ({ text, page: 1 })))
    .map((line) => line.text)
    .filter(Boolean);

describe('a word cut by a hyphen at the end of a line', () => {
  it('loses the hyphen when it stands whole elsewhere', () => {
    expect(joined('Tenue de la comp-', 'tabilité.', 'Comptabilité générale')).toEqual([
      'Tenue de la comptabilité.',
      'Comptabilité générale',
    ]);
  });

  it('keeps it when nothing tells that the hyphen is not the word’s own', () => {
    expect(joined('Nommée sous-', 'directrice en 2021')).toEqual(['Nommée sous-directrice', 'en 2021']);
  });
});
