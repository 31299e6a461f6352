const HOUR = 3_600_000;

/** A session ends after this long without a request. */
export const SESSION_IDLE_MS = 12 * HOUR;

/** A session ends after this long whatever happens. */
export const SESSION_ABSOLUTE_MS = 14 * 24 * HOUR;

/** The last-seen mark is written at most this often. */
export const SESSION_TOUCH_MS = 60_000;

/** The moments that decide of a session. */
export interface SessionTimes {
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

/** Whether a session still opens the door. */
export const sessionIsOpen = (session: SessionTimes, now: Date): boolean =>
  now.getTime() < session.expiresAt.getTime() && now.getTime() - session.lastSeenAt.getTime() < SESSION_IDLE_MS;

/** Whether the last-seen mark is old enough to be written again. */
export const sessionNeedsTouch = (session: SessionTimes, now: Date): boolean => now.getTime() - session.lastSeenAt.getTime() >= SESSION_TOUCH_MS;
