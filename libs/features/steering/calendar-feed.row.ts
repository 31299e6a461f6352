import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The private address of a person's calendar in a community. */
@Entity('calendar_feed')
export class CalendarFeedRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid', { name: 'person_id' }) personId!: string;
  /** SHA-256 of the secret in the address. */
  @Column('bytea', { name: 'token_hash' }) tokenHash!: Buffer;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('integer') revision!: number;
}
