import { currentLocale, VivierError } from '../errors';
import type { ExtractedDocument } from '../extract';
import type { ReviewReason } from './review';

/** What a person wrote in the mail that their CV came with: a note for people, never a candidate. */
export interface Letter {
  text: string;
  subject: string | null;
  /** Name, else address of the sender. */
  from: string | null;
  /** ISO 8601 */
  date: string | null;
  fileName: string;
}

type Placed = Pick<ExtractedDocument, 'origin'>;

/** The document as a letter when it is the text of a mail; null when it is a file of its own. */
export function letterOf(document: Pick<ExtractedDocument, 'origin' | 'text' | 'fileName'>): Letter | null {
  return document.origin?.role === 'body' ? toLetter(document) : null;
}

/** A file that came by mail and was refused because it is a cover letter; null for any other refusal. */
export function attachedLetter(
  document: Pick<ExtractedDocument, 'origin' | 'text' | 'fileName'>,
  error: unknown,
): Letter | null {
  const isLetter = error instanceof VivierError && error.code === 'not-a-cv' && error.details.what === 'letter';
  return isLetter && document.origin?.mail ? toLetter(document) : null;
}

function toLetter({ fileName, origin, text }: Pick<ExtractedDocument, 'origin' | 'text' | 'fileName'>): Letter {
  const { subject, from, date } = origin?.mail ?? {};
  return {
    text,
    subject: subject ?? null,
    from: from?.name ?? from?.address ?? null,
    date: date ?? null,
    fileName,
  };
}

/** The same for all documents of one mail; null outside of mails. Two mails may have the same file name, and the same person may write twice. */
export function mailOf({ origin }: Placed): string | null {
  if (!origin?.mail) return null;
  const { messageId, date, from, subject } = origin.mail;
  return JSON.stringify([origin.container, messageId, date, from?.address, subject]);
}

/** A mail whose CV is missing, unreadable, or stands in the mail itself: nobody is made a candidate by it, and nobody is lost. */
export function letterAlone(): ReviewReason {
  return {
    code: 'letter-without-cv',
    path: null,
    message:
      currentLocale() === 'fr'
        ? 'Aucun CV lisible n’accompagnait ce courriel : lisez-le, et demandez le CV s’il y a lieu.'
        : 'No readable CV came with this mail: read it, and ask for the CV if there should be one.',
  };
}
