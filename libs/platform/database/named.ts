import type { PoolClient } from 'pg';
import type { Tx } from './database';

/**
 * A prepared statement, planned once per connection: for the few hot queries. A name belongs to one text for ever
 * (`<area>.<what>`); columns come back as the driver gives them, with days as strings and numbers as numbers.
 */
export async function named<T extends object>(tx: Tx, name: string, text: string, values: readonly unknown[]): Promise<T[]> {
  if (!tx.queryRunner) throw new Error('named() is called inside a transaction of a door.');
  const client = (await tx.queryRunner.connect()) as PoolClient;
  const result = await client.query<T>({ name, text, values: [...values] });
  return result.rows;
}
