import type { SessionTimes } from '@maillage/domain/identity';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An open session; the token itself is only in the browser. */
@Entity('session')
export class SessionRow implements SessionTimes {
  @PrimaryColumn('uuid') id!: string;
  @Column('bytea', { name: 'token_hash' }) tokenHash!: Buffer;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('uuid', { name: 'community_id', nullable: true }) communityId!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'last_seen_at' }) lastSeenAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('text', { name: 'user_agent', nullable: true }) userAgent!: string | null;
  @Column('text', { nullable: true }) address!: string | null;
}
