import { VivierError } from '../../errors';
import type { ExtractedDocument } from '../types';
import type { Unpacked } from './types';

/** What a file turned out to be. */
export type Opened = { document: ExtractedDocument } | { unpacked: Unpacked };

/** The document, where one was asked for: a file that holds several is an `unknown-type` there. */
export function documentOf(opened: Opened, fileName: string): ExtractedDocument {
  if ('document' in opened) return opened.document;
  throw new VivierError('unknown-type', { fileName, what: opened.unpacked.container });
}
