import { DomainError } from '../kernel';
import { rightsOf, type Right } from './right';
import type { Role } from './role';

/** Who acts, in which community: made from the session and nothing else. */
export interface Actor {
  readonly personId: string;
  readonly communityId: string;
  readonly role: Role;
  readonly sessionId: string;
}

/** A signed-in person, who may not have chosen a community yet. */
export interface SignedIn {
  readonly personId: string;
  readonly sessionId: string;
  readonly communityId: string | null;
  readonly role: Role | null;
}

/** Whether the actor may do this. */
export const hasRight = (actor: Pick<Actor, 'role'>, right: Right): boolean => rightsOf(actor.role).has(right);

/** Refuses, at the top of a use case, an actor without the right. */
export function requireRight(actor: Pick<Actor, 'role'>, right: Right): void {
  if (!hasRight(actor, right)) throw new DomainError('forbidden', { right });
}

/** The actor of a session, or a refusal when no community has been chosen. */
export function actorOf(signedIn: SignedIn): Actor {
  if (signedIn.communityId === null || signedIn.role === null) throw new DomainError('no-community-chosen', {});
  return { personId: signedIn.personId, sessionId: signedIn.sessionId, communityId: signedIn.communityId, role: signedIn.role };
}
