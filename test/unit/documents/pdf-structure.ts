import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs' with { 'resolution-mode': 'import' };

type TreeNode = Awaited<ReturnType<PDFPageProxy['getStructTree']>>;

/** An element of a PDF's structure tree with what it says; lists and tables have no text of their own. */
export interface Read {
  tag: string;
  text: string;
  alt?: string;
}

export interface TaggedPdf {
  language: unknown;
  isMarked: boolean;
  title: unknown;
  metadata: string;
  /** In reading order, page after page. */
  elements: Read[];
  /** Text that belongs to no element and is not marked as decoration. */
  unmarked: string[];
}

/** What a screen reader is given of a PDF. */
export async function taggedPdf(bytes: Buffer): Promise<TaggedPdf> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const elements: Read[] = [];
  const unmarked: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { texts, outside } = await marksOf(page);
    unmarked.push(...outside);
    const tree: TreeNode | null = await page.getStructTree();
    if (tree) elements.push(...readIn(tree, texts));
  }
  const { info, metadata } = await pdf.getMetadata();
  const mark = await pdf.getMarkInfo();
  const properties: Record<string, unknown> = { ...info };
  await pdf.destroy();
  return {
    ...{ elements, unmarked, title: properties.Title, language: properties.Language },
    isMarked: mark?.Marked === true,
    metadata: metadata?.getRaw() ?? '',
  };
}

/** The text of each marked piece by its id, and the text that stands in none. */
async function marksOf(page: PDFPageProxy): Promise<{ texts: Map<string, string>; outside: string[] }> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const texts = new Map<string, string>();
  const outside: string[] = [];
  const open: (string | null)[] = [];
  for (const item of items) {
    if ('str' in item) {
      const id = open.find((one) => one !== null && one !== '');
      if (id) texts.set(id, `${texts.get(id) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`);
      else if (open.length === 0 && item.str.trim() !== '') outside.push(item.str);
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push('id' in item ? item.id : null);
  }
  return { texts, outside };
}

function readIn(node: TreeNode, texts: Map<string, string>): Read[] {
  const own = node.children.flatMap((child) =>
    'id' in child && typeof child.id === 'string' ? [texts.get(child.id) ?? ''] : [],
  );
  const below = node.children.flatMap((child) => ('role' in child ? readIn(child, texts) : []));
  const alt = 'alt' in node && typeof node.alt === 'string' ? { alt: node.alt } : {};
  return [{ tag: node.role, text: own.join('').trim(), ...alt }, ...below];
}
