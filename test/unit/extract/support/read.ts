import { extractDocument, type ExtractOptions } from '../../../../lib/extract';

/** Extracts from bytes or text with a name. */
export function read(data: Uint8Array | string, fileName: string, options?: ExtractOptions) {
  return extractDocument({ data: typeof data === 'string' ? Buffer.from(data, 'utf8') : data, fileName }, options);
}

export const texts = (document: { lines: { text: string }[] }) => document.lines.map((line) => line.text);
