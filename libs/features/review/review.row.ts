import type { Conclusion, PreparationStatus, Proposal, ReviewStatus } from '@maillage/domain/review';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FrozenReview } from './seal';

/** What became of the next contract year when a review was closed: opened, already there, or beyond the contract. */
export type NextYearOutcome = 'opened' | 'already' | 'last';

/** The review of a contract year as a whole. */
@Entity('management_review')
export class ManagementReviewRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('smallint', { name: 'contract_year' }) contractYear!: number;
  @Column('text') status!: ReviewStatus;
  @Column('uuid', { name: 'closing_id', nullable: true }) closingId!: string | null;
  @Column('text', { nullable: true }) hash!: string | null;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('uuid', { name: 'updated_by', nullable: true }) updatedBy!: string | null;
  @Column('integer') revision!: number;
}

/** A closing with what it froze, or a reopening with its reason; never rewritten. */
@Entity('review_event')
export class ReviewEventRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('smallint', { name: 'contract_year' }) contractYear!: number;
  @Column('text') act!: 'closed' | 'reopened';
  @Column('timestamptz') at!: Date;
  @Column('uuid', { name: 'by_person_id', nullable: true }) byPersonId!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('jsonb', { nullable: true }) snapshot!: FrozenReview | null;
  @Column('text', { nullable: true }) hash!: string | null;
  @Column('text', { name: 'next_year', nullable: true }) nextYear!: NextYearOutcome | null;
}

/** What is said and settled of an indicator of the contract in a year. */
@Entity('review_line')
export class ReviewLineRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('smallint', { name: 'contract_year' }) contractYear!: number;
  @PrimaryColumn('text', { name: 'indicator_code' }) indicatorCode!: string;
  @Column('text', { nullable: true }) comment!: string | null;
  @Column('text', { name: 'fund_remark', nullable: true }) fundRemark!: string | null;
  @Column('text', { name: 'ars_remark', nullable: true }) arsRemark!: string | null;
  @Column('text', { nullable: true }) conclusion!: Conclusion | null;
  @Column('bigint', { name: 'agreed_cents', nullable: true }) agreedCents!: number | null;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('uuid', { name: 'updated_by', nullable: true }) updatedBy!: string | null;
  @Column('integer') revision!: number;
}

/** What is proposed of an indicator for the next year. */
@Entity('review_proposal')
export class ReviewProposalRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('smallint', { name: 'contract_year' }) contractYear!: number;
  @PrimaryColumn('text', { name: 'indicator_code' }) indicatorCode!: string;
  @Column('jsonb') content!: Proposal;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('uuid', { name: 'updated_by', nullable: true }) updatedBy!: string | null;
  @Column('integer') revision!: number;
}

/** Who prepares what of an action of the contract. */
@Entity('review_preparation')
export class ReviewPreparationRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('smallint', { name: 'contract_year' }) contractYear!: number;
  @PrimaryColumn('text', { name: 'action_code' }) actionCode!: string;
  @Column('text') status!: PreparationStatus;
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null;
  @Column('date', { name: 'due_on', nullable: true }) dueOn!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('uuid', { name: 'updated_by', nullable: true }) updatedBy!: string | null;
  @Column('integer') revision!: number;
}
