import type { Absence, CollectionSettings, ReminderStage } from '@maillage/domain/indicators';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** « Pas de valeur cette période », with its reason; gone as soon as a value comes. */
@Entity('measure_absence')
export class MeasureAbsenceRow implements Absence {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid', { name: 'indicator_id' }) indicatorId!: string;
  @PrimaryColumn('text', { name: 'period_key' }) periodKey!: string;
  @Column('date', { name: 'period_start' }) periodStart!: string;
  @Column('date', { name: 'period_end' }) periodEnd!: string;
  @Column('text') reason!: string;
  /** When it was first said: an answer whose words are corrected does not become late. */
  @Column('timestamptz', { name: 'stated_at' }) statedAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('uuid', { name: 'updated_by', nullable: true }) updatedBy!: string | null;
  @Column('integer') revision!: number;
}

/** How a community collects; no row: as everyone does. */
@Entity('collection_settings')
export class CollectionSettingsRow implements CollectionSettings {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @Column('smallint', { name: 'due_days' }) dueDays!: number;
  @Column('boolean') remind!: boolean;
  @Column('smallint', { name: 'before_days' }) beforeDays!: number;
  @Column('smallint', { name: 'weekly_limit' }) weeklyLimit!: number;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('uuid', { name: 'updated_by', nullable: true }) updatedBy!: string | null;
  @Column('integer') revision!: number;
}

/**
 * The life of a reminder: to be sent, taken by the mail server, refused, maybe sent (the worker stopped in between: it is not sent
 * again), or not sent because everything was answered meanwhile.
 */
export type ReminderStatus = 'pending' | 'sent' | 'failed' | 'uncertain' | 'unneeded';

/** One message to one person about what they owe. */
@Entity('collection_reminder')
export class CollectionReminderRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('text') email!: string;
  /** Local day it was planned. */
  @Column('date') day!: string;
  /** Null when the product sends it by itself. */
  @Column('uuid', { name: 'asked_by', nullable: true }) askedBy!: string | null;
  @Column('text') status!: ReminderStatus;
  /** The run that has the message in hand. */
  @Column('uuid', { name: 'claim_run', nullable: true }) claimRun!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'settled_at', nullable: true }) settledAt!: Date | null;
  /** The mail server's answer, word for word. */
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('text', { nullable: true }) explanation!: string | null;
}

/** A value named by a reminder. */
@Entity('collection_reminder_line')
export class CollectionReminderLineRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid', { name: 'reminder_id' }) reminderId!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @PrimaryColumn('uuid', { name: 'indicator_id' }) indicatorId!: string;
  @PrimaryColumn('text', { name: 'period_key' }) periodKey!: string;
  @Column('date', { name: 'due_on' }) dueOn!: string;
  @Column('text') stage!: ReminderStage | 'asked';
}
