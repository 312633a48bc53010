const load = () => import('../../bench/tables.mjs');

describe('figures in a table', () => {
  it('sets figures to the right, names to the left, and keeps a bar inside its cell', async () => {
    const { table } = await load();
    expect(
      table(
        ['kind', 'by', 'found %'],
        [
          ['a|b', 'x', '99.0'],
          ['c', 'y', '–'],
        ],
      ),
    ).toBe(['| kind | by | found % |', '| --- | --- | ---: |', '| a\\|b | x | 99.0 |', '| c | y | – |'].join('\n'));
  });

  it('shows no head above nothing', async () => {
    const { table } = await load();
    expect(table(['kind'], [])).toBe('');
  });

  it('tells nothing to measure from zero', async () => {
    const { decimal, percent } = await load();
    expect([percent(null), percent(0), percent(0.98765)]).toEqual(['–', '0.0', '98.8']);
    expect([decimal(undefined, 3), decimal(0, 3)]).toEqual(['–', '0.000']);
  });

  it('shows how far values spread, and one value alone', async () => {
    const { spread } = await load();
    expect([spread([12, 8, 20], 0), spread([5, 5], 1), spread([], 0)]).toEqual(['12 (8–20)', '5.0', '–']);
  });

  it('takes the middle of the sorted values, and nothing of none', async () => {
    const { median } = await load();
    expect(median([100, 9, 20])).toBe(20);
    expect(median([40, 10, 30, 20])).toBe(25);
    expect(median([])).toBeNull();
  });
});

describe('the answer to a damaged file', () => {
  const refused = { status: 'error', codes: ['corrupt', 'truncated'] };

  it.each([
    ['one of several statuses', { status: 'error-or-partial', codes: ['corrupt'] }, { status: 'partial', code: null }],
    ['one of several codes', refused, { status: 'error', code: 'truncated' }],
    ['no code asked for', { status: 'ok', codes: [] }, { status: 'ok', code: null }],
  ])('as expected: %s', async (_what, expected, meta) => {
    const { outcome } = await load();
    expect(outcome(expected, meta)).toBe('as expected');
  });

  it('refused for another reason counts apart', async () => {
    const { outcome } = await load();
    expect(outcome(refused, { status: 'error', code: 'internal' })).toBe('other code');
    expect(outcome(refused, { status: 'error' })).toBe('other code');
  });

  it('read though it should be refused, or no result at all, is a failure', async () => {
    const { outcome } = await load();
    expect(outcome(refused, { status: 'ok', code: null })).toBe('not as expected');
    expect(outcome(refused, undefined)).toBe('not as expected');
  });

  it('names every file that was answered otherwise', async () => {
    const { outcomes } = await load();
    const files = [
      { type: 'xxe', expect: refused, meta: { status: 'error', code: 'corrupt' } },
      { type: 'zip-bomb', expect: refused, meta: { status: 'ok', code: null } },
      { type: 'empty-file', expect: refused },
    ];
    const sentence = outcomes(files);
    expect(sentence).toContain('1 of 3');
    expect(sentence).toContain('zip-bomb (not as expected: ok)');
    expect(sentence).toContain('empty-file (not as expected: no result)');
  });
});
