const SECOND = 1_000;

/** What is counted: failures against one account, or from one network address. */
export type ThrottleKind = 'account' | 'address';

/** Attempts allowed before any delay; an address may be shared by a whole health centre. */
const FREE_ATTEMPTS: Readonly<Record<ThrottleKind, number>> = { account: 5, address: 40 };

const FIRST_DELAY_MS = 15 * SECOND;
const LONGEST_DELAY_MS = 15 * 60 * SECOND;

/** A counter is forgotten after this long without an attempt. */
export const THROTTLE_MEMORY_MS = 24 * 3_600 * SECOND;

/** How long to wait after the given number of attempts in a row: nothing at first, then doubling up to a quarter of an hour. */
export function delayAfter(kind: ThrottleKind, attempts: number): number {
  const beyond = attempts - FREE_ATTEMPTS[kind];
  if (beyond < 0) return 0;
  return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(beyond, 16));
}
