import { renderCompanyCv, renderProfileHtml, renderShortlist } from '../../../lib/documents';
import { docxText, pdfText } from './read';
import { person, shortlist } from './samples';

const MARKUP = `"><script>alert(1)</script><img src=x onerror=alert(1)>' onclick='x' {{7*7}} \${7*7} </style><style>*{}`;
const CONTROL = 'a\u0000b\u0007\u001B[31m\u202Egpj.exe\u2066\u200B\uFEFF\uD800z';
const LONG = 'x'.repeat(5000);

describe('hostile texts in documents', () => {
  it('never lets a CV or an offer write markup into a page', async () => {
    const list = (await renderShortlist(shortlist([person(MARKUP)], `Titre${MARKUP}`), 'html')).toString('utf8');
    for (const page of [list, renderProfileHtml(person(MARKUP), 'fr')]) {
      expect(page).not.toMatch(/<script|<img|<\/style><style/i);
      expect(page.match(/<style>/g)).toHaveLength(1);
      expect(page).toContain('&lt;script&gt;');
    }
  });

  it('keeps its own style allowed, and nothing else, whatever the texts', async () => {
    const page = renderProfileHtml(person(MARKUP), 'fr');
    expect(page).toMatch(
      /content="default-src 'none'; style-src 'sha256-[\w+/]+=*'; base-uri 'none'; form-action 'none'"/,
    );
  });

  it('takes out control characters and marks that reverse the text', async () => {
    const data = shortlist([person(CONTROL)]);
    const page = (await renderShortlist(data, 'html')).toString('utf8') + renderProfileHtml(person(CONTROL), 'fr');
    const word = docxText((await renderCompanyCv(person(CONTROL), { locale: 'fr' })).data).all;
    for (const text of [page, word])
      expect(text).not.toMatch(/(?!\s)\p{Cc}|[\u200B\u202A-\u202E\u2066-\u2069\uFEFF\uFFFD]/u);
    expect(page).toContain('ab[31mgpj.exez');
  });

  it('breaks very long words instead of running off the page', async () => {
    const { text } = await pdfText(await renderShortlist(shortlist([person(LONG)], LONG), 'pdf'));
    expect(text).not.toMatch(/x{60}/);
  });

  it('leaves long words whole where the reader breaks them by itself, so that an address copied from there works', async () => {
    const address = 'linkedin.com/in/a-name-that-goes-on-and-on-and-on-to-the-end';
    const linked = person();
    linked.summary = address;
    expect(docxText((await renderCompanyCv(linked, { locale: 'fr' })).data).text).toContain(address);
    expect(renderProfileHtml(linked, 'fr')).toContain(address);
  });

  it('writes XML that stays well-formed with markup in every field', async () => {
    const { xml } = docxText((await renderCompanyCv(person(MARKUP), { locale: 'fr', companyName: MARKUP })).data);
    expect(xml).not.toMatch(/<script|<img/);
    expect(xml).toContain('&lt;script&gt;');
  });

  it('shows right-to-left names as they are written', async () => {
    const arabic = person();
    arabic.identity.fullName = 'ليلى حداد';
    expect(renderProfileHtml(arabic, 'fr')).toContain('ليلى حداد');
    expect(docxText((await renderCompanyCv(arabic, { locale: 'fr' })).data).text).toContain('ليلى حداد');
    expect((await pdfText(await renderShortlist(shortlist([arabic]), 'pdf'))).pages).toBe(2);
  });
});
