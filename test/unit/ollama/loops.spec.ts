import { isLooping } from '../../../lib/ollama/loops';

const entry = (index: number, name: string) =>
  JSON.stringify({ line: index, title: name, employer: `${name} & Cie`, place: '' });

describe('a text that loops', () => {
  it.each([
    ['one word', 'go '.repeat(300)],
    ['white space of several kinds', `{"a":${' \n\t  \n '.repeat(80)}`],
    ['the same entry', entry(7, 'Comptable').repeat(12)],
    [
      'the same entry with other numbers',
      Array.from({ length: 12 }, (_, index) => entry(index * 7, 'Comptable')).join(','),
    ],
    ['one character', 'x'.repeat(600)],
  ])('is noticed: %s', (_what, text) => expect(isLooping(text)).toBe(true));
});

describe('an answer that is only long', () => {
  const titles = ['Comptable', 'Vendeuse', 'Chef de rang', 'Aide-soignante', 'Grutier', 'Juriste', 'Soudeur', 'Commis'];

  it.each([
    ['entries of one shape', titles.map((title, index) => entry(index, title)).join(',')],
    ['a few entries that are the same', entry(7, 'Comptable').repeat(3)],
    [
      'a list of many names',
      Array.from(
        { length: 80 },
        (_, index) => `"${titles[index % 8]} ${'abcdefghij'[index % 10]}${'klmnopqrst'[(index * 3) % 7]}"`,
      ).join(','),
    ],
    ['nothing', ''],
    ['some white space', `{${' '.repeat(100)}`],
  ])('is not: %s', (_what, text) => expect(isLooping(text)).toBe(false));
});
