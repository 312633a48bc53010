import { z } from 'zod/v4';
import { ENDPOINTS, type Endpoint } from './endpoints';
import { FILE_FIELD } from './check';
import { problem } from './outputs';
import { PROBLEM_TYPE, TITLES } from './problem';

type Json = Record<string, unknown>;

/** Any request may be refused for these. */
const ALWAYS = [401, 403, 429, 500, 503];
const COMPONENTS = '#/components/schemas/';

/** The OpenAPI 3.1 description of the HTTP API, made from the table that requests are checked against. */
export function openApi(version: string): Json {
  const paths: Record<string, Json> = {};
  for (const [name, endpoint] of Object.entries<Endpoint>(ENDPOINTS)) {
    const [method, path] = name.split(' ');
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Vivier',
      version,
      description: 'Talent pool on your own premises. Paths stand behind n8n’s /webhook.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: 'http://localhost:5678/webhook' }],
    security: [{ bearer: [] }, { apiKey: [] }],
    paths,
    components: {
      schemas: components(),
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        apiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key' },
      },
    },
  };
}

function operationOf(endpoint: Endpoint): Json {
  const { id, summary, roles, query, status, errors } = endpoint;
  const parameters = query ? parametersOf(query) : [];
  const body = bodyOf(endpoint);
  const failures = [...new Set([...errors, ...ALWAYS])].sort();
  return {
    operationId: id,
    summary,
    description: `Roles: ${roles.join(', ')}`,
    ...(parameters.length ? { parameters } : {}),
    ...(body ? { requestBody: { required: true, content: body } } : {}),
    responses: {
      [status]: { description: 'Done', content: answerOf(endpoint) },
      ...Object.fromEntries(failures.map((failure) => [failure, failureOf(failure)])),
    },
  };
}

function parametersOf(query: z.ZodObject): Json[] {
  // A number in an address is written as digits: what is meant by it stands in what comes out.
  const { properties } = schemaOf(query, 'output') as { properties: Record<string, Json> };
  const { required = [] } = schemaOf(query, 'input') as { required?: string[] };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    ...{ name, in: 'query', required: required.includes(name) && schema.default === undefined },
    ...(description ? { description } : {}),
    schema,
  }));
}

function bodyOf({ json, form }: Endpoint): Json | null {
  if (json) return { 'application/json': { schema: schemaOf(json, 'input') } };
  if (!form) return null;
  const schema = schemaOf(form, 'input') as { properties: Json; required?: string[] };
  const file = { type: 'string', contentMediaType: 'application/octet-stream' };
  const properties = { [FILE_FIELD]: file, ...schema.properties };
  const required = [FILE_FIELD, ...(schema.required ?? [])];
  return { 'multipart/form-data': { schema: { ...schema, properties, required } } };
}

function answerOf({ answer, media = [] }: Endpoint): Json {
  if (answer) return { 'application/json': { schema: schemaOf(answer, 'output') } };
  return Object.fromEntries(media.map((type) => [type, { schema: { type: 'string' } }]));
}

const failureOf = (status: number): Json => ({
  description: TITLES[status],
  ...(status === 429
    ? { headers: { 'Retry-After': { schema: { type: 'integer' }, description: 'Seconds to wait' } } }
    : {}),
  content: { [PROBLEM_TYPE]: { schema: { $ref: `${COMPONENTS}Problem` } } },
});

/** Named schemas are told once, under the components. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, $defs: _named, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  return withComponents(rest) as Json;
}

function components(): Json {
  const schemas: Json = {};
  for (const { answer } of Object.values<Endpoint>(ENDPOINTS)) {
    if (answer) Object.assign(schemas, z.toJSONSchema(answer, { io: 'output', unrepresentable: 'any' }).$defs);
  }
  const { $schema: _dialect, ...own } = z.toJSONSchema(problem) as Json;
  return withComponents({ ...schemas, Problem: own }) as Json;
}

function withComponents(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withComponents);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      key === '$ref' && typeof inner === 'string'
        ? [key, inner.replace('#/$defs/', COMPONENTS)]
        : [key, withComponents(inner)],
    ),
  );
}
