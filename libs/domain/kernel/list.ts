/** The list with the item at `from` moved to `to`; nothing else changes order. */
export function moveItem<T>(list: readonly T[], from: number, to: number): T[] {
  const copy = [...list];
  const [item] = copy.splice(from, 1);
  if (item !== undefined) copy.splice(Math.max(0, Math.min(to, copy.length)), 0, item);
  return copy;
}

/** Groups by a key, keeping the order of first appearance. */
export function groupBy<T, K>(list: readonly T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of list) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** Each item once, by its key, the first kept. */
export function uniqueBy<T, K>(list: readonly T[], key: (item: T) => K): T[] {
  const seen = new Map<K, T>();
  for (const item of list) if (!seen.has(key(item))) seen.set(key(item), item);
  return [...seen.values()];
}

/** The thing without some of its fields: what is told of it where these are not to be. */
export function without<T extends object, K extends keyof T>(thing: T, ...fields: readonly K[]): Omit<T, K> {
  const copy = { ...thing };
  for (const field of fields) delete copy[field];
  return copy;
}
