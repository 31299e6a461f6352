import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who did what, to what, when; never changed once written. */
@Entity('audit_entry')
export class AuditEntryRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('bigint', { generated: 'identity' }) id!: number;
  @Column('timestamptz') at!: Date;
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null;
  @Column('text', { nullable: true }) role!: string | null;
  @Column('text') act!: string;
  @Column('text', { name: 'subject_type' }) subjectType!: string;
  @Column('text', { name: 'subject_id' }) subjectId!: string;
  @Column('text', { name: 'subject_label', nullable: true }) subjectLabel!: string | null;
  @Column('jsonb', { nullable: true }) before!: unknown;
  @Column('jsonb', { nullable: true }) after!: unknown;
}
