import { hasRight, type Actor } from '@maillage/domain/identity';
import { DomainError } from '@maillage/domain/kernel';
import type { ActionTracking } from './action';

type Who = Pick<Actor, 'personId' | 'role'>;
type Led = Pick<ActionTracking, 'leadPersonId'>;

/** Whether this person keeps the tracking of this action up to date: the coordination for all, a lead for the actions it leads. */
export function mayTrack(actor: Who, action: Led): boolean {
  if (!hasRight(actor, 'project.track')) return false;
  return hasRight(actor, 'project.write') || action.leadPersonId === actor.personId;
}

/** Refuses somebody else's action. */
export function requireTracking(actor: Who, action: Led): void {
  if (!mayTrack(actor, action)) throw new DomainError('forbidden', { right: 'project.track' });
}

/** Who leads an action is decided by the coordination: a lead neither takes nor gives away an action. */
export function requireLeadKept(actor: Who, before: Led & { leadName: string | null }, after: Led & { leadName: string | null }): void {
  const same = before.leadPersonId === after.leadPersonId && before.leadName === after.leadName;
  if (!same && !hasRight(actor, 'project.write')) throw new DomainError('forbidden', { right: 'project.write' });
}
