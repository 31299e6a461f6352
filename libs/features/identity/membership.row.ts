import type { GrantableRole, Membership } from '@maillage/domain/identity';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A person's place in a community. Never deleted: an ended one still names whoever did something.
 * Name and e-mail are the person's, copied so that nothing of a community has to read the table of all people.
 */
@Entity('membership')
export class MembershipRow implements Membership {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid', { name: 'person_id' }) personId!: string;
  @Column('text') role!: GrantableRole;
  @Column('text', { nullable: true }) organisation!: string | null;
  @Column('text') name!: string;
  @Column('text') email!: string;
  @Column('timestamptz', { name: 'joined_at' }) joinedAt!: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
  @Column('timestamptz', { name: 'last_used_at', nullable: true }) lastUsedAt!: Date | null;
  @Column('integer') revision!: number;
}
