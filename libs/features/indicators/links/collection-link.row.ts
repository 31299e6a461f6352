import type { ContributionState } from '@maillage/domain/indicators';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A link by which someone without an account gives values. */
@Entity('collection_link')
export class CollectionLinkRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid') id!: string;
  /** Who receives it. */
  @Column('text') recipient!: string;
  @Column('text', { nullable: true }) email!: string | null;
  /** Null: each period that ends from `fromOn` on. */
  @Column('text', { array: true, nullable: true }) periods!: string[] | null;
  @Column('date', { name: 'from_on', nullable: true }) fromOn!: string | null;
  /** Last local day it works. */
  @Column('date', { name: 'expires_on' }) expiresOn!: string;
  @Column('boolean', { name: 'show_previous' }) showPrevious!: boolean;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy!: string | null;
  /** Its e-mail is asked for and not gone yet. */
  @Column('boolean') sending!: boolean;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt!: Date | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt!: Date | null;
  @Column('uuid', { name: 'revoked_by', nullable: true }) revokedBy!: string | null;
  @Column('integer') uses!: number;
  @Column('timestamptz', { name: 'last_used_at', nullable: true }) lastUsedAt!: Date | null;
  /** The stretch of time its uses are counted in, and how many there were. */
  @Column('timestamptz', { name: 'window_started_at', nullable: true }) windowStartedAt!: Date | null;
  @Column('integer', { name: 'window_uses' }) windowUses!: number;
  @Column('integer') revision!: number;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('uuid', { name: 'updated_by', nullable: true }) updatedBy!: string | null;
}

/** The secret of a link, hashed, and whose link it is: nothing else is read before the community is known. */
@Entity('collection_link_key')
export class CollectionLinkKeyRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid', { name: 'link_id' }) linkId!: string;
  /** SHA-256 of the secret in the address. */
  @Column('bytea', { name: 'token_hash' }) tokenHash!: Buffer;
}

/** An indicator that a link opens. */
@Entity('collection_link_indicator')
export class CollectionLinkIndicatorRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid', { name: 'link_id' }) linkId!: string;
  @PrimaryColumn('uuid', { name: 'indicator_id' }) indicatorId!: string;
  @Column('smallint') position!: number;
}

/** What came through a link for an indicator in a period. */
@Entity('link_contribution')
export class LinkContributionRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'link_id' }) linkId!: string;
  @Column('uuid', { name: 'indicator_id' }) indicatorId!: string;
  @Column('text', { name: 'period_key' }) periodKey!: string;
  @Column('date', { name: 'period_start' }) periodStart!: string;
  @Column('date', { name: 'period_end' }) periodEnd!: string;
  @Column('double precision', { nullable: true }) numerator!: number | null;
  @Column('double precision', { nullable: true }) denominator!: number | null;
  @Column('double precision') value!: number;
  @Column('text', { nullable: true }) comment!: string | null;
  @Column('text') status!: ContributionState;
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
  @Column('timestamptz', { name: 'settled_at', nullable: true }) settledAt!: Date | null;
  @Column('uuid', { name: 'settled_by', nullable: true }) settledBy!: string | null;
  /** Why it was refused. */
  @Column('text', { nullable: true }) reason!: string | null;
  /** The value it became. */
  @Column('uuid', { name: 'measure_id', nullable: true }) measureId!: string | null;
}

/** A file joined to what came through a link. */
@Entity('link_contribution_file')
export class LinkContributionFileRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid', { name: 'contribution_id' }) contributionId!: string;
  @PrimaryColumn('uuid', { name: 'file_id' }) fileId!: string;
  @Column('timestamptz', { name: 'added_at' }) addedAt!: Date;
}
