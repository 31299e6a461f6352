import type { Evidence, EvidenceKind, EvidenceRecordKind } from '@maillage/domain/indicators';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A proof of the community: a file, an address, or a record of the product. The hash of a file is that of its bytes, kept with them. */
@Entity('evidence')
export class EvidenceRow implements Omit<Evidence, 'hash'> {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: EvidenceKind;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) hash!: string | null;
  @Column('uuid', { name: 'file_id', nullable: true }) fileId!: string | null;
  @Column('text', { nullable: true }) url!: string | null;
  @Column('text', { name: 'record_kind', nullable: true }) recordKind!: EvidenceRecordKind | null;
  @Column('uuid', { name: 'record_id', nullable: true }) recordId!: string | null;
  @Column('timestamptz', { name: 'added_at' }) addedAt!: Date;
  @Column('uuid', { name: 'added_by', nullable: true }) addedBy!: string | null;
  /** Taken away from the community: it no longer proves anything, and is still told of. */
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt!: Date | null;
  @Column('uuid', { name: 'removed_by', nullable: true }) removedBy!: string | null;
}

/** A value that a proof serves. */
@Entity('measure_evidence')
export class MeasureEvidenceRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid', { name: 'measure_id' }) measureId!: string;
  @PrimaryColumn('uuid', { name: 'evidence_id' }) evidenceId!: string;
  @Column('timestamptz', { name: 'added_at' }) addedAt!: Date;
  @Column('uuid', { name: 'added_by', nullable: true }) addedBy!: string | null;
}
