export type Locale = 'fr' | 'en';

/** Facts a message may name. No CV text, no names of people, no addresses: messages end up in logs. */
export interface ErrorDetails {
  /** The file or part concerned; a file's name is shown to the person, and only to them. */
  fileName?: string;
  /** A number that the message names: bytes, pages, characters or seconds. */
  actual?: number | string;
  limit?: number | string;
  /** What was found or expected, for example a type, a model name or a host. */
  what?: string;
  reason?: string;
}

export interface Words {
  message: (d: ErrorDetails) => string;
  hint: (d: ErrorDetails) => string;
}

export const file = (d: ErrorDetails, fallback: string) => (d.fileName ? `“${d.fileName}”` : fallback);
export const fichier = (d: ErrorDetails, fallback: string) => (d.fileName ? `« ${d.fileName} »` : fallback);
export const reason = (d: ErrorDetails) => (d.reason ? ` (${d.reason})` : '');

export const words = (
  en: [Words['message'], Words['hint']],
  fr: [Words['message'], Words['hint']],
): Record<Locale, Words> => ({ en: { message: en[0], hint: en[1] }, fr: { message: fr[0], hint: fr[1] } });
