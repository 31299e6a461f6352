import type { Schema } from '../openapi/schema';

/** The parts of the document that samples are made from. */
export type Schemas = Readonly<Record<string, Schema>>;

const byFormat: Readonly<Record<string, string>> = {
  email: 'essai@exemple.fr',
  uuid: '0192f3a0-0000-7000-8000-000000000000',
  date: '2026-11-20',
  'date-time': '2026-11-20T10:00:00.000Z',
  uri: 'https://exemple.fr',
};

function text(schema: Schema): string {
  const format = schema['format'];
  const known = typeof format === 'string' ? byFormat[format] : undefined;
  if (known !== undefined) return known;
  const least = typeof schema['minLength'] === 'number' ? schema['minLength'] : 1;
  return 'a'.repeat(Math.max(1, least));
}

/** The smallest value a schema of the document accepts: required fields only. */
export function sampleOf(schema: Schema, schemas: Schemas): unknown {
  const reference = schema['$ref'];
  if (typeof reference === 'string') return sampleOf(schemas[reference.split('/').at(-1) ?? ''] ?? {}, schemas);
  const choice = (schema['anyOf'] ?? schema['oneOf'] ?? schema['allOf']) as Schema[] | undefined;
  if (choice?.[0]) return sampleOf(choice[0], schemas);
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  const type = Array.isArray(schema['type']) ? schema['type'][0] : schema['type'];
  if (type === 'string') return text(schema);
  if (type === 'integer' || type === 'number') return schema['minimum'] ?? 1;
  if (type === 'boolean') return true;
  if (type === 'array') return Array.from({ length: Number(schema['minItems'] ?? 0) }, () => sampleOf((schema['items'] as Schema | undefined) ?? {}, schemas));
  const required = (schema['required'] as string[] | undefined) ?? [];
  const properties = (schema['properties'] as Record<string, Schema> | undefined) ?? {};
  return Object.fromEntries(required.map((name) => [name, sampleOf(properties[name] ?? {}, schemas)]));
}
