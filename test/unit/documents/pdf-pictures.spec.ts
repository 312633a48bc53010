import { createCanvas } from '@napi-rs/canvas';
import { renderPdf } from '../../../lib/documents/pdf';

/** A PNG with an alpha channel, which takes the longer to unpack the larger it is. */
const picture = (size: number) =>
  `data:image/png;base64,${createCanvas(size, size).toBuffer('image/png').toString('base64')}`;

it('pictures are written in the order in which they stand, whichever is unpacked first: the same input gives the same bytes', async () => {
  const images = [1500, 2, 900, 3].map((size) => ({ image: picture(size), width: 10, alt: `${size}` }));
  const pdf = (await renderPdf({ content: images, pageMargins: [40, 40, 40, 40] }, '2026-01-15')).toString('latin1');
  const masks = [
    ...pdf.matchAll(
      /\/Height (\d+)\n\/Width \d+\n\/BitsPerComponent 8\n\/Filter \/FlateDecode\n\/ColorSpace \/DeviceGray/g,
    ),
  ];
  expect(masks.map(([, height]) => height)).toEqual(['1500', '2', '900', '3']);
});
