import type { Tx } from '@maillage/platform';
import type { LoginThrottleRow } from './login-throttle.row';

/** The counters with these keys, made when absent, locked until the transaction ends. */
export async function lockCounters(tx: Tx, keys: readonly string[], now: Date): Promise<LoginThrottleRow[]> {
  const sorted = [...keys].sort();
  await tx.query('insert into login_throttle (key, attempts, last_at) select unnest($1::text[]), 0, $2 on conflict (key) do nothing', [sorted, now]);
  return tx.query(
    'select key, attempts, last_at as "lastAt", blocked_until as "blockedUntil" from login_throttle where key = any($1) order by key for update',
    [sorted],
  );
}

/** Writes a counter back. */
export async function saveCounter(tx: Tx, counter: LoginThrottleRow): Promise<void> {
  await tx.query('update login_throttle set attempts = $2, last_at = $3, blocked_until = $4 where key = $1', [
    counter.key, counter.attempts, counter.lastAt, counter.blockedUntil,
  ]);
}

/** Forgets a counter. */
export async function forgetCounter(tx: Tx, key: string): Promise<void> {
  await tx.query('delete from login_throttle where key = $1', [key]);
}

/** An attempt that was right does not count against its address. */
export async function forgiveOne(tx: Tx, key: string): Promise<void> {
  await tx.query('update login_throttle set attempts = greatest(0, attempts - 1), blocked_until = null where key = $1', [key]);
}

/** Forgets counters nobody touched since that moment. */
export async function forgetOldCounters(tx: Tx, before: Date): Promise<void> {
  await tx.query('delete from login_throttle where last_at < $1', [before]);
}
