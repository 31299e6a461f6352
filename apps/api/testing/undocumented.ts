import type { ApiDocument, Schema } from '../openapi/schema';

const listOf = (value: unknown): Schema[] => (Array.isArray(value) ? (value as Schema[]) : []);

/** The schemas that say what a value is: references followed, unions and inheritance opened. */
function formsOf(schema: Schema, document: ApiDocument): Schema[] {
  const reference = schema['$ref'];
  if (typeof reference === 'string') return formsOf(document.components.schemas[reference.replace('#/components/schemas/', '')] ?? {}, document);
  const parts = [...listOf(schema['allOf']), ...listOf(schema['anyOf']), ...listOf(schema['oneOf'])];
  return [schema, ...parts.flatMap((part) => formsOf(part, document))];
}

/**
 * The fields of an answer that its schema does not name, as paths (`lines[].personId`), each once. An object whose schema names no
 * field (free JSON) documents nothing and is left alone.
 */
export function undocumentedFields(value: unknown, schema: Schema, document: ApiDocument, path = ''): string[] {
  const forms = formsOf(schema, document);
  if (Array.isArray(value)) {
    const items = forms.map(({ items: each }) => each as Schema | undefined).find((each) => each !== undefined);
    return items ? [...new Set(value.flatMap((one) => undocumentedFields(one, items, document, `${path}[]`)))] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  const named = Object.assign({}, ...forms.map(({ properties }) => properties ?? {})) as Record<string, Schema>;
  const free = forms.map(({ additionalProperties }) => additionalProperties).find((each) => each !== undefined && each !== false);
  if (Object.keys(named).length === 0 && free === undefined) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    const known = named[key] ?? (typeof free === 'object' ? (free as Schema) : undefined);
    const at = path === '' ? key : `${path}.${key}`;
    if (known) return undocumentedFields(one, known, document, at);
    return free === undefined ? [at] : [];
  });
}
