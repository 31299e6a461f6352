/** A piece of JSON: a schema, or a part of the document. */
export type Schema = Record<string, unknown>;

/** The document as it is written. */
export interface ApiDocument {
  openapi: string;
  info: Schema;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

/** One route. */
export interface Operation {
  operationId: string;
  parameters?: { name: string; in: string; required: boolean; schema: Schema }[];
  responses: Record<string, Schema>;
  [more: string]: unknown;
}

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);

/** OpenAPI 3.0's `nullable` as the union with `null` of 3.1. */
function withNull({ nullable, ...schema }: Schema): Schema {
  if (nullable !== true) return schema;
  const { allOf, type, description, ...rest } = schema;
  const said = description === undefined ? {} : { description };
  if (Array.isArray(allOf) && allOf.length === 1) return { ...said, anyOf: [allOf[0], { type: 'null' }] };
  const list = Array.isArray(rest['enum']) ? { enum: [...(rest['enum'] as unknown[]), null] } : {};
  return { ...said, ...rest, ...list, ...(typeof type === 'string' ? { type: [type, 'null'] } : {}) };
}

/** The same document in OpenAPI 3.1, its keys in alphabetical order: two writings of one API are the same text. */
export function settled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(settled);
  if (!isSchema(value)) return value;
  const schema = 'nullable' in value && typeof value['nullable'] === 'boolean' ? withNull(value) : value;
  return Object.fromEntries(
    Object.keys(schema)
      .sort()
      .map((key) => [key, settled(schema[key])]),
  );
}
