import { getMetadataStorage } from 'class-validator';
import type { Schema } from './schema';

type Rule = (args: readonly unknown[]) => Schema;

const values = (given: unknown): unknown[] => (Array.isArray(given) ? given : given instanceof Object ? Object.values(given) : []);
const size = (min: unknown, max: unknown, [low, high]: readonly [string, string]): Schema => ({
  ...(min === undefined ? {} : { [low]: min }),
  ...(max === undefined ? {} : { [high]: max }),
});

/** What each rule of class-validator is called in JSON Schema. */
const rules: Readonly<Record<string, Rule>> = {
  isEmail: () => ({ format: 'email' }),
  isUuid: () => ({ format: 'uuid' }),
  isUrl: () => ({ format: 'uri' }),
  isDay: () => ({ format: 'date' }),
  isInt: () => ({ type: 'integer' }),
  isPositive: () => ({ exclusiveMinimum: 0 }),
  min: ([min]) => ({ minimum: min }),
  max: ([max]) => ({ maximum: max }),
  minLength: ([min]) => ({ minLength: min }),
  maxLength: ([max]) => ({ maxLength: max }),
  isLength: ([min, max]) => size(min, max, ['minLength', 'maxLength']),
  arrayMinSize: ([min]) => ({ minItems: min }),
  arrayMaxSize: ([max]) => ({ maxItems: max }),
  arrayNotEmpty: () => ({ minItems: 1 }),
  arrayUnique: () => ({ uniqueItems: true }),
  isIn: ([list]) => ({ enum: values(list) }),
  isEnum: ([list]) => ({ enum: values(list) }),
  matches: ([pattern]) => (pattern instanceof RegExp ? { pattern: pattern.source } : {}),
  isNotEmpty: () => ({ minLength: 1 }),
};

/** The constraints of an input class, by property. */
export function constraintsOf(input: object): Map<string, { own: Schema; items: Schema }> {
  const found = new Map<string, { own: Schema; items: Schema }>();
  for (const { name, type, constraints, each, propertyName } of getMetadataStorage().getTargetValidationMetadatas(input as () => void, '', true, false)) {
    const part = rules[name ?? type]?.((constraints as unknown[] | undefined) ?? []);
    if (!part) continue;
    const known = found.get(propertyName) ?? { own: {}, items: {} };
    Object.assign(each ? known.items : known.own, part);
    found.set(propertyName, known);
  }
  return found;
}

/** Adds the constraints of an input class to the schema of one of its properties. */
export function constrain(schema: Schema, constraint: { own: Schema; items: Schema } | undefined): Schema {
  if (!constraint) return schema;
  const items = Object.keys(constraint.items).length > 0 ? { items: { ...(schema['items'] as Schema | undefined), ...constraint.items } } : {};
  return { ...schema, ...constraint.own, ...items };
}
