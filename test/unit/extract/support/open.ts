import { extractDocuments, type DocumentOutcome, type DocumentsOptions } from '../../../../lib/extract';

/** All documents in bytes or text with a name. */
export function open(data: Uint8Array | string, fileName: string, options?: DocumentsOptions) {
  return extractDocuments({ data: typeof data === 'string' ? Buffer.from(data, 'utf8') : data, fileName }, options);
}

/** Path and what became of it, short enough to compare. */
export const summary = (outcomes: DocumentOutcome[]) =>
  outcomes.map((o) => `${o.origin?.path ?? o.fileName}: ${o.error ? `!${o.error.code}` : o.document.format}`);

/** A PNG's head with these dimensions: what tells a logo from a scanned page. */
export function pngHead(width: number, height: number): Buffer {
  const head = Buffer.from('89504e470d0a1a0a0000000d49484452000000000000000008060000000000000000', 'hex');
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
}
