import type { BreakdownKind, Measure, MeasureOrigin, MeasurePart, MeasureStatus } from '@maillage/domain/indicators';
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
  /** The version of the definition it was given under; null before versions were kept: its date tells. */
  @Column('integer', { name: 'definition_version', nullable: true }) definitionVersion!: number | null;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy!: string | null;
  @Column('timestamptz', { name: 'validated_at', nullable: true }) validatedAt!: Date | null;
  @Column('uuid', { name: 'validated_by', nullable: true }) validatedBy!: string | null;
  /** Null before origins were kept: typed. */
  @Column('text', { nullable: true }) origin!: MeasureOrigin | null;
  @Column('timestamptz', { name: 'submitted_at', nullable: true }) submittedAt!: Date | null;
  @Column('uuid', { name: 'submitted_by', nullable: true }) submittedBy!: string | null;
  @Column('timestamptz', { name: 'checked_at', nullable: true }) checkedAt!: Date | null;
  @Column('uuid', { name: 'checked_by', nullable: true }) checkedBy!: string | null;
  @Column('text', { nullable: true }) remark!: string | null;
  @Column('timestamptz', { name: 'returned_at', nullable: true }) returnedAt!: Date | null;
  @Column('uuid', { name: 'returned_by', nullable: true }) returnedBy!: string | null;
  /** The exception its last change was made under, its period being locked. */
  @Column('uuid', { name: 'exception_id', nullable: true }) exceptionId!: string | null;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('uuid', { name: 'updated_by', nullable: true }) updatedBy!: string | null;
  @Column('integer') revision!: number;
}

/** A part of a value, kept in the order of its definition. */
@Entity('measure_part')
export class MeasurePartRow implements MeasurePart {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid', { name: 'measure_id' }) measureId!: string;
  @PrimaryColumn('text') breakdown!: BreakdownKind;
  @PrimaryColumn('text') part!: string;
  @Column('smallint') position!: number;
  @Column('double precision', { nullable: true }) numerator!: number | null;
  @Column('double precision', { nullable: true }) denominator!: number | null;
  @Column('double precision', { nullable: true }) value!: number | null;
}

/** What can happen to a value. */
export type MeasureAct =
  | 'recorded' | 'changed' | 'deleted' | 'submitted' | 'checked' | 'validated' | 'returned' | 'reopened' | 'locked' | 'unlocked'
  | 'evidence-added' | 'evidence-removed' | 'absence-stated' | 'absence-withdrawn';

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
