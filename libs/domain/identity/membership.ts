import { DomainError } from '../kernel';
import { isReader, type GrantableRole, type Role } from './role';

/** A person's place in a community. */
export interface Membership {
  readonly communityId: string;
  readonly personId: string;
  readonly role: Role;
  /** The institution a reader belongs to (« ARS Centre-Val de Loire »). */
  readonly organisation: string | null;
}

/** The role and organisation asked for, checked together: a reader says for whom it reads, nobody else does. */
export function checkedPlace(role: GrantableRole, organisation: string | null | undefined): { role: GrantableRole; organisation: string | null } {
  const named = organisation?.trim() ? organisation.trim() : null;
  if (isReader(role) && named === null) throw new DomainError('reader-without-organisation', {});
  return { role, organisation: isReader(role) ? named : null };
}

/** A community always keeps a coordinator: refuses the change that would take the last one away. */
export function requireCoordinatorLeft(current: Role, next: Role | null, coordinators: number): void {
  if (current === 'coordinator' && next !== 'coordinator' && coordinators <= 1) throw new DomainError('last-coordinator', {});
}
