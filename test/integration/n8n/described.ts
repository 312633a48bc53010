import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');

interface Ajv {
  removeKeyword(name: string): void;
  addSchema(schema: object, key: string): void;
  getSchema(ref: string): (((data: unknown) => boolean) & { errors?: unknown }) | undefined;
  errorsText(errors: unknown): string;
}

/** n8n brings a validator for the JSON Schema that OpenAPI 3.1 uses (2020-12). */
const { default: Ajv2020 } = createRequire(join(ROOT, 'runtime/package.json'))('ajv/dist/2020') as {
  default: new (options: object) => Ajv;
};
const ajv = new Ajv2020({ strict: false, validateFormats: false });
// The names that zod leaves on shared schemas; the validator takes the word for one of an old draft.
ajv.removeKeyword('id');

interface Description {
  paths: Record<string, Record<string, { responses: Record<string, { content: Record<string, object> }> }>>;
}
const description = JSON.parse(readFileSync(join(ROOT, 'docs/openapi.json'), 'utf8')) as Description;
ajv.addSchema(description, 'openapi');

const pointer = (...parts: string[]) => parts.map((part) => part.replace(/~/g, '~0').replace(/\//g, '~1')).join('/');

/** Throws when docs/openapi.json does not describe an answer: its status, its type, or its JSON. */
export function checkDescribed(method: string, path: string, { status, type, json }: Answer): void {
  const [bare] = path.split('?');
  const verb = method.toLowerCase();
  const [kind] = type.split(';');
  const content = description.paths[bare]?.[verb]?.responses[status]?.content ?? {};
  const said = `${method} ${bare} answered ${status} ${kind}`;
  if (!(kind in content)) throw new Error(`${said}, which docs/openapi.json does not describe`);
  if (!kind.includes('json')) return;
  const at = pointer('paths', bare, verb, 'responses', String(status), 'content', kind, 'schema');
  const valid = ajv.getSchema(`openapi#/${encodeURI(at)}`);
  if (!valid?.(json)) throw new Error(`${said}, not as described: ${ajv.errorsText(valid?.errors)}`);
}

interface Answer {
  status: number;
  type: string;
  json: unknown;
}
