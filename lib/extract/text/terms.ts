/** A word list written compactly: terms separated by `;`, line breaks free. */
export function terms(text: string): readonly string[] {
  return text
    .split(';')
    .map((term) => term.trim().replace(/\s+/g, ' '))
    .filter(Boolean);
}
