import type { Canvas, Image } from '@napi-rs/canvas';
import { VivierError } from '../../errors';
import { openPdf } from '../pdf/open';
import type { ReadContext, SourceFile } from '../reader';
import { pixelHeight, refuseEnormous, TIFF_TURNS, tiffPages } from '../ocr/decode';
import { detectFormat } from '../sniff';
import type { PageImage, PageSettings } from './types';

const DPI = 110;
const THUMBNAIL = 240;
/** Of one drawn page: an A3 page at 300 dots an inch has 17 million. */
const MOST_PIXELS = 20_000_000;
/** A picture of a page is taken to be as long as A4, in points. */
const A4_LONG_SIDE = 842;

/** Pixels a point, within the limit. `width` and `height` in points. */
function scaleFor({ width: across, dpi = DPI, thumbnails }: PageSettings, width: number, height: number): number {
  const wanted = across ?? (thumbnails ? THUMBNAIL : undefined);
  return Math.min(wanted ? wanted / width : dpi / 72, Math.sqrt(MOST_PIXELS / (width * height)));
}

function chosen(settings: PageSettings, count: number, fileName: string, context: ReadContext): number[] {
  const pages = settings.pages ?? Array.from({ length: count }, (_, i) => i + 1);
  const wrong = pages.find((page) => !Number.isInteger(page) || page < 1 || page > count);
  if (wrong !== undefined) throw new VivierError('invalid-input', { fileName, what: `page ${wrong}` });
  return [...new Set(pages)].slice(0, context.limits.pages);
}

async function paper(width: number, height: number): Promise<Canvas> {
  const { createCanvas } = await import('@napi-rs/canvas');
  const canvas = createCanvas(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)));
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  return canvas;
}

const toImage = async (page: number, canvas: Canvas): Promise<PageImage> => ({
  page,
  width: canvas.width,
  height: canvas.height,
  png: await canvas.encode('png'),
});

/**
 * Pages as pictures. Throws `no-pages` for formats that have none, `invalid-input` for a page that isn't there, and what opening the file throws. To be called
 * in a parsing process: drawing takes what time and memory the file asks for.
 */
export async function drawPages(file: SourceFile, settings: PageSettings, context: ReadContext): Promise<PageImage[]> {
  const format = await detectFormat(file);
  if (format === 'pdf') return drawPdf(file, settings, context);
  if (format === 'image') return drawPictures(file, settings, context);
  throw new VivierError('no-pages', { fileName: file.fileName, what: format });
}

async function drawPdf(file: SourceFile, settings: PageSettings, context: ReadContext): Promise<PageImage[]> {
  const pdf = await openPdf(file, context);
  try {
    const images: PageImage[] = [];
    for (const number of chosen(settings, pdf.pages, file.fileName, context)) {
      context.check();
      const page = await pdf.drawing(number);
      const rotation = page.rotate + 90 * (settings.turned?.[number] ?? 0);
      const { width, height } = page.getViewport({ scale: 1, rotation });
      const viewport = page.getViewport({ scale: scaleFor(settings, width, height), rotation });
      const canvas = await paper(viewport.width, viewport.height);
      await page.render({ canvas: null, canvasContext: canvas.getContext('2d') as never, viewport }).promise;
      page.cleanup();
      images.push(await toImage(number, canvas));
    }
    return images;
  } finally {
    await pdf.close();
  }
}

interface Picture {
  source: Canvas | Image;
  /** Pixels, once they are square. */
  width: number;
  height: number;
  /** Quarter turns clockwise that the file itself asks for. A JPEG's are made as it is loaded. */
  turns: number;
}

/** The pictures of a file, in colour. Throws `image`. */
async function picturesOf(file: SourceFile, context: ReadContext): Promise<Picture[]> {
  refuseEnormous(file, context);
  const { createCanvas, loadImage } = await import('@napi-rs/canvas');
  try {
    const tiff = await tiffPages(file, context);
    if (!tiff) {
      const source = await loadImage(Buffer.from(file.data));
      return [{ source, width: source.width, height: source.height, turns: 0 }];
    }
    return tiff.map(({ width, height, rgba, tag }) => {
      const source = createCanvas(width, height);
      const pen = source.getContext('2d');
      const pixels = pen.createImageData(width, height);
      pixels.data.set(rgba);
      pen.putImageData(pixels, 0, 0);
      return { source, width, height: height * pixelHeight({ tag }), turns: TIFF_TURNS[tag('t274')] ?? 0 };
    });
  } catch (error) {
    if (error instanceof VivierError) throw error;
    throw new VivierError('image', { fileName: file.fileName }, { cause: error });
  }
}

async function drawPictures(file: SourceFile, settings: PageSettings, context: ReadContext): Promise<PageImage[]> {
  const pictures = await picturesOf(file, context);
  const images: PageImage[] = [];
  for (const number of chosen(settings, pictures.length, file.fileName, context)) {
    context.check();
    images.push(await toImage(number, await turnedAndScaled(pictures[number - 1], number, settings)));
  }
  return images;
}

async function turnedAndScaled(picture: Picture, number: number, settings: PageSettings): Promise<Canvas> {
  const turns = (((picture.turns + (settings.turned?.[number] ?? 0)) % 4) + 4) % 4;
  const [width, height] = turns % 2 === 1 ? [picture.height, picture.width] : [picture.width, picture.height];
  const unit = A4_LONG_SIDE / Math.max(width, height);
  const factor = Math.min(1, scaleFor(settings, width * unit, height * unit) * unit);
  const canvas = await paper(width * factor, height * factor);
  const pen = canvas.getContext('2d');
  pen.translate(canvas.width / 2, canvas.height / 2);
  pen.rotate((turns * Math.PI) / 2);
  pen.scale(factor, factor);
  pen.drawImage(picture.source, -picture.width / 2, -picture.height / 2, picture.width, picture.height);
  return canvas;
}
