/** What an address can carry: text, or several texts under one name. */
export type SearchValue = string | string[];

/** `?q=soins&mission=a&mission=b` as an object of texts: addresses stay readable, validators give the types. */
export function parseSearch(text: string): Record<string, SearchValue> {
  const result: Record<string, SearchValue> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const before = result[name];
    result[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  return result;
}

/** The other way round; what is empty or absent is left out. */
export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '' && one !== false) params.append(name, String(one));
    }
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}

/** One text of the address. */
export function textParam(value: unknown): string | undefined {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return typeof one === 'string' && one !== '' ? one : typeof one === 'number' ? String(one) : undefined;
}

/** One whole number of the address, at least 1. */
export function countParam(value: unknown): number | undefined {
  const number = Number(textParam(value));
  return Number.isInteger(number) && number >= 1 ? number : undefined;
}

/** One of the values allowed. */
export function choiceParam<T extends string>(value: unknown, allowed: readonly T[]): T | undefined {
  const text = textParam(value);
  return allowed.find((choice) => choice === text);
}

/** Several texts of the address. */
export function listParam(value: unknown): string[] | undefined {
  const list = (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && one !== '');
  return list.length > 0 ? list : undefined;
}
