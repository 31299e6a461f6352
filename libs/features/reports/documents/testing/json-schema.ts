/** The words of JSON Schema our schemas use. */
interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly type?: string | readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean;
  readonly items?: Schema;
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

/** Every fault of a value against a schema; none when it is valid. */
export function schemaFaults(root: object, value: unknown, schema: Schema = root, at = '$'): string[] {
  const definitions = (root as Schema).$defs ?? {};
  if (schema.$ref) {
    const target = definitions[schema.$ref.replace('#/$defs/', '')];
    return target ? schemaFaults(root, value, target, at) : [`${at}: unknown ${schema.$ref}`];
  }
  if (schema.anyOf) return schema.anyOf.some((one) => schemaFaults(root, value, one, at).length === 0) ? [] : [`${at}: fits nothing`];
  if ('const' in schema && value !== schema.const) return [`${at}: not ${String(schema.const)}`];
  if (schema.enum && !schema.enum.includes(value)) return [`${at}: ${String(value)} is not expected`];
  const type = typeOf(value);
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.includes(type) && !(type === 'integer' && types.includes('number'))) return [`${at}: ${type} instead of ${types.join(' or ')}`];
  const faults: string[] = [];
  if (typeof value === 'string' && schema.pattern && !new RegExp(schema.pattern).test(value)) faults.push(`${at}: « ${value} »`);
  if (typeof value === 'number' && schema.minimum !== undefined && value < schema.minimum) faults.push(`${at}: below ${schema.minimum}`);
  if (Array.isArray(value)) faults.push(...value.flatMap((item, index) => (schema.items ? schemaFaults(root, item, schema.items, `${at}[${index}]`) : [])));
  if (type === 'object') {
    const object = value as Record<string, unknown>;
    for (const key of schema.required ?? []) if (!(key in object)) faults.push(`${at}.${key}: missing`);
    for (const [key, item] of Object.entries(object)) {
      const property = schema.properties?.[key];
      if (property) faults.push(...schemaFaults(root, item, property, `${at}.${key}`));
      else if (schema.additionalProperties === false) faults.push(`${at}.${key}: unexpected`);
    }
  }
  return faults;
}
