import type { VivierError } from '../../errors';
import type { ContainerFormat, DocumentFormat, DocumentOrigin, MailOrigin } from '../types';

/** A document inside a container, before it is read; or why it can't be. */
export interface Part {
  /** Sanitised, without folders. */
  fileName: string;
  /** Sanitised, with its folders inside the container. */
  path: string;
  role: DocumentOrigin['role'];
  mimeType?: string;
  /** Where the container knows it: a mail's body is never taken for anything else. */
  format?: DocumentFormat;
  data?: Uint8Array;
  error?: VivierError;
}

export interface Unpacked {
  container: ContainerFormat;
  parts: Part[];
  mail?: MailOrigin;
}
