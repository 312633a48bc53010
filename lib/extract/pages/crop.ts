import type { Box, PageInfo } from '../types';
import type { PageImage } from './types';

/** Points left around a box, so that a reader sees where it stands. */
const MARGIN = 6;

/**
 * The piece of a page's picture that shows a line's box, as PNG: evidence to look at. `page` gives the points that the box is measured in. A box that lies
 * partly off the page is cut; one that lies off it altogether gives the smallest picture there is.
 */
export async function cropBox(
  image: PageImage,
  page: Pick<PageInfo, 'width' | 'height'>,
  box: Box,
  margin = MARGIN,
): Promise<PageImage> {
  const { createCanvas, loadImage } = await import('@napi-rs/canvas');
  const unit = image.width / page.width;
  const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value));
  const left = clamp(Math.floor((box.x - margin) * unit), image.width - 1);
  const top = clamp(Math.floor((box.y - margin) * unit), image.height - 1);
  const right = clamp(Math.ceil((box.x + box.width + margin) * unit), image.width);
  const bottom = clamp(Math.ceil((box.y + box.height + margin) * unit), image.height);
  const canvas = createCanvas(Math.max(1, right - left), Math.max(1, bottom - top));
  canvas.getContext('2d').drawImage(await loadImage(image.png), -left, -top);
  return { page: image.page, width: canvas.width, height: canvas.height, png: await canvas.encode('png') };
}
