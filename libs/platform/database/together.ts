import type { Tx } from './database';

/** A read that can be asked together with others: its SQL, and what is made of its rows as they come in a JSON. */
export interface Part<T> {
  /** One select; its values are `$1`, `$2`… */
  readonly text: string;
  readonly told: (rows: object[]) => T;
}

/** A row as it comes in a JSON: its instants are texts. */
export type Told<Row> = { [Key in keyof Row]: Row[Key] extends Date ? string : Row[Key] extends Date | null ? string | null : Row[Key] };

/** A part from its SQL and what its rows say. */
export function part<Row extends object, T>(text: string, told: (rows: Row[]) => T): Part<T> {
  return { text, told: told as unknown as (rows: object[]) => T };
}

/** A row come in a JSON with its instants back; the row itself is changed. */
export function withInstants<Row extends object>(row: Told<Row>, ...keys: (keyof Row)[]): Row {
  const cells = row as Record<keyof Row, unknown>;
  for (const key of keys) if (cells[key] !== null) cells[key] = new Date(cells[key] as string);
  return row as unknown as Row;
}

type Answers<Parts> = { [Name in keyof Parts]: Parts[Name] extends Part<infer T> ? T : never };

/**
 * Several reads in one statement: one round trip, one plan, one moment. The texts are joined once; a call gives each part its
 * values. A fault of one part is the fault of all.
 */
export function together<Parts extends Record<string, Part<unknown>>>(parts: Parts): (tx: Tx, values: { [Name in keyof Parts]: readonly unknown[] }) => Promise<Answers<Parts>> {
  const names: (keyof Parts & string)[] = Object.keys(parts);
  let before = 0;
  const columns = names.map((name) => {
    const { text } = parts[name] as Part<unknown>;
    let most = 0;
    const numbered = text.replace(/\$(\d+)/g, (_, place: string) => {
      most = Math.max(most, Number(place));
      return `$${before + Number(place)}`;
    });
    before += most;
    return `(select coalesce(json_agg(r), '[]') from (${numbered}) r) as "${name}"`;
  });
  const whole = `select ${columns.join(',\n')}`;
  return async (tx, values) => {
    const rows: Record<string, object[]>[] = await tx.query(whole, names.flatMap((name) => [...values[name]]));
    return Object.fromEntries(names.map((name) => [name, parts[name]?.told(rows[0]?.[name] ?? [])])) as Answers<Parts>;
  };
}
