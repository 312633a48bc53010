/** One line of text to be painted: place of its baseline from the top left corner, in points. */
export interface Painted {
  text: string;
  x: number;
  y: number;
  size?: number;
  bold?: boolean;
  /** Operators set before the text, for example `1 g` for white. */
  before?: string;
  /** Extra operators inside the text object, for example `3 Tr`. */
  inside?: string;
}

export const PAGE = { width: 595, height: 842 };

const escape = (text: string) => text.replace(/[\\()]/g, (c) => `\\${c}`);

/** Operators that paint a text with Helvetica. Characters beyond Latin-1 are not available. */
export function paint({ text, x, y, size = 10, bold, before = '', inside = '' }: Painted): string {
  const font = bold ? '/F2' : '/F1';
  return `q ${before} BT ${font} ${size} Tf ${inside} 1 0 0 1 ${x} ${PAGE.height - y} Tm (${escape(text)}) Tj ET Q`;
}

/** A filled rectangle; `y` is its top edge. */
export function fill(colour: string, x: number, y: number, width: number, height: number): string {
  return `q ${colour} rg ${x} ${PAGE.height - y - height} ${width} ${height} re f Q`;
}

/** Several lines below each other. */
export function column(texts: string[], x: number, y: number, leading = 14, more: Partial<Painted> = {}): string[] {
  return texts.map((text, i) => paint({ ...more, text, x, y: y + i * leading }));
}

export interface PdfParts {
  /** Content of each page. */
  pages: string[];
  /** Objects added to each page's dictionary, for example annotations. */
  pageExtras?: string;
  resources?: string;
  objects?: string[];
}

/** A small PDF written by hand: two standard fonts, uncompressed streams, objects from number 10 on are the caller's own. */
export function makePdf({ pages, pageExtras = '', resources = '', objects = [] }: PdfParts): Uint8Array {
  const first = 100;
  const kids = pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ');
  const all = new Map<number, string>([
    [1, '<< /Type /Catalog /Pages 2 0 R >>'],
    [2, `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`],
    [3, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'],
    [4, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>'],
  ]);
  objects.forEach((object, i) => all.set(10 + i, object));
  pages.forEach((content, i) => {
    all.set(
      first + 2 * i,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Contents ${first + 2 * i + 1} 0 R ` +
        `/Resources << /Font << /F1 3 0 R /F2 4 0 R >> ${resources} >> ${pageExtras} >>`,
    );
    all.set(first + 2 * i + 1, `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`);
  });
  return serialise(all);
}

function serialise(objects: Map<number, string>): Uint8Array {
  let body = '%PDF-1.7\n';
  const offsets = new Map<number, number>();
  for (const [number, object] of objects) {
    offsets.set(number, Buffer.byteLength(body, 'latin1'));
    body += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const size = Math.max(...objects.keys()) + 1;
  const start = Buffer.byteLength(body, 'latin1');
  body += `xref\n0 ${size}\n`;
  for (let i = 0; i < size; i++) {
    const offset = offsets.get(i);
    body += offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  }
  body += `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(body, 'latin1');
}
