import { createCanvas, loadImage, type Canvas } from '@napi-rs/canvas';
import utif from 'utif2';
import { closeExtractors, cropBox, renderPages } from '../../../lib/extract';
import { fill, makePdf, PAGE, paint } from './support/pdf';
import { read } from './support/read';

const name = paint({ text: 'Claire Fontaine', x: 60, y: 80, size: 20 });
const twoPages = makePdf({ pages: [name, fill('1 0 0', 0, 0, PAGE.width, PAGE.height)] });

async function pixel(png: Buffer, x: number, y: number): Promise<number[]> {
  const image = await loadImage(png);
  const pen = createCanvas(image.width, image.height).getContext('2d');
  pen.drawImage(image, 0, 0);
  return [...pen.getImageData(x, y, 1, 1).data.slice(0, 3)];
}

/** Whether anything dark is painted. */
async function hasInk(png: Buffer): Promise<boolean> {
  const image = await loadImage(png);
  const pen = createCanvas(image.width, image.height).getContext('2d');
  pen.drawImage(image, 0, 0);
  return pen.getImageData(0, 0, image.width, image.height).data.some((value, i) => i % 4 === 0 && value < 100);
}

/** Left half black, right half white; twice as wide as high. */
function halves(): Canvas {
  const canvas = createCanvas(400, 200);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, 400, 200);
  pen.fillStyle = '#000000';
  pen.fillRect(0, 0, 200, 200);
  return canvas;
}

describe('pictures of pages', () => {
  afterAll(closeExtractors);

  it('draws each page of a PDF at the width asked for', async () => {
    const pages = await renderPages({ data: twoPages, fileName: 'cv.pdf' }, { width: 300 });
    expect(pages.map((page) => [page.page, page.width])).toEqual([
      [1, 300],
      [2, 300],
    ]);
    expect(await hasInk(pages[0].png)).toBe(true);
    expect(await pixel(pages[1].png, 150, 200)).toEqual([255, 0, 0]);
  });

  it('draws only the pages asked for, small ones as thumbnails', async () => {
    const pages = await renderPages({ data: twoPages, fileName: 'cv.pdf' }, { pages: [2], thumbnails: true });
    expect(pages).toEqual([expect.objectContaining({ page: 2, width: 240 })]);
  });

  it('refuses a page that is not there, and a size that is none', async () => {
    const file = { data: twoPages, fileName: 'cv.pdf' };
    await expect(renderPages(file, { pages: [3] })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(renderPages(file, { width: 0 })).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('never draws more than 20 million pixels a page', async () => {
    const [page] = await renderPages({ data: twoPages, fileName: 'cv.pdf' }, { pages: [1], dpi: 5000 });
    expect(page.width * page.height).toBeLessThan(20_100_000);
  });

  it('says which formats have no pages', async () => {
    const file = { data: Buffer.from('Claire Fontaine\nComptable'), fileName: 'cv.txt' };
    await expect(renderPages(file)).rejects.toMatchObject({ code: 'no-pages' });
  });

  it('draws a picture in colour, never larger than it is, turned as its lines are', async () => {
    const data = halves().toBuffer('image/png');
    const [upright] = await renderPages({ data, fileName: 'cv.png' }, { dpi: 600 });
    expect([upright.width, upright.height]).toEqual([400, 200]);
    const [turned] = await renderPages({ data, fileName: 'cv.png' }, { dpi: 600, turned: { 1: 1 } });
    expect([turned.width, turned.height]).toEqual([200, 400]);
    expect(await pixel(turned.png, 100, 50)).toEqual([0, 0, 0]);
    expect(await pixel(turned.png, 100, 350)).toEqual([255, 255, 255]);
  });

  it('draws each page of a TIFF', async () => {
    const rgba = halves().getContext('2d').getImageData(0, 0, 400, 200).data;
    const data = Buffer.from(utif.encodeImage(new Uint8Array(rgba), 400, 200));
    const pages = await renderPages({ data, fileName: 'fax.tif' }, { width: 100 });
    expect(pages).toEqual([expect.objectContaining({ page: 1, width: 100, height: 50 })]);
  });

  it('cuts out the place of a line', async () => {
    const document = await read(twoPages, 'cv.pdf');
    const [image] = await renderPages({ data: twoPages, fileName: 'cv.pdf' }, { pages: [1], width: 595 });
    const [line] = document.lines;
    const crop = await cropBox(image, document.pages[0], line.box ?? { x: 0, y: 0, width: 0, height: 0 });
    expect(crop.width).toBeLessThan(220);
    expect(crop.height).toBeLessThan(40);
    expect(await hasInk(crop.png)).toBe(true);
    const beside = await cropBox(image, document.pages[0], { x: 400, y: 400, width: 100, height: 20 });
    expect(await hasInk(beside.png)).toBe(false);
  });
});
