/** A UUID (version 7, made by the application), in lower case. */
export type Uuid = string;

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** True for a well-formed UUID. */
export function isUuid(value: unknown): value is Uuid {
  return typeof value === 'string' && pattern.test(value);
}
