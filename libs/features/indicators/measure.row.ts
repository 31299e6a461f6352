import type { Measure, MeasureStatus } from '@maillage/domain/indicators';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MeasureState } from './measure-history';

/** The value of an indicator in a period. */
@Entity('measure')
export class MeasureRow implements Measure {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'indicator_id' }) indicatorId!: string;
  @Column('text', { name: 'period_key' }) periodKey!: string;
  @Column('date', { name: 'period_start' }) periodStart!: string;
  @Column('date', { name: 'period_end' }) periodEnd!: string;
  @Column('double precision', { nullable: true }) numerator!: number | null;
  @Column('double precision', { nullable: true }) denominator!: number | null;
  @Column('double precision') value!: number;
  @Column('text', { nullable: true }) comment!: string | null;
  @Column('text') status!: MeasureStatus;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy!: string | null;
  @Column('timestamptz', { name: 'validated_at', nullable: true }) validatedAt!: Date | null;
  @Column('uuid', { name: 'validated_by', nullable: true }) validatedBy!: string | null;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('uuid', { name: 'updated_by', nullable: true }) updatedBy!: string | null;
  @Column('integer') revision!: number;
}

/** What can happen to a value. */
export type MeasureAct = 'recorded' | 'changed' | 'deleted' | 'validated' | 'reopened' | 'evidence-added' | 'evidence-removed';

/** One line of the history of a value; never rewritten: a line of the journal holds its hash. */
@Entity('measure_change')
export class MeasureChangeRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'indicator_id' }) indicatorId!: string;
  @Column('text', { name: 'period_key' }) periodKey!: string;
  @Column('text') act!: MeasureAct;
  @Column('timestamptz') at!: Date;
  @Column('uuid', { name: 'by_person_id', nullable: true }) byPersonId!: string | null;
  @Column('jsonb', { nullable: true }) before!: object | null;
  @Column('jsonb', { nullable: true }) after!: object | null;
  @Column('text', { nullable: true }) reason!: string | null;
  /** The value as it stood then; null once it was taken away, or when something else happened to it before its history kept states. */
  @Column('jsonb', { nullable: true }) state!: MeasureState | null;
  @Column('uuid', { name: 'group_id' }) groupId!: string;
  @Column('text') hash!: string;
}

/** A file that proves a value. */
@Entity('evidence')
export class EvidenceRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'measure_id' }) measureId!: string;
  @Column('uuid', { name: 'file_id' }) fileId!: string;
  @Column('timestamptz', { name: 'added_at' }) addedAt!: Date;
  @Column('uuid', { name: 'added_by', nullable: true }) addedBy!: string | null;
}
