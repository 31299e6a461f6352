import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Vouched } from './audit-link';
import type { Sealing } from './sealed.store';

/** Who did what, to what, when; never changed once written, each line tied to the one before. */
@Entity('audit_entry')
export class AuditEntryRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  /** 1, 2, 3… in the journal of the community, without a gap. */
  @PrimaryColumn('bigint') id!: number;
  @Column('timestamptz') at!: Date;
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null;
  @Column('text', { nullable: true }) role!: string | null;
  @Column('text') act!: string;
  @Column('text', { name: 'subject_type' }) subjectType!: string;
  @Column('text', { name: 'subject_id' }) subjectId!: string;
  @Column('text', { name: 'subject_label', nullable: true }) subjectLabel!: string | null;
  @Column('jsonb', { nullable: true }) before!: unknown;
  @Column('jsonb', { nullable: true }) after!: unknown;
  @Column('jsonb', { nullable: true }) vouched!: Vouched | null;
  @Column('jsonb', { nullable: true }) sealed!: Sealing | null;
  @Column('text', { name: 'previous_hash', nullable: true }) previousHash!: string | null;
  @Column('text') hash!: string;
}

/** The last line of each journal, kept apart: lines taken away from the end are missed. */
@Entity('audit_head')
export class AuditHeadRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @Column('bigint') sequence!: number;
  @Column('text', { nullable: true }) hash!: string | null;
}

/** What a row of another table became, kept under the hash of a line of the journal; never changed. `was`: what it was before. */
@Entity('sealed_state')
export class SealedStateRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('bigint') line!: number;
  @PrimaryColumn('integer') position!: number;
  @Column('text', { name: 'table_name' }) table!: string;
  @Column('jsonb', { name: 'row_key' }) key!: Record<string, unknown>;
  @Column('jsonb', { nullable: true }) was!: Record<string, unknown> | null;
  @Column('jsonb', { nullable: true }) state!: Record<string, unknown> | null;
  @Column('text') hash!: string;
}

/** A write that waits for the line of the journal of its transaction; empty once that is committed. */
@Entity('seal_mark')
export class SealMarkRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('bigint') xact!: number;
  @PrimaryColumn('bigint') id!: number;
  @Column('text', { name: 'table_name' }) table!: string;
  @Column('jsonb', { name: 'row_key' }) key!: Record<string, unknown>;
  @Column('jsonb', { nullable: true }) was!: Record<string, unknown> | null;
  @Column('jsonb', { nullable: true }) state!: Record<string, unknown> | null;
}
