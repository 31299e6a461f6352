import type { GrantableRole, LinkKind, LinkState } from '@maillage/domain/identity';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A link sent by e-mail. Its token is made when the e-mail leaves and only its hash is kept. */
@Entity('one_time_link')
export class OneTimeLinkRow implements LinkState {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: LinkKind;
  @Column('bytea', { name: 'token_hash', nullable: true }) tokenHash!: Buffer | null;
  @Column('uuid', { name: 'community_id', nullable: true }) communityId!: string | null;
  @Column('text') email!: string;
  @Column('text', { nullable: true }) role!: GrantableRole | null;
  @Column('text', { nullable: true }) organisation!: string | null;
  @Column('uuid', { name: 'invited_by', nullable: true }) invitedBy!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt!: Date | null;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt!: Date | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt!: Date | null;
}
