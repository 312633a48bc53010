import { VivierError } from '../../errors';
import { openArchive, type Archive } from '../office/archive';
import { besideDocx, portraitInDocx } from '../office/beside';
import { coreProperties } from '../office/properties';
import { DocxWalker, type PartContent } from '../office/docx-body';
import { readStyles, type Styles } from '../office/docx-styles';
import { flatPage, type DraftLine, type FormatReader, type ReaderResult } from '../reader';
import { attribute, child, descendants, elementsOf, type XmlElement } from '../xml/parse';

const MIME = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Where the package says its main part is: `word/document.xml` in nearly every file, another name in a few. */
function mainPart(archive: Archive): string | null {
  const rels = archive.xml('_rels/.rels');
  const named = elementsOf(rels ?? undefined, 'Relationship').find((r) =>
    /\/officeDocument$/.test(r.attributes.Type ?? ''),
  );
  const name = named?.attributes.Target?.replace(/^\//, '') ?? 'word/document.xml';
  if (archive.has(name)) return name;
  return archive.has('word/document.xml') ? 'word/document.xml' : null;
}

type Relations = Map<string, { target: string; external: boolean }>;

function relationsOf(archive: Archive, part: string): Relations {
  const at = part.lastIndexOf('/') + 1;
  const rels = archive.xml(`${part.slice(0, at)}_rels/${part.slice(at)}.rels`);
  return new Map(
    elementsOf(rels ?? undefined, 'Relationship').map((r) => [
      r.attributes.Id ?? '',
      { target: r.attributes.Target ?? '', external: r.attributes.TargetMode === 'External' },
    ]),
  );
}

function readPart(archive: Archive, part: string, styles: Styles, root: XmlElement | undefined): PartContent {
  const relations = relationsOf(archive, part);
  const walker = new DocxWalker(styles, (id) => {
    const relation = relations.get(id);
    return relation?.external ? relation.target : undefined;
  });
  walker.walk(root);
  return walker.content;
}

/** Parts named by the sections (`w:headerReference`…), each once. */
function referenced(archive: Archive, body: XmlElement, main: string, kind: 'header' | 'footer'): string[] {
  const relations = relationsOf(archive, main);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const ids = descendants(body, `${kind}Reference`).map((e) => attribute(e, 'id') ?? '');
  const targets = ids.flatMap((id) => relations.get(id)?.target ?? []);
  return [...new Set(targets.map((t) => (t.startsWith('/') ? t.slice(1) : folder + t)))];
}

const textKey = (part: PartContent) => part.lines.map((line) => line.text.trim()).join('\n');

/** The same header on first and other pages is said once; one that only counts pages says nothing. */
function distinct(parts: PartContent[]): PartContent[] {
  const seen = new Set<string>();
  return parts.filter((part) => {
    const key = textKey(part);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew && (!/^(page)?[\s\d/|]*((sur|of)[\s\d]*)?$/i.test(key) || part.hidden.length > 0);
  });
}

/** Lines of several parts in a row, their links moved along. */
export function concatenate(parts: PartContent[]): PartContent {
  const all: PartContent = { lines: [], links: [], hidden: [] };
  let block = 0;
  for (const part of parts) {
    const offset = all.lines.length;
    const lines: DraftLine[] = part.lines.map((line) => ({ ...line, block: (line.block ?? 0) + block }));
    all.lines.push(...lines);
    all.links.push(...part.links.map((l) => (l.draft === undefined ? l : { ...l, draft: l.draft + offset })));
    all.hidden.push(...part.hidden);
    block = Math.max(block, ...lines.map((line) => line.block ?? 0)) + 1;
  }
  return all;
}

/** Word, read from its own XML: headers and footers hold contact data that converters lose, and hidden runs must be told apart. */
export const docxReader: FormatReader = {
  format: 'docx',
  async read(file, context): Promise<ReaderResult> {
    const archive = openArchive(file.data, file.fileName, context.limits.unpackedBytes);
    const main = mainPart(archive);
    const document = main ? archive.xml(main) : null;
    const body = child(document ?? undefined, 'body');
    if (!main || !body) throw new VivierError('corrupt', { fileName: file.fileName, reason: 'word/document.xml' });
    context.check();
    const folder = main.slice(0, main.lastIndexOf('/') + 1);
    const styles = readStyles(archive.xml(`${folder}styles.xml`));
    const part = (name: string) => readPart(archive, name, styles, archive.xml(name) ?? undefined);
    const notes = ['footnotes', 'endnotes'].map((name) => part(`${folder}${name}.xml`));
    const headers = referenced(archive, body, main, 'header');
    const all = concatenate([
      ...distinct(headers.map(part)),
      readPart(archive, main, styles, body),
      ...notes.filter((n) => n.lines.length > 0 || n.hidden.length > 0),
      ...distinct(referenced(archive, body, main, 'footer').map(part)),
    ]);
    return {
      format: 'docx',
      mimeType: MIME,
      lines: all.lines,
      links: all.links,
      hiddenText: all.hidden,
      pages: [flatPage],
      properties: coreProperties(archive.xml('docProps/core.xml')),
      beside: besideDocx(archive, folder, body),
      photo: portraitInDocx([...headers.flatMap((name) => archive.xml(name) ?? []), body]),
    };
  },
};
