import type { MissionCode } from '@maillage/domain/contract';
import type { Aggregation, Breakdown, Formula, IndicatorDefinition, IndicatorDirection, IndicatorKind, SourceKind, Target } from '@maillage/domain/indicators';
import type { PeriodKind } from '@maillage/domain/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An indicator as it stands in its table: the baseline and the thresholds in columns of their own. */
@Entity('indicator')
export class IndicatorRow implements Omit<IndicatorDefinition, 'baseline' | 'missions' | 'alert'> {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') code!: string;
  @Column('text') name!: string;
  @Column('text') definition!: string;
  @Column('text') kind!: IndicatorKind;
  @Column('text', { name: 'numerator_label', nullable: true }) numeratorLabel!: string | null;
  @Column('text', { name: 'denominator_label', nullable: true }) denominatorLabel!: string | null;
  @Column('text', { nullable: true }) unit!: string | null;
  @Column('smallint') decimals!: number;
  @Column('text') direction!: IndicatorDirection;
  @Column('text') frequency!: PeriodKind;
  @Column('text') aggregation!: Aggregation;
  @Column('boolean') bounded!: boolean;
  @Column('boolean', { name: 'counts_patients' }) countsPatients!: boolean;
  @Column('text', { nullable: true }) source!: string | null;
  @Column('text', { name: 'evidence_expected', nullable: true }) evidenceExpected!: string | null;
  @Column('double precision', { name: 'baseline_value', nullable: true }) baselineValue!: number | null;
  @Column('date', { name: 'baseline_on', nullable: true }) baselineOn!: string | null;
  @Column('text', { name: 'baseline_source', nullable: true }) baselineSource!: string | null;
  @Column('text', { nullable: true }) rationale!: string | null;
  @Column('text', { nullable: true }) limits!: string | null;
  @Column('text', { name: 'source_kind', nullable: true }) sourceKind!: SourceKind | null;
  @Column('double precision', { name: 'alert_warn', nullable: true }) alertWarn!: number | null;
  @Column('double precision', { name: 'alert_alarm', nullable: true }) alertAlarm!: number | null;
  @Column('jsonb') breakdowns!: Breakdown[];
  /** What its values are computed from; null when people give them. */
  @Column('jsonb', { nullable: true }) formula!: Formula | null;
  /** Days after the end of a period before its value is late; null: as the community set. */
  @Column('smallint', { name: 'due_days', nullable: true }) dueDays!: number | null;
  @Column('integer') version!: number;
  @Column('text', { name: 'mission_codes', array: true }) missionCodes!: MissionCode[];
  @Column('uuid', { name: 'action_id', nullable: true }) actionId!: string | null;
  @Column('uuid', { name: 'responsible_person_id', nullable: true }) responsiblePersonId!: string | null;
  @Column('date', { name: 'tracked_from' }) trackedFrom!: string;
  @Column('timestamptz', { name: 'archived_at', nullable: true }) archivedAt!: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('uuid', { name: 'updated_by', nullable: true }) updatedBy!: string | null;
  @Column('integer') revision!: number;
}

/** One change of a definition; never rewritten. */
@Entity('indicator_change')
export class IndicatorChangeRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'indicator_id' }) indicatorId!: string;
  @Column('timestamptz') at!: Date;
  @Column('uuid', { name: 'by_person_id', nullable: true }) byPersonId!: string | null;
  @Column('text', { array: true }) fields!: string[];
  @Column('jsonb') before!: object;
  @Column('jsonb') after!: object;
  /** The version it led to; null when it changed nothing of what is measured. */
  @Column('integer', { nullable: true }) version!: number | null;
  /** Local day it was made. */
  @Column('date', { name: 'effective_from' }) effectiveFrom!: string;
  @Column('text', { nullable: true }) reason!: string | null;
}

/** What an indicator should reach in a period. */
@Entity('indicator_target')
export class TargetRow implements Target {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid', { name: 'indicator_id' }) indicatorId!: string;
  @PrimaryColumn('text', { name: 'period_key' }) periodKey!: string;
  @Column('double precision') value!: number;
  @Column('text', { nullable: true }) rationale!: string | null;
}
