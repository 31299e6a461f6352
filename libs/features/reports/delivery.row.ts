import type { AttemptOutcome, DeliveryStatus, RecipientKind, ReportSnapshot, SnapshotDifference } from '@maillage/domain/reports';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PublishedDocument } from './publication.store';

/** Whom reports are sent to. */
@Entity('recipient')
export class RecipientRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: RecipientKind;
  /** The institution: readers of that institution see what is sent here. */
  @Column('text') name!: string;
  @Column('text', { name: 'organisation_key' }) organisationKey!: string;
  @Column('text') email!: string;
  @Column('timestamptz', { name: 'added_at' }) addedAt!: Date;
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt!: Date | null;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('uuid', { name: 'updated_by', nullable: true }) updatedBy!: string | null;
  @Column('integer') revision!: number;
}

/** A report on its way to one recipient. */
@Entity('delivery')
export class DeliveryRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'report_id' }) reportId!: string;
  @Column('uuid', { name: 'recipient_id' }) recipientId!: string;
  @Column('text') kind!: RecipientKind;
  @Column('text') name!: string;
  @Column('text', { name: 'organisation_key' }) organisationKey!: string;
  @Column('text') email!: string;
  @Column('text') status!: DeliveryStatus;
  /** The same at every try: what makes a second message recognisable. */
  @Column('text', { name: 'message_id' }) messageId!: string;
  /** Number of times a person asked for it. */
  @Column('integer') round!: number;
  /** Run that is sending it; left behind by a worker that died, it means « perhaps sent ». */
  @Column('uuid', { name: 'claim_run', nullable: true }) claimRun!: string | null;
  @Column('timestamptz', { name: 'claimed_at', nullable: true }) claimedAt!: Date | null;
  /** Run that will try again, and when. */
  @Column('uuid', { name: 'retry_run', nullable: true }) retryRun!: string | null;
  @Column('timestamptz', { name: 'retry_at', nullable: true }) retryAt!: Date | null;
  @Column('uuid', { name: 'asked_by', nullable: true }) askedBy!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'delivered_at', nullable: true }) deliveredAt!: Date | null;
}

/** A line of the ledger: one try, and what the server answered. */
@Entity('delivery_attempt')
export class DeliveryAttemptRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'delivery_id' }) deliveryId!: string;
  @Column('integer') round!: number;
  @Column('timestamptz', { name: 'started_at' }) startedAt!: Date;
  @Column('timestamptz') at!: Date;
  @Column('text') outcome!: AttemptOutcome;
  @Column('text') email!: string;
  @Column('text', { name: 'message_id' }) messageId!: string;
  /** Word for word. */
  @Column('text', { nullable: true }) answer!: string | null;
  /** What it means, in French. */
  @Column('text', { nullable: true }) explanation!: string | null;
  /** Who asked, or who confirmed that it arrived. */
  @Column('uuid', { name: 'by_person_id', nullable: true }) byPersonId!: string | null;
}

/** The copy of a sent report that the readers of one institution open. */
@Entity('publication')
export class PublicationRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'report_id' }) reportId!: string;
  @Column('text') organisation!: string;
  @Column('text', { name: 'organisation_key' }) organisationKey!: string;
  @Column('text', { name: 'community_title' }) communityTitle!: string;
  @Column('text') number!: string;
  @Column('integer') version!: number;
  @Column('jsonb') snapshot!: ReportSnapshot;
  @Column('text', { name: 'snapshot_hash' }) snapshotHash!: string;
  @Column('text', { name: 'seal_hash' }) sealHash!: string;
  @Column('jsonb') documents!: PublishedDocument[];
  @Column('jsonb') differences!: SnapshotDifference[];
  @Column('timestamptz', { name: 'published_at' }) publishedAt!: Date;
}
