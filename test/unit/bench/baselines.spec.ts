const load = () => import('../../bench/baselines.mjs');

describe('the baselines that Vivier’s ranking is compared with', () => {
  it('overlap counts each wanted word once, without case and accents', async () => {
    const { wordOverlap } = await load();
    expect(wordOverlap('Infirmière de NUIT', ['infirmiere infirmière, nuit', 'Nuit nuit nuit', 'menuisier'])).toEqual([
      2, 1, 0,
    ]);
  });

  it('BM25 values a rare word above one that everybody has', async () => {
    const { bm25 } = await load();
    const [rare, common, neither] = bm25('soudure équipe', ['soudure atelier', 'équipe bureau', 'équipe salle']);
    expect(rare).toBeGreaterThan(common);
    expect(common).toBe(neither);
  });

  it('BM25 takes the shorter of two texts with the same mention', async () => {
    const { bm25 } = await load();
    const [short, long] = bm25('soudure', ['soudure atelier', 'soudure atelier bureau vente stock achat']);
    expect(short).toBeGreaterThan(long);
  });

  it('empty texts are ranked, not divided by', async () => {
    const { bm25 } = await load();
    expect(bm25('soudure', ['', ''])).toEqual([0, 0]);
    expect(bm25('soudure', [])).toEqual([]);
  });
});
