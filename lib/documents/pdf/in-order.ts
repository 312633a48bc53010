import type { PdfPicture } from 'pdfmake/js/PDFDocument.js';

/**
 * pdfkit unpacks transparent pictures side by side and writes each as soon as it is ready (`PNGImage.decodePixels`): with two of them, which comes first is chance.
 * Here each waits for the one that was opened before it, so that the same input gives the same bytes. @returns what to do with a picture that was opened
 */
export function writtenInOrder(): (picture: PdfPicture) => PdfPicture {
  const known = new WeakSet<PdfPicture>();
  let earlier: Promise<unknown> = Promise.resolve();
  return (picture) => {
    if (!picture.finalize || known.has(picture)) return picture;
    known.add(picture);
    const write = picture.finalize.bind(picture);
    const before = earlier;
    earlier = new Promise<void>((resolve) => {
      picture.finalize = () => {
        void before.then(write).then(resolve);
      };
    });
    return picture;
  };
}
