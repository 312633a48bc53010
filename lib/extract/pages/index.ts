import { VivierError } from '../../errors';
import { drawFile, refuseBySize } from '../extract';
import type { SourceFile } from '../reader';
import { DEFAULT_LIMITS } from '../types';
import type { PageImage, PageOptions } from './types';

export { cropBox } from './crop';
export type { PageImage, PageOptions, PageSettings } from './types';

/**
 * Pages of a PDF, or of a picture (each page of a TIFF), as PNG: for a person to look at beside what was read. Drawn in a parsing process, which is killed when
 * the time is up or `signal` aborts; no page has more than 20 million pixels.
 *
 * Throws VivierError: `no-pages` for formats that have none (Word, text…), `invalid-input` for a page that isn't there or a size that is none, `empty`,
 * `too-large`, `unknown-type`, `corrupt`, `truncated`, `encrypted`, `image`, `timeout`, `cancelled`, `internal`.
 */
export async function renderPages(file: SourceFile, options: PageOptions = {}): Promise<PageImage[]> {
  const { password, signal, limits: own, ...settings } = options;
  const limits = { ...DEFAULT_LIMITS, ...own };
  refuseBySize(file, limits.fileBytes);
  for (const what of ['width', 'dpi'] as const) {
    const size = settings[what];
    if (size !== undefined && !(size >= 1)) throw new VivierError('invalid-input', { what });
  }
  return drawFile(file, settings, { limits, password }, signal);
}
