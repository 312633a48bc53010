/** Names that stand for a program. A machine rejects nobody, so none of them can answer for a rejection. */
const MACHINES =
  /^(?:system|systeme|auto(?:mat(?:ion|ic|ique|isation))?|n8n|vivier|workflow|flow|robot|bot|ai|ia|llm|model|modele|mistral|ollama|script|cron|admin|root|unknown|inconnu|none|null|undefined|n\/?a|test)$/;

export function isNamedPerson(by: string): boolean {
  const name = by.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
  return /\p{L}.*\p{L}/u.test(name) && !MACHINES.test(name);
}
