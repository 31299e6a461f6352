import { DomainError } from '../kernel';

const HOUR = 3_600_000;

/** What a one-time link is for. */
export type LinkKind = 'invitation' | 'password-reset';

/** How long each kind of link works. */
export const LINK_LIFETIME_MS: Readonly<Record<LinkKind, number>> = { invitation: 14 * 24 * HOUR, 'password-reset': HOUR };

/** The part of a link that decides whether it can be used. */
export interface LinkState {
  readonly kind: LinkKind;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** Refuses a link that is unknown, of another kind, used, revoked or expired; the reason is said only for expiry. */
export function requireUsable<L extends LinkState>(link: L | null | undefined, kind: LinkKind, now: Date): L {
  if (!link || link.kind !== kind || link.usedAt !== null || link.revokedAt !== null) throw new DomainError('link-invalid', {});
  if (now.getTime() >= link.expiresAt.getTime()) throw new DomainError('link-expired', { kind });
  return link;
}
