import type { ActionStatus, ActionTracking, Step } from '@maillage/domain/project';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An action for its whole life: its number, and the tracking that goes on from version to version. */
@Entity('action')
export class ActionRow implements Omit<ActionTracking, 'steps'> {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('integer') number!: number;
  @Column('text') status!: ActionStatus;
  @Column('text', { name: 'status_sentence', nullable: true }) statusSentence!: string | null;
  @Column('date', { name: 'status_since' }) statusSince!: string;
  @Column('uuid', { name: 'lead_person_id', nullable: true }) leadPersonId!: string | null;
  @Column('text', { name: 'lead_name', nullable: true }) leadName!: string | null;
  @Column('text', { nullable: true }) partners!: string | null;
  @Column('bigint', { name: 'budget_cents', nullable: true }) budgetCents!: number | null;
  @Column('date', { name: 'starts_on', nullable: true }) startsOn!: string | null;
  @Column('date', { name: 'ends_on', nullable: true }) endsOn!: string | null;
  @Column('text', { nullable: true }) text!: string | null;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('uuid', { name: 'updated_by', nullable: true }) updatedBy!: string | null;
  @Column('integer') revision!: number;
  /** Steps are edited apart from the rest: ticking one must not refuse the text somebody is writing. */
  @Column('timestamptz', { name: 'steps_updated_at' }) stepsUpdatedAt!: Date;
  @Column('uuid', { name: 'steps_updated_by', nullable: true }) stepsUpdatedBy!: string | null;
  @Column('integer', { name: 'steps_revision' }) stepsRevision!: number;
}

/** A step of an action. */
@Entity('action_step')
export class ActionStepRow implements Step {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'action_id' }) actionId!: string;
  @Column('integer') position!: number;
  @Column('text') title!: string;
  @Column('date', { name: 'due_on', nullable: true }) dueOn!: string | null;
  @Column('date', { name: 'done_on', nullable: true }) doneOn!: string | null;
}

/** One change of status or of its sentence; never rewritten. */
@Entity('action_status_change')
export class ActionStatusChangeRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'action_id' }) actionId!: string;
  @Column('timestamptz') at!: Date;
  @Column('uuid', { name: 'by_person_id', nullable: true }) byPersonId!: string | null;
  @Column('text', { name: 'from_status' }) fromStatus!: ActionStatus;
  @Column('text') status!: ActionStatus;
  @Column('text', { nullable: true }) sentence!: string | null;
}
