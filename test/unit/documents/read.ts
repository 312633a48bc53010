import { inflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';

/** The text of a PDF as a reader would copy it, page after page. */
export async function pdfText(bytes: Buffer): Promise<{ text: string; pages: number; info: Record<string, unknown> }> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  const { info } = await document.getMetadata();
  await document.destroy();
  return { text: texts.join('\n').replace(/\s+/g, ' '), pages: texts.length, info: info as Record<string, unknown> };
}

/** The XML of a Word document's body, and its text. */
export function docxText(bytes: Buffer): { xml: string; text: string; all: string } {
  const files = unzipSync(bytes);
  const xml = strFromU8(files['word/document.xml']);
  const all = Object.entries(files)
    .filter(([name]) => name.endsWith('.xml'))
    .map(([, data]) => strFromU8(data))
    .join('\n');
  return { xml, all, text: xml.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ') };
}

/** The streams of a PDF, unpacked. */
export function streamsOfPdf(pdf: Buffer): Buffer[] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/FlateDecode[^]*?stream\r?\n/g)].flatMap(({ 0: head, index }) => {
    const from = index + head.length;
    const to = text.indexOf('endstream', from);
    try {
      return [inflateSync(pdf.subarray(from, to))];
    } catch {
      return [];
    }
  });
}
