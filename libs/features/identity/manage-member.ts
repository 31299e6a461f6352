import { Injectable } from '@nestjs/common';
import { checkedPlace, requireCoordinatorLeft, requireRight, ROLE_LABELS, type Actor, type GrantableRole } from '@maillage/domain/identity';
import { DomainError, found } from '@maillage/domain/kernel';
import { Clock, TenantDb, type Tx } from '@maillage/platform';
import { audit } from './audit';
import { lockCoordinators, lockMember, saveMember } from './membership.store';
import type { MembershipRow } from './membership.row';
import { Sessions } from './sessions';

/** The change of a member, with the revision that was seen. */
export interface MemberChange {
  readonly role: GrantableRole;
  readonly organisation?: string | null | undefined;
  readonly revision: number;
}

/** Changes what someone may do in the community, or ends it. A community always keeps a coordinator. */
@Injectable()
export class ManageMember {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
  ) {}

  async change(actor: Actor, personId: string, input: MemberChange): Promise<void> {
    requireRight(actor, 'access.manage');
    const place = checkedPlace(input.role, input.organisation);
    await this.db.run(actor.communityId, async (tx) => {
      const { member, coordinators } = await this.lock(tx, personId);
      if (member.revision !== input.revision) throw new DomainError('edited-meanwhile', { current: shown(member) });
      requireCoordinatorLeft(member.role, place.role, coordinators);
      await saveMember(tx, personId, { ...place, endedAt: null });
      await audit(tx, actor, { act: 'access.role-changed', subjectType: 'person', subjectId: personId, label: member.name, before: told(member), after: told(place) });
    });
    this.sessions.forget(personId);
  }

  /** The person keeps their account and their other communities; what they did here keeps their name. */
  async remove(actor: Actor, personId: string): Promise<void> {
    requireRight(actor, 'access.manage');
    await this.db.run(actor.communityId, async (tx) => {
      const { member, coordinators } = await this.lock(tx, personId);
      requireCoordinatorLeft(member.role, null, coordinators);
      await saveMember(tx, personId, { role: member.role, organisation: member.organisation, endedAt: this.clock.now() });
      await audit(tx, actor, { act: 'access.removed', subjectType: 'person', subjectId: personId, label: member.name, before: told(member) });
    });
    this.sessions.forget(personId);
  }

  private async lock(tx: Tx, personId: string): Promise<{ member: MembershipRow; coordinators: number }> {
    const coordinators = await lockCoordinators(tx);
    return { coordinators, member: found(await lockMember(tx, personId)) };
  }
}

const shown = ({ role, organisation, revision }: MembershipRow): Pick<MembershipRow, 'role' | 'organisation' | 'revision'> => ({ role, organisation, revision });

const told = ({ role, organisation }: Pick<MembershipRow, 'role' | 'organisation'>): object => ({ role: ROLE_LABELS[role], organisation });
