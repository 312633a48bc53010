import { createCanvas } from '@napi-rs/canvas';

const DPI = 200;
const JPEG_QUALITY = 42;
const TILT = 0.006;

/** Mulberry32: a small seeded generator, so that the noise is the same each time. */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

async function render(pdf) {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const page = await (await task.promise).getPage(1);
  const viewport = page.getViewport({ scale: DPI / 72 });
  const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
  await page.render({ canvas, canvasContext: canvas.getContext('2d'), viewport }).promise;
  await task.destroy();
  return canvas;
}

/** The page laid a little askew on the glass, in grey, with paper tone and sensor noise. */
function scanned(page) {
  const canvas = createCanvas(page.width, page.height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, page.width, page.height);
  context.rotate(TILT);
  context.drawImage(page, 4, -8);
  const image = context.getImageData(0, 0, page.width, page.height);
  const random = seeded(20260901);
  for (let i = 0; i < image.data.length; i += 4) {
    const [red, green, blue] = image.data.subarray(i, i + 3);
    const grey = 0.299 * red + 0.587 * green + 0.114 * blue;
    image.data.fill(Math.max(0, Math.min(255, 24 + grey * 0.87 + (random() - 0.5) * 9)), i, i + 3);
  }
  context.putImageData(image, 0, 0);
  return canvas;
}

/** Tells readers the resolution (JFIF density in dots an inch), as a scanner does. */
function withDensity(jpeg) {
  const bytes = Buffer.from(jpeg);
  if (bytes.toString('latin1', 6, 10) !== 'JFIF') throw new Error('the encoder wrote no JFIF header');
  bytes[13] = 1;
  bytes.writeUInt16BE(DPI, 14);
  bytes.writeUInt16BE(DPI, 16);
  return bytes;
}

/** The first page of a PDF as a scanner would save it: a picture without any text in it. */
export async function scanBytes(pdf) {
  return withDensity(await scanned(await render(pdf)).encode('jpeg', JPEG_QUALITY));
}
