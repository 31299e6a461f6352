import type { ReportKind, ReportSnapshot, ReportStatus } from '@maillage/domain/reports';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A report of a period, with what it froze. */
@Entity('report')
export class ReportRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: ReportKind;
  @Column('text', { name: 'period_key' }) periodKey!: string;
  @Column('date', { name: 'period_start' }) periodStart!: string;
  @Column('date', { name: 'period_end' }) periodEnd!: string;
  @Column('text') number!: string;
  @Column('integer') version!: number;
  @Column('text') status!: ReportStatus;
  @Column('timestamptz', { name: 'status_since' }) statusSince!: Date;
  /** Why it is in failure, in French. */
  @Column('text', { nullable: true }) failure!: string | null;
  @Column('jsonb', { nullable: true }) snapshot!: ReportSnapshot | null;
  @Column('text', { name: 'snapshot_hash', nullable: true }) snapshotHash!: string | null;
  @Column('timestamptz', { name: 'frozen_at', nullable: true }) frozenAt!: Date | null;
  /** The seal of its present documents. */
  @Column('integer', { name: 'seal_sequence', nullable: true }) sealSequence!: number | null;
  @Column('timestamptz', { name: 'prepared_at' }) preparedAt!: Date;
  /** Null: prepared by itself at the end of the quarter. */
  @Column('uuid', { name: 'prepared_by', nullable: true }) preparedBy!: string | null;
  @Column('timestamptz', { name: 'approved_at', nullable: true }) approvedAt!: Date | null;
  @Column('uuid', { name: 'approved_by', nullable: true }) approvedBy!: string | null;
  /** When all recipients had it. */
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt!: Date | null;
  /** Who asked for the sending last. */
  @Column('uuid', { name: 'sent_by', nullable: true }) sentBy!: string | null;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('uuid', { name: 'updated_by', nullable: true }) updatedBy!: string | null;
  @Column('integer') revision!: number;
}

/** What a report says of one indicator, to find every report that carried a value. */
@Entity('report_line')
export class ReportLineRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid', { name: 'report_id' }) reportId!: string;
  @PrimaryColumn('uuid', { name: 'indicator_id' }) indicatorId!: string;
  @Column('text', { name: 'period_key' }) periodKey!: string;
  @Column('uuid', { name: 'measure_ids', array: true }) measureIds!: string[];
  @Column('text', { name: 'value_text' }) valueText!: string;
}

/** A document of a report. */
@Entity('report_document')
export class ReportDocumentRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid', { name: 'report_id' }) reportId!: string;
  @PrimaryColumn('text') format!: 'pdf' | 'xlsx' | 'json';
  @Column('uuid', { name: 'file_id' }) fileId!: string;
  @Column('text') hash!: string;
  @Column('integer') size!: number;
  @Column('text') name!: string;
}

/** One link of the chain: what was prepared, and the hash of the link before. */
@Entity('report_seal')
export class ReportSealRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('integer') sequence!: number;
  @Column('uuid', { name: 'report_id' }) reportId!: string;
  @Column('text') number!: string;
  @Column('integer') version!: number;
  @Column('text', { name: 'snapshot_hash' }) snapshotHash!: string;
  @Column('jsonb') documents!: Record<string, string>;
  @Column('text', { name: 'previous_hash', nullable: true }) previousHash!: string | null;
  @Column('text') hash!: string;
  @Column('timestamptz', { name: 'sealed_at' }) sealedAt!: Date;
}

/** When reports are prepared by themselves; no row: the day after the quarter. */
@Entity('report_schedule')
export class ReportScheduleRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @Column('boolean') enabled!: boolean;
  @Column('smallint') day!: number;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('uuid', { name: 'updated_by', nullable: true }) updatedBy!: string | null;
  @Column('integer') revision!: number;
}
