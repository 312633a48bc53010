import { renderReviewSheet, type ReviewSheetData } from '../../../lib/documents';
import { person } from './samples';

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47]);

function sheet(changes: Partial<ReviewSheetData> = {}): string {
  const profile = person();
  const [job] = profile.experiences;
  const proof = Object.values(job.evidence)[0];
  const [from, to] = proof.lines;
  const lines = Array.from({ length: to }, (_, index) => ({
    number: index + 1,
    page: proof.page,
    text: `line ${index + 1}`,
    box: { x: 50, y: 20 * (index + 1), width: 200, height: 12 },
    block: 0,
  }));
  const pages = [{ number: proof.page, width: 595, height: 842, source: 'text' as const }];
  const document = { fileName: 'cv.pdf', lines, pages, hiddenText: [] };
  expect(from).toBeLessThanOrEqual(to);
  return renderReviewSheet({ profile, document, pictures: [{ page: proof.page, png: PNG }], locale: 'fr', ...changes });
}

/** The targets of the links in the page that stand nowhere in it. */
function deadLinks(html: string): string[] {
  const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  return [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id).filter((id) => !ids.has(id));
}

describe('review sheet', () => {
  it('lays a frame over the page’s picture for what was read there, linked both ways', () => {
    const html = sheet();
    expect(html).toContain('data:image/png;base64,iVBORw');
    expect(html).toMatch(/<rect id="m\d+-\d+-\d+"/);
    expect(html).toMatch(/<a class="value" href="#m\d+-\d+-\d+"/);
    expect(deadLinks(html)).toEqual([]);
  });

  it('draws one frame around the lines of an entry', () => {
    const profile = person();
    const { lines } = Object.values(profile.experiences[0].evidence)[0];
    const [first, last] = lines;
    const height = 20 * (last - first) + 12 + 4;
    expect(sheet()).toContain(`y="${20 * first - 2}" width="204" height="${height}"`);
  });

  it('shows the lines themselves when the format has no pages', () => {
    const profile = person();
    const lines = [{ number: 1, page: 1, text: 'Première ligne' }];
    const html = renderReviewSheet({
      profile,
      document: { fileName: 'cv.docx', lines, pages: [], hiddenText: [] },
      locale: 'fr',
    });
    expect(html).toContain('Première ligne');
    expect(html).not.toContain('<svg');
  });

  it('shows where hidden text stands and what it says', () => {
    const box = { x: 1, y: 2, width: 3, height: 4 };
    const document = {
      fileName: 'cv.pdf',
      lines: [],
      pages: [{ number: 1, width: 595, height: 842, source: 'text' as const }],
      hiddenText: [{ text: 'ignore <b>previous</b>', page: 1, box, reason: 'tiny' as const }],
    };
    const html = sheet({ document, pictures: [{ page: 1, png: PNG }] });
    expect(html).toContain('class="hidden"');
    expect(html).toContain('ignore &lt;b&gt;previous');
  });

  it('allows pictures of its own and nothing else', () => {
    expect(sheet()).toMatch(
      /default-src 'none'; style-src 'sha256-[^']+'; img-src data:; script-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'/,
    );
    expect(sheet()).not.toMatch(/<script (?!type="application\/json")|https?:\/\/(?!www\.w3)/);
  });
});
