import type { MailAddress } from './types';

/** How mail programs head a message that is passed on, in French, English and German. */
const BORDER =
  /^[\s>]*(?:-{2,}\s*(?:forwarded message|original message|message transféré|message d['’ ]origine|message original|weitergeleitete nachricht|ursprüngliche nachricht)\s*-{2,}|(?:begin forwarded message|début du message (?:réexpédié|transféré)|anfang der weitergeleiteten nachricht)\s*:)\s*$/im;
const FROM = /^[\s>*]*(?:from|de|von)\s*\*?\s*:\s*\*?\s*(.{1,300})$/im;
const SUBJECT = /^[\s>*]*(?:subject|objet|betreff)\s*\*?\s*:\s*\*?\s*(.{1,300})$/im;
/** Two of these below each other are such a head even without a border: Outlook draws only a line. */
const OTHERS = /^[\s>*]*(?:sent|date|envoyé|to|à|an|gesendet|datum)\s*\*?\s*:/im;
const FORWARD = /^\s*(?:fwd?|tr|wg|i)\s*:/i;
/** Lines in which a head must be complete. */
const HEAD_LINES = 12;

/** Who wrote the message that was passed on, as the forwarded head in the text says; null when it was not forwarded. */
export function originalOf(text: string, subject: string): (MailAddress & { subject?: string }) | null {
  const border = BORDER.exec(text);
  // A reply quotes its head in the same way: only the subject tells them apart.
  if (!border && !FORWARD.test(subject)) return null;
  const from = border ? border.index + border[0].length : (FROM.exec(text)?.index ?? -1);
  if (from < 0) return null;
  const head = text.slice(from).split('\n').slice(0, HEAD_LINES).join('\n');
  const writer = FROM.exec(head)?.[1];
  if (!writer || !OTHERS.test(head)) return null;
  const address = /[^\s<>"'[\]();:,]+@[^\s<>"'[\]();:,]+/.exec(writer)?.[0];
  const name = writer.split(/[<[(]/)[0].replace(/["*]/g, '').trim();
  const about = SUBJECT.exec(head)?.[1].trim();
  return {
    ...(name !== '' && name !== address && { name }),
    ...(address && { address }),
    ...(about && { subject: about }),
  };
}
