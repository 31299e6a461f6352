import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Notices } from '@maillage/platform';
import type { FoundSession } from './session.store';

/** Remembered at most this long, whatever happens. */
const LONGEST_MS = 20_000;
const MOST = 20_000;

/** Where the triggers of sessions and places tell whose session changed. */
const CHANNEL = 'session_change';

interface Entry {
  session: FoundSession;
  readAt: number;
}

/**
 * The sessions this process has just seen, so that a request does not ask the database who is calling. Forgotten at once when
 * the database tells that the session or the place changed, here or in another process; nothing is remembered while it cannot tell.
 */
@Injectable()
export class SessionCache implements OnApplicationShutdown {
  private readonly entries = new Map<string, Entry>();
  private readonly ofPerson = new Map<string, Set<string>>();
  private changes = 0;
  private leave: (() => void) | undefined;

  constructor(private readonly notices: Notices) {}

  onApplicationShutdown(): void {
    this.leave?.();
    this.forgetAll();
  }

  /** The session of a token as last read, or what must be read. */
  find(key: string): FoundSession | null {
    const entry = this.notices.hears(CHANNEL) ? this.entries.get(key) : undefined;
    if (!entry) return null;
    if (performance.now() - entry.readAt > LONGEST_MS) {
      this.entries.delete(key);
      return null;
    }
    return entry.session;
  }

  /** Reads a session and remembers it, unless something changed while it was read. */
  async read(key: string, load: () => Promise<FoundSession | null>): Promise<FoundSession | null> {
    this.leave ??= this.subscribe();
    const before = this.changes;
    const heard = this.notices.hears(CHANNEL);
    const session = await load();
    if (session && heard && this.notices.hears(CHANNEL) && before === this.changes) this.keep(key, session);
    return session;
  }

  private subscribe(): () => void {
    return this.notices.subscribe(CHANNEL, {
      heard: (personId) => this.forget(personId),
      resumed: () => this.forgetAll(),
      lost: () => this.forgetAll(),
    });
  }

  /** Forgets the sessions of a person. */
  forget(personId: string): void {
    this.changes += 1;
    for (const key of this.ofPerson.get(personId) ?? []) this.entries.delete(key);
    this.ofPerson.delete(personId);
  }

  private forgetAll(): void {
    this.changes += 1;
    this.entries.clear();
    this.ofPerson.clear();
  }

  private keep(key: string, session: FoundSession): void {
    if (this.entries.size >= MOST) this.forgetAll();
    this.entries.set(key, { session, readAt: performance.now() });
    const keys = this.ofPerson.get(session.personId) ?? new Set();
    this.ofPerson.set(session.personId, keys.add(key));
  }
}
