import { z } from 'zod/v4';

type Json = Record<string, unknown>;

/** What Ollama's grammar understands. Other keywords are skipped silently there, or break the grammar. */
const KEPT = ['type', 'enum', 'const', 'anyOf', 'items', 'properties', 'maxItems'] as const;
/** Repetitions are written out in the grammar: a large bound makes it explode. */
const LARGEST_MAX_ITEMS = 200;

function plain(node: Json): Json {
  const out: Json = {};
  for (const key of KEPT) {
    const value = node[key];
    if (value === undefined) continue;
    if (key === 'properties') {
      const entries = Object.entries(value as Record<string, Json>);
      out.properties = Object.fromEntries(entries.map(([name, child]) => [name, plain(child)]));
      out.required = entries.map(([name]) => name);
    } else if (key === 'items') out.items = plain(value as Json);
    else if (key === 'anyOf') out.anyOf = (value as Json[]).map(plain);
    else if (key === 'maxItems' && (value as number) > LARGEST_MAX_ITEMS) continue;
    else out[key] = value;
  }
  return out;
}

/** A zod schema as plain JSON Schema: every property required, in the order written, nothing but types, enums and lists. */
export function toPlainSchema(schema: z.ZodType): Json {
  return plain(z.toJSONSchema(schema, { io: 'input' }) as Json);
}
