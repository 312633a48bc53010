import { greyFromRgba, type Grey } from '../ocr/picture';
import type { OpenedPage } from './open';

/** Dots an inch at which Tesseract works best. */
const DPI = 300;

/** The page as a grey picture, and the size of its pixels in points. Larger pages are rendered at fewer dots. */
export async function renderPage(
  page: OpenedPage,
  mostPixels: number,
): Promise<{ picture: Grey; pointsPerPixel: number }> {
  const { createCanvas } = await import('@napi-rs/canvas');
  const { width, height } = page.content;
  const wanted = DPI / 72;
  const factor = Math.min(wanted, Math.sqrt(Math.min(mostPixels, 20_000_000) / (width * height)));
  const drawing = await page.drawing();
  const viewport = drawing.getViewport({ scale: factor });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  await drawing.render({ canvas: null, canvasContext: pen as never, viewport }).promise;
  const rgba = pen.getImageData(0, 0, canvas.width, canvas.height).data;
  drawing.cleanup();
  return { picture: greyFromRgba(rgba, canvas.width, canvas.height), pointsPerPixel: 1 / factor };
}
