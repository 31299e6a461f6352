import type { PeriodLock, LockException, Validator } from '@maillage/domain/indicators';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a community validates its values; no row: as everyone does. */
@Entity('validation_settings')
export class ValidationSettingsRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @Column('text', { name: 'validated_by' }) by!: Validator;
  @Column('integer') steps!: 1 | 2;
  @Column('boolean', { name: 'submit_on_save' }) submitOnSave!: boolean;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('uuid', { name: 'updated_by', nullable: true }) updatedBy!: string | null;
  @Column('integer') revision!: number;
}

/** A period closed to every change; kept once it is unlocked, with the reason. */
@Entity('period_lock')
export class PeriodLockRow implements PeriodLock {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { name: 'period_key' }) periodKey!: string;
  @Column('date', { name: 'period_start' }) periodStart!: string;
  @Column('date', { name: 'period_end' }) periodEnd!: string;
  @Column('timestamptz', { name: 'locked_at' }) lockedAt!: Date;
  @Column('uuid', { name: 'locked_by', nullable: true }) lockedBy!: string | null;
  @Column('integer', { name: 'values_locked' }) valuesLocked!: number;
  @Column('integer', { name: 'values_left' }) valuesLeft!: number;
  @Column('timestamptz', { name: 'unlocked_at', nullable: true }) unlockedAt!: Date | null;
  @Column('uuid', { name: 'unlocked_by', nullable: true }) unlockedBy!: string | null;
  @Column('text', { name: 'unlock_reason', nullable: true }) unlockReason!: string | null;
}

/** What opens one value of a locked period to one person, for a time; kept once it is over. */
@Entity('lock_exception')
export class LockExceptionRow implements LockException {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('uuid', { name: 'indicator_id' }) indicatorId!: string;
  @Column('text', { name: 'period_key' }) periodKey!: string;
  @Column('timestamptz') until!: Date;
  @Column('text') reason!: string;
  @Column('timestamptz', { name: 'granted_at' }) grantedAt!: Date;
  @Column('uuid', { name: 'granted_by', nullable: true }) grantedBy!: string | null;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt!: Date | null;
  @Column('uuid', { name: 'closed_by', nullable: true }) closedBy!: string | null;
}
