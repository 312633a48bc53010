import type { Assembled } from './assemble';
import { qualityOf } from './quality';
import type { ReaderResult } from './reader';
import { documentSections } from './sections';
import { instructionWarnings, payloads } from './suspicion';
import { textFingerprint } from './text/fingerprint';
import { detectLanguage } from './text/language';
import type { ExtractedDocument } from './types';

type Completed = Omit<ExtractedDocument, 'fileName' | 'bytes' | 'sha256'>;

/** What the text tells beside itself: its language, fingerprint and sections, what else the file carries, and how far the reading can be trusted. */
export async function complete(result: ReaderResult, document: Assembled): Promise<Completed> {
  const language = await detectLanguage(document.text);
  const hiddenText = [...document.hiddenText, ...payloads(result.beside ?? [], document.text)];
  const judged = { ...document, language, hiddenText };
  return {
    ...judged,
    textSha256: textFingerprint(document.text),
    sections: documentSections(document),
    photo: result.photo ?? null,
    quality: qualityOf(judged, result.lines),
    warnings: [...document.warnings, ...instructionWarnings(document.lines)],
  };
}
