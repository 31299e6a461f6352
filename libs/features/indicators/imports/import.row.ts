import type { ColumnUse, ImportColumn, ImportCounts, ImportIssue, ImportStatus } from '@maillage/domain/indicators';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file of values, from its arrival to the values written from it. */
@Entity('value_import')
export class ValueImportRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid') id!: string;
  /** Null once the file was thrown away: it seemed to carry patients. */
  @Column('uuid', { name: 'file_id', nullable: true }) fileId!: string | null;
  @Column('text', { name: 'file_name' }) fileName!: string;
  @Column('text', { name: 'file_hash' }) fileHash!: string;
  @Column('integer', { name: 'file_size' }) fileSize!: number;
  @Column('text') status!: ImportStatus;
  @Column('jsonb') columns!: ImportColumn[];
  /** What each column is; null until the file was read once. */
  @Column('text', { array: true, nullable: true }) uses!: ColumnUse[] | null;
  @Column('text', { nullable: true }) signature!: string | null;
  @Column('jsonb', { nullable: true }) counts!: ImportCounts | null;
  @Column('jsonb') issues!: ImportIssue[];
  /** What would be written, in one hash: it is compared before anything is. */
  @Column('text', { nullable: true }) digest!: string | null;
  /** Whose values would be written: other writers of theirs wait while they are. Null when it was checked before this was kept. */
  @Column('uuid', { name: 'indicator_ids', array: true, nullable: true }) indicatorIds!: string[] | null;
  @Column('text', { nullable: true }) comment!: string | null;
  /** Why it was refused, stopped, or must be looked at again. */
  @Column('text', { nullable: true }) failure!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('uuid', { name: 'created_by' }) createdBy!: string;
  @Column('timestamptz', { name: 'confirmed_at', nullable: true }) confirmedAt!: Date | null;
  @Column('uuid', { name: 'confirmed_by', nullable: true }) confirmedBy!: string | null;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt!: Date | null;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('uuid', { name: 'updated_by', nullable: true }) updatedBy!: string | null;
  @Column('integer') revision!: number;
}

/** What the columns of tables with these titles were, the last time. */
@Entity('import_mapping')
export class ImportMappingRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('text') signature!: string;
  @Column('text', { array: true }) uses!: ColumnUse[];
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('uuid', { name: 'updated_by', nullable: true }) updatedBy!: string | null;
}
