import { createHash } from 'node:crypto';
import type { PoolClient, QueryResult } from 'pg';
import { QueryFailedError, type QueryRunner } from 'typeorm';

/** A query this slow is told in the log, in milliseconds. */
export const slowQueryMs = 1_000;

/** Texts of the stores are few; beyond this many they are made on the fly and not worth keeping. */
const most = 2_000;

const names = new Map<string, string>();

/** The name of a statement, from its text; undefined for what cannot be prepared. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (text.includes(';') || names.size >= most) return undefined;
  const name = `q_${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`;
  names.set(text, name);
  return name;
}

/** What TypeORM gives back for a command: rows, with the count of rows for those that change some. */
function raw({ command, rows, rowCount }: QueryResult): unknown {
  return command === 'UPDATE' || command === 'DELETE' ? [rows, rowCount] : rows;
}

/** Says which query was slow. */
export type TellSlow = (milliseconds: number, text: string) => void;

/**
 * Makes every query of a transaction a prepared statement: the texts of the stores never change, so the database reads and
 * plans each once per connection instead of at every request.
 */
export function prepareQueries(runner: QueryRunner, client: PoolClient, tellSlow: TellSlow): void {
  const ordinary = runner.query.bind(runner) as (text: string, values?: unknown[], structured?: boolean) => Promise<unknown>;
  const prepared = async (text: string, values?: unknown[], structured?: boolean): Promise<unknown> => {
    const name = structured || runner.isReleased ? undefined : nameOf(text);
    if (name === undefined) return ordinary(text, values, structured);
    const start = performance.now();
    try {
      return raw(await client.query({ name, text, values: values ?? [] }));
    } catch (error) {
      throw new QueryFailedError(text, values, error as Error);
    } finally {
      const took = performance.now() - start;
      if (took > slowQueryMs) tellSlow(took, text);
    }
  };
  Object.assign(runner, { query: prepared });
}
