import PDFDocument from 'pdfkit';
import { renderPages, type ExtractOptions } from '../../../lib/extract';
import { open, summary } from './support/open';
import { read } from './support/read';

/** A PDF of one line that opens with a password. */
function lockedPdf(text: string, userPassword: string): Promise<Buffer> {
  const pdf = new PDFDocument({ userPassword, ownerPassword: 'owner', pdfVersion: '1.7ext3' });
  const parts: Buffer[] = [];
  pdf.text(text).end();
  return new Promise((resolve) =>
    pdf.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts))),
  );
}

async function lockedZip(files: Record<string, string>): Promise<Uint8Array> {
  const zip = await import('@zip.js/zip.js');
  zip.configure({ useWebWorkers: false });
  const writer = new zip.ZipWriter(new zip.Uint8ArrayWriter());
  for (const [name, password] of Object.entries(files))
    await writer.add(name, new zip.TextReader(`Léa Quintavalle ${name}`), {
      password,
      zipCrypto: name.includes('old'),
    });
  return writer.close();
}

const codeOf = (data: Uint8Array, password?: ExtractOptions['password']) =>
  read(data, 'cv.pdf', { password }).catch((error: { code: string }) => error.code);

describe('files of one run that have different passwords', () => {
  it('each PDF opens with its own, whatever the order', async () => {
    const [first, second] = [await lockedPdf('Camille Rousseau', 'sesame'), await lockedPdf('Léa Morel', 'tresor')];
    const password = ['autre', 'tresor', 'sesame'];
    expect(await codeOf(first, password)).toMatchObject({ text: 'Camille Rousseau' });
    expect(await codeOf(second, password)).toMatchObject({ text: 'Léa Morel' });
    expect(await codeOf(first)).toBe('encrypted');
    expect(await codeOf(first, ['autre', ''])).toBe('encrypted');
    expect((await renderPages({ data: first, fileName: 'cv.pdf' }, { password, thumbnails: true })).length).toBe(1);
  });

  it('so does each entry of an archive', async () => {
    const archive = await lockedZip({ 'a.txt': 'sesame', 'old.txt': 'tresor', 'c.txt': 'inconnu' });
    const outcomes = await open(archive, 'a.zip', { password: ['autre', 'tresor', 'sesame'] });
    expect(summary(outcomes)).toEqual(['a.txt: text', 'old.txt: text', 'c.txt: !encrypted']);
  });
});
