import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas';
import utif from 'utif2';
import { closeExtractors, extractDocument } from '../../../lib/extract';
import { read } from './support/read';

const scan = readFileSync(path.join(__dirname, '../../fixtures/extract/scan.png'));

async function upsideDown(): Promise<Uint8Array> {
  const image = await loadImage(scan);
  const canvas = createCanvas(image.width, image.height);
  const pen = canvas.getContext('2d');
  pen.translate(image.width, image.height);
  pen.rotate(Math.PI);
  pen.drawImage(image, 0, 0);
  return canvas.toBuffer('image/png');
}

const GERMAN = ['Jürgen Weißhäupl, Große Straße 8', 'Führerschein, Übergrößen, fließend Französisch'];

function german(): Uint8Array {
  const folder = path.dirname(createRequire(__filename).resolve('pdfmake/package.json'));
  GlobalFonts.registerFromPath(path.join(folder, 'build/fonts/Roboto/Roboto-Regular.ttf'), 'OCR sample');
  const canvas = createCanvas(1400, 300);
  const pen = canvas.getContext('2d');
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = 'black';
  pen.font = '42px "OCR sample"';
  GERMAN.forEach((line, i) => pen.fillText(line, 80, 110 + 90 * i));
  return canvas.toBuffer('image/png');
}

describe('recognition of pictures', () => {
  afterAll(closeExtractors);

  it('reads a scan offline, line by line, with its confidence', async () => {
    const document = await read(scan, 'scan.jpg');
    expect(document.format).toBe('image');
    expect(document.mimeType).toBe('image/png');
    expect(document.text).toContain('Anne-Sophie Martin-Dubreuil');
    expect(document.pages[0].source).toBe('ocr');
    expect(document.pages[0].confidence).toBeGreaterThan(0.8);
    expect(document.meta.ocrPages).toBe(1);
  }, 60_000);

  it('turns a page that lies upside down', async () => {
    expect((await read(await upsideDown(), 'scan.png')).text).toContain('Anne-Sophie Martin-Dubreuil');
  }, 60_000);

  it('reads a TIFF that lies inside a larger buffer', async () => {
    const image = await loadImage(scan);
    const pen = createCanvas(image.width, image.height).getContext('2d');
    pen.drawImage(image, 0, 0);
    const { data } = pen.getImageData(0, 0, image.width, image.height);
    const tiff = Buffer.from(utif.encodeImage(new Uint8Array(data), image.width, image.height));
    const inside = Buffer.concat([Buffer.alloc(100), tiff]).subarray(100);
    const document = await read(inside, 'scan.tif');
    expect(document.mimeType).toBe('image/tiff');
    expect(document.text).toContain('Anne-Sophie Martin-Dubreuil');
  }, 60_000);

  it('reads another language once its data is installed', async () => {
    const { text } = await read(german(), 'lebenslauf.png', { ocrLanguages: ['deu'] });
    expect(text.trim().split(/\n+/)).toEqual(GERMAN);
  }, 60_000);

  it('says which language data is missing instead of fetching it', async () => {
    const options = { ocrLanguages: ['xyz'] };
    await expect(extractDocument({ data: scan, fileName: 'scan.png' }, options)).rejects.toMatchObject({
      code: 'ocr-language-missing',
      details: { what: 'xyz' },
    });
  });

  it('does not recognise when told not to', async () => {
    await expect(read(scan, 'scan.png', { ocr: 'never' })).rejects.toMatchObject({ code: 'no-text' });
  });
});
