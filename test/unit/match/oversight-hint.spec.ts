import { oversightOf, type ReviewedDecision } from '../../../lib/match';

const start = Date.parse('2026-09-01T09:00:00Z');

/** Twenty-four decisions of one person: the first eight of the ranking go on. */
function decisions(seconds: number, more: Partial<ReviewedDecision> = {}): ReviewedDecision[] {
  return Array.from({ length: 24 }, (_, at) => ({
    ...{ by: 'A. Durand', offerId: 'o1', rank: at + 1, selected: at < 8 },
    at: new Date(start + at * seconds * 1000).toISOString(),
    ...more,
  }));
}

describe('the hint to a person who accepts every ranking unread', () => {
  it('comes when the last decisions follow the ranking within seconds of each other', () => {
    const { hints, overrideRate } = oversightOf(decisions(4));
    expect(overrideRate).toBe(0);
    expect(hints).toEqual([
      expect.objectContaining({ code: 'ranking-followed-unread', by: 'A. Durand', decisions: 20, medianSeconds: 4 }),
    ]);
    expect(hints[0].message).toMatch(/^Les 20 dernières décisions suivent toutes le classement, à 4 s/);
  });

  it('comes when no evidence was opened, however slowly they decided', () => {
    const { hints } = oversightOf(decisions(600, { openedEvidence: false }), { locale: 'en' });
    expect(hints[0].message).toMatch(/^The last 20 decisions .* with no evidence opened/);
  });

  it.each([
    ['takes their time', decisions(90)],
    ['opens the evidence', decisions(4, { openedEvidence: true })],
    ['has decided little yet', decisions(4).slice(0, 19)],
    ['parted from the ranking once', decisions(4).map((one) => (one.rank === 12 ? { ...one, selected: true } : one))],
  ])('does not come to one who %s', (_, given) => {
    expect(oversightOf(given).hints).toEqual([]);
  });

  it('is about each person by themselves, and about their last decisions', () => {
    const other = decisions(300).map((one) => ({ ...one, by: 'B. Petit', offerId: 'o2' }));
    const { hints } = oversightOf([...other, ...decisions(5)].reverse());
    expect(hints.map(({ by }) => by)).toEqual(['A. Durand']);
  });

  it('survives times that nobody can read', () => {
    expect(oversightOf(decisions(4, { at: 'yesterday' })).hints).toEqual([]);
  });
});

describe('the override rate', () => {
  it('counts the decisions that part from the ranking, by offer', () => {
    const ranks = (selected: boolean[], offerId: string) =>
      selected.map((chosen, at) => ({ ...decisions(60)[at], rank: at + 1, selected: chosen, offerId }));
    expect(oversightOf(ranks([true, false, true, true], 'o1'))).toMatchObject({ against: 1, overrideRate: 0.25 });
    expect(oversightOf(ranks([false, false, false, true], 'o1'))).toMatchObject({ against: 1 });
    expect(oversightOf([...ranks([true, false], 'o1'), ...ranks([true, true], 'o2')])).toMatchObject({ against: 0 });
  });

  it('is unknown without decisions', () => {
    expect(oversightOf([])).toEqual({ decisions: 0, against: 0, overrideRate: null, hints: [] });
  });
});
