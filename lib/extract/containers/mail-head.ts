/** Fields that nearly every mail has; two of them beside each other are seen in nothing else that is only made of fields. */
const KNOWN =
  /^(?:received|return-path|delivered-to|from|to|subject|date|message-id|mime-version|dkim-signature|x-originating-ip|content-type)$/i;
/** RFC 5322, 3.6.8: printable US-ASCII but the colon. */
const FIELD = /^([!-9;-~]{1,76})[ \t]*:/;

/**
 * Whether a text begins as a mail does: nothing but header fields and their continuation lines up to the first empty line, among them two that mails have
 * (one is enough where the file's name or type says that it is a mail). RFC 5322, 2.2.
 */
export function looksLikeMail(head: string, isNamedMail: boolean): boolean {
  const found = new Set<string>();
  const lines = head.split(/\r?\n/);
  // The last line may be cut where the head ends.
  for (const [i, line] of lines.slice(0, Math.max(1, lines.length - 1)).entries()) {
    if (line.trim() === '') break;
    if (/^[ \t]/.test(line) && i > 0) continue;
    if (i === 0 && /^From \S/.test(line)) continue;
    const field = FIELD.exec(line)?.[1].toLowerCase();
    if (field === undefined) return false;
    if (KNOWN.test(field)) found.add(field);
  }
  if (isNamedMail) return found.size > 0;
  const isSent = ['from', 'received', 'return-path', 'delivered-to'].some((field) => found.has(field));
  return (
    isSent && found.size >= 2 && ['message-id', 'mime-version', 'received', 'date', 'subject'].some((f) => found.has(f))
  );
}
