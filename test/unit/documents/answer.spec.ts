import { renderAnswer, type AnswerData } from '../../../lib/documents';

const answer: AnswerData = {
  understood: ['mots : soudeuse', 'ville : Brest'],
  total: 1,
  people: [
    {
      name: 'Alix Quidam',
      headline: 'Soudeuse',
      city: 'Brest',
      proofs: [
        { quote: 'Soudeuse TIG', page: 1, lines: [4, 4] },
        { quote: 'soudure sous-marine', page: null, lines: null },
      ],
    },
  ],
};

describe('the answer of the pool', () => {
  it('shows the filter, the person and where the CV says so', () => {
    const { html, text } = renderAnswer(answer, 'fr');
    for (const said of [html, text]) {
      expect(said).toContain('ville : Brest');
      expect(said).toContain('Alix Quidam');
      expect(said).toContain('Soudeuse TIG');
      expect(said).toContain('page 1, ligne 4');
    }
  });

  it('leads to the person where there is a page about them', () => {
    const link = '/webhook/talent-pool?view=candidate&id=1';
    const { html, text } = renderAnswer({ ...answer, people: [{ ...answer.people[0], link }] }, 'fr');
    expect(html).toContain('href="/webhook/talent-pool?view=candidate&amp;id=1"');
    expect(text).toContain(`[**Alix Quidam**](${link})`);
  });

  it('says what to do when nobody matches, and that a search rules nobody out', () => {
    for (const locale of ['fr', 'en'] as const) {
      const { html, text } = renderAnswer({ understood: [], total: 0, people: [] }, locale);
      for (const said of [html, text]) expect(said).toMatch(/moins de conditions|fewer conditions/);
      for (const said of [html, text]) expect(said).toMatch(/n’écarte personne|rules nobody out/);
    }
  });

  it('keeps a CV’s own words words, on the page and in the chat', () => {
    const name = '<img src=x onerror=alert(1)> [clic](http://exemple.test) **gras**\n# titre';
    const hostile = { ...answer, people: [{ ...answer.people[0], name }] };
    const { html, text } = renderAnswer(hostile, 'fr');
    expect(html).not.toContain('<img');
    expect(text).not.toMatch(/(?<!\\)<img|(?<!\\)\[clic|\n# titre|(?<!\\)\*\*gras/);
    expect(text).toContain('gras');
  });
});
