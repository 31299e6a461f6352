import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { delayAfter, THROTTLE_MEMORY_MS, type ThrottleKind } from '@maillage/domain/identity';
import { DomainError } from '@maillage/domain/kernel';
import { Clock, DirectoryDb, type Tx } from '@maillage/platform';
import { forgetCounter, forgetOldCounters, forgiveOne, lockCounters, saveCounter } from './throttle.store';

/** What is being tried, by whom, from where. */
export interface Attempt {
  readonly purpose: 'sign-in' | 'reset' | 'password' | 'calendar' | 'collection';
  readonly account: string;
  readonly address: string;
}

const accountKey = ({ purpose, account }: Attempt): string => `account:${purpose}:${createHash('sha256').update(account).digest('base64url')}`;
const addressKey = ({ purpose, address }: Attempt): string => `address:${purpose}:${address}`;
const kindOf = (key: string): ThrottleKind => (key.startsWith('account:') ? 'account' : 'address');

/** Slows down whoever tries again and again. Counted before the attempt, so that a hundred at once are a hundred. */
@Injectable()
export class Throttle {
  constructor(
    private readonly db: DirectoryDb,
    private readonly clock: Clock,
  ) {}

  /** Counts the attempt, or refuses it with the time left to wait. */
  async count(attempt: Attempt): Promise<void> {
    const now = this.clock.now();
    await this.db.run(async (tx) => {
      const counters = await lockCounters(tx, [accountKey(attempt), addressKey(attempt)], now);
      const wait = Math.max(0, ...counters.map(({ blockedUntil }) => (blockedUntil ? blockedUntil.getTime() - now.getTime() : 0)));
      if (wait > 0) throw new DomainError('too-many-attempts', { door: attempt.purpose, seconds: Math.ceil(wait / 1_000) });
      for (const counter of counters) {
        const forgotten = now.getTime() - counter.lastAt.getTime() > THROTTLE_MEMORY_MS;
        const attempts = forgotten ? 1 : counter.attempts + 1;
        const delay = delayAfter(kindOf(counter.key), attempts);
        await saveCounter(tx, { key: counter.key, attempts, lastAt: now, blockedUntil: delay > 0 ? new Date(now.getTime() + delay) : null });
      }
    });
  }

  /** The attempt was right: the account starts afresh, the address is not held to it. */
  async forgive(tx: Tx, attempt: Attempt): Promise<void> {
    await forgetCounter(tx, accountKey(attempt));
    await forgiveOne(tx, addressKey(attempt));
    await forgetOldCounters(tx, new Date(this.clock.now().getTime() - THROTTLE_MEMORY_MS));
  }
}
