import type { ComputedGap, ComputedOutcome, InputFigure } from '@maillage/domain/indicators';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the formula of an indicator gives for a period, from what, and what became of it. */
@Entity('computed_value')
export class ComputedValueRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid', { name: 'indicator_id' }) indicatorId!: string;
  @PrimaryColumn('text', { name: 'period_key' }) periodKey!: string;
  @Column('date', { name: 'period_start' }) periodStart!: string;
  @Column('date', { name: 'period_end' }) periodEnd!: string;
  @Column('text') outcome!: ComputedOutcome;
  @Column('text', { nullable: true }) gap!: ComputedGap | null;
  @Column('double precision', { nullable: true }) numerator!: number | null;
  @Column('double precision', { nullable: true }) denominator!: number | null;
  @Column('double precision', { nullable: true }) value!: number | null;
  @Column('boolean') provisional!: boolean;
  @Column('jsonb') inputs!: InputFigure[];
  /** The text of the formula it was computed with. */
  @Column('text') formula!: string;
  /** The figure that somebody chose not to take, and why. */
  @Column('double precision', { name: 'kept_numerator', nullable: true }) keptNumerator!: number | null;
  @Column('double precision', { name: 'kept_denominator', nullable: true }) keptDenominator!: number | null;
  @Column('double precision', { name: 'kept_value', nullable: true }) keptValue!: number | null;
  @Column('text', { name: 'kept_reason', nullable: true }) keptReason!: string | null;
  @Column('timestamptz', { name: 'computed_at' }) computedAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('uuid', { name: 'updated_by', nullable: true }) updatedBy!: string | null;
  @Column('integer') revision!: number;
}

/** An indicator whose values are to be computed again. */
@Entity('computed_due')
export class ComputedDueRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'indicator_id' }) indicatorId!: string;
  @Column('timestamptz') at!: Date;
}
