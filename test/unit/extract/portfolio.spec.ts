import { open, summary } from './support/open';
import { makePdf, paint } from './support/pdf';

const hex = (text: string) => Buffer.from(text).toString('hex');
const cover = paint({ text: 'Ouvrez ce porte-documents avec un autre lecteur', x: 60, y: 80 });

/** A PDF whose catalogue names embedded files, as a portfolio or as any PDF with attachments. */
function withEmbedded(files: Record<string, string>, isPortfolio: boolean): Uint8Array {
  const names = Object.entries(files);
  const objects = names.flatMap(([name, text], i) => [
    `<< /Type /Filespec /F (${name}) /EF << /F ${11 + 2 * i} 0 R >> >>`,
    `<< /Type /EmbeddedFile /Filter /ASCIIHexDecode /Length ${hex(text).length + 1} >>\nstream\n${hex(text)}>\nendstream`,
  ]);
  const tree = names.map(([name], i) => `(${name}) ${10 + 2 * i} 0 R`).join(' ');
  const pdf = Buffer.from(makePdf({ pages: [cover], objects })).toString('latin1');
  const extra = `/Names << /EmbeddedFiles << /Names [${tree}] >> >> ${isPortfolio ? '/Collection << /View /D >>' : ''}`;
  // pdf.js rebuilds the table of offsets, which no longer fits.
  return Buffer.from(
    pdf.replace('/Type /Catalog', `/Type /Catalog ${extra}`).replace(/startxref\s+\d+/, 'startxref\n0'),
    'latin1',
  );
}

describe('PDF with files in it', () => {
  it('a portfolio gives its files', async () => {
    const outcomes = await open(
      withEmbedded({ 'cv.txt': 'Camille Rousseau', '../../lettre.txt': 'Madame, Monsieur' }, true),
      'dossier.pdf',
    );
    expect(summary(outcomes)).toEqual(['cv.txt: text', 'lettre.txt: text']);
    expect(outcomes[0].origin).toEqual({ container: 'dossier.pdf', path: 'cv.txt', role: 'attachment' });
  });

  it('any other PDF is the one document that its pages are', async () => {
    expect(summary(await open(withEmbedded({ 'data.xml': '<a/>' }, false), 'cv.pdf'))).toEqual(['cv.pdf: pdf']);
  });
});
