import { endWorkers } from './pool';

/** Ends the OCR workers, so that the process can exit. Safe to call at any time; the next OCR starts new ones. */
export async function closeExtractors(): Promise<void> {
  await endWorkers();
}
