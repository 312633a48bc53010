import { makeDocx, paragraph, run } from './support/docx';
import { column, makePdf } from './support/pdf';
import { read } from './support/read';

describe('the fingerprint of a text', () => {
  it('is the same whatever the file the words came in', async () => {
    const pdf = await read(
      makePdf({
        pages: [column(['Camille Rousseau', 'Comptable, Lyon'], 60, 80).join('\n')],
      }),
      'cv.pdf',
    );
    const docx = await read(
      makeDocx({ body: paragraph(run('CAMILLE ROUSSEAU')) + paragraph(run('Comptable – Lyon')) }),
      'autre-nom.docx',
    );
    expect(docx.sha256).not.toBe(pdf.sha256);
    expect(docx.textSha256).toBe(pdf.textSha256);
  });

  it('differs by one letter, one digit or the order of the words', async () => {
    const texts = ['Comptable 2019', 'Comptables 2019', 'Comptable 2018', '2019 Comptable'];
    const prints = await Promise.all(texts.map(async (text) => (await read(text, 'cv.txt')).textSha256));
    expect(new Set(prints).size).toBe(4);
    expect(prints[0]).toMatch(/^[0-9a-f]{64}$/);
  });
});
