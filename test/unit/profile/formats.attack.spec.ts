import { toCsv, toMarkdown } from '../../../lib/profile';
import { hostileProfile } from './sample';

const cells = (csv: string) => [...csv.matchAll(/"((?:[^"]|"")*)"/g)].map(([, text]) => text);

describe('a hostile CV in the table', () => {
  it.each(['=HYPERLINK("http://x")', '+1+1', '-2+3', '@SUM(A1)', '\t=1+1', '\r=1', ' =1+1', '＝1+1', '\u00A0+1'])(
    'cannot make %j run as a formula',
    (text) => {
      for (const locale of ['fr', 'en'] as const)
        for (const cell of cells(toCsv([{ profile: hostileProfile(text) }], locale)))
          expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
    },
  );

  it.each(['";=1+1;"', 'a;b,c\td', 'x"\r\n"=cmd', 'a\nb'])('cannot break out of its cell with %j', (text) => {
    const csv = toCsv([{ profile: hostileProfile(text) }], 'fr');
    const lines = csv.trimEnd().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(cells(lines[1])).toHaveLength(cells(lines[0]).length);
    expect(lines[1].replace(/"(?:[^"]|"")*"/g, '')).toMatch(/^;*$/);
  });

  it('cannot do so through the name of a file', () => {
    expect(toCsv([{ fileName: '=1+1.pdf', status: 'empty' }], 'fr')).toContain(`"'=1+1.pdf"`);
  });
});

describe('a hostile CV in Markdown', () => {
  const page = (text: string) => toMarkdown(hostileProfile(text), { locale: 'en', evidence: true });

  it.each([
    ['HTML', '<img src=x onerror=alert(1)>', /(?<!\\)<img/],
    ['a link', '[click](javascript:alert(1))', /(?<!\\)\[click/],
    ['a picture', '![x](http://x/y.png)', /(?<!\\)!\[|(?<!\\)\[x/],
    ['a bare address', 'see http://tracker.example/x', /(?<!<)http:\/\//],
    ['a heading', '# Hired', /^# Hired/m],
    ['a second line', 'a\n# Hired', /^# Hired/m],
    ['a table', '|a|b|', /(?<!\\)\|/],
    ['an entity', '&lt;script&gt;', /(?<!\\)&lt;/],
    ['code', '`x`', /(?<!\\)`/],
    ['a numbered list', '1. one', /^-? ?1\. one/m],
  ])('cannot write %s', (_, text, forbidden) => {
    expect(page(text)).not.toMatch(forbidden);
  });

  it('writes only web addresses as links', () => {
    expect(page('javascript:alert(1)')).not.toMatch(/<javascript/);
    expect(page('https://x.example/a')).toContain('<https://x.example/a>');
  });
});
