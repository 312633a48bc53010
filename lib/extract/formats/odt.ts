import { VivierError } from '../../errors';
import { openArchive } from '../office/archive';
import { besideOdt, portraitInOdt } from '../office/beside';
import { OdtStyles, OdtWalker } from '../office/odt-body';
import { coreProperties } from '../office/properties';
import { flatPage, type FormatReader, type ReaderResult } from '../reader';
import { child, descendants, elementsOf } from '../xml/parse';

/** OpenDocument text, read from its own XML like Word's: headers first, then the body, then footers. */
export const odtReader: FormatReader = {
  format: 'odt',
  async read(file, context): Promise<ReaderResult> {
    const archive = openArchive(file.data, file.fileName, context.limits.unpackedBytes);
    const manifest = archive.xml('META-INF/manifest.xml');
    if (descendants(manifest ?? undefined, 'encryption-data').length > 0) {
      throw new VivierError('encrypted', { fileName: file.fileName });
    }
    const content = archive.xml('content.xml');
    const body = child(content ?? undefined, 'body', 'text');
    if (!body) throw new VivierError('corrupt', { fileName: file.fileName, reason: 'content.xml' });
    context.check();
    const styles = archive.xml('styles.xml');
    const walker = new OdtWalker(new OdtStyles([styles, content]));
    const master = elementsOf(child(styles ?? undefined, 'master-styles'), 'master-page');
    const once = (name: string) => master.flatMap((page) => elementsOf(page, name)).slice(0, 1);
    once('header').forEach((header) => walker.walk(header));
    walker.walk(body);
    once('footer').forEach((footer) => walker.walk(footer));
    const { lines, links, hidden } = walker.builder;
    const meta = child(archive.xml('meta.xml') ?? undefined, 'meta');
    return {
      format: 'odt',
      mimeType: 'application/vnd.oasis.opendocument.text',
      pages: [flatPage],
      lines,
      links,
      hiddenText: hidden,
      properties: coreProperties(meta),
      beside: besideOdt(meta, body),
      photo: portraitInOdt([...once('header'), body]),
    };
  },
};
