import { VivierError } from '../../../lib/errors';
import { parseOffer } from '../../../lib/match';

const codeOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    return error instanceof VivierError ? error.code : error;
  }
  return undefined;
};

describe('parseOffer', () => {
  it('takes the first line with text as the title of a plain text', () => {
    expect(parseOffer('\uFEFF\n\n# Boulanger (H/F)\n\nCAP exigé.\n', 'offre.txt')).toEqual({
      title: 'Boulanger (H/F)',
      text: 'CAP exigé.',
    });
  });

  it('reads JSON with criteria, where null means absent', () => {
    const offer = parseOffer(
      '{"id":"7","title":"Baker","text":"Early hours","criteria":{"mustHave":["CAP",{"text":"HACCP","weight":2}],"degreeLevel":null}}',
      'o.json',
    );
    expect(offer).toMatchObject({
      id: '7',
      title: 'Baker',
      criteria: { mustHave: ['CAP', { text: 'HACCP', weight: 2 }] },
    });
    expect(offer.criteria?.degreeLevel).toBeUndefined();
  });

  it.each([
    ['', 'invalid-input'],
    [' \n\t ', 'invalid-input'],
    ['{"text":"no title"}', 'invalid-input'],
    ['{"title":"x","criteria":{"minYears":"many"}}', 'invalid-input'],
    ['{"title":', 'invalid-json'],
    ['x'.repeat(100_001), 'text-too-long'],
  ])('refuses %j with a code', (input, code) => {
    expect(codeOf(() => parseOffer(input.slice(0, 100_001), 'o'))).toBe(code);
  });
});
