import { besidePage } from '../html/beside';
import { parseStyleSheet } from '../html/css';
import { HtmlWalker } from '../html/walk';
import { flatPage, type FormatReader, type ReaderResult } from '../reader';
import { decodeText } from '../text/encoding';

/** The encoding that a page names for itself. */
const declaredIn = (data: Uint8Array) =>
  /<meta[^>]+charset=["']?\s*([\w-]+)/i.exec(Buffer.from(data.subarray(0, 2048)).toString('latin1'))?.[1];

/** HTML by the rules of the standard (parse5). Nothing that the page refers to is fetched. */
export const htmlReader: FormatReader = {
  format: 'html',
  async read(file): Promise<ReaderResult> {
    const { parse } = await import('parse5');
    const { text: source, warnings } = await decodeText(file.data, declaredIn(file.data));
    const styles = [...source.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/gi)].map((m) => m[1]).join('\n');
    const walker = new HtmlWalker(parseStyleSheet(styles));
    const page = parse(source);
    walker.walk(page.childNodes);
    walker.builder.endLine();
    const { lines, links, hidden } = walker.builder;
    const title = /<title[^>]*>([^<]*)<\/title>/i.exec(source)?.[1].trim();
    return {
      format: 'html',
      mimeType: 'text/html',
      pages: [flatPage],
      lines,
      links,
      hiddenText: hidden,
      properties: title ? { title } : {},
      warnings,
      ...besidePage(page.childNodes),
    };
  },
};
