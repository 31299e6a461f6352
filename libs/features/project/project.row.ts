import type { ActionStructure, ActionTracking, HealthProject, ProjectVersionStatus } from '@maillage/domain/project';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The tracking of an action on the day its version became past, with the name of its lead at that time. */
export type FinalTracking = ActionTracking & { statusSince: string; lead: string | null };

/** A version of the health project. */
@Entity('health_project')
export class HealthProjectRow implements HealthProject {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('integer') number!: number;
  @Column('text') title!: string;
  /** What this version changes, in the words of the coordination. */
  @Column('text', { nullable: true }) note!: string | null;
  @Column('text') status!: ProjectVersionStatus;
  @Column('date', { name: 'in_force_on', nullable: true }) inForceOn!: string | null;
  @Column('date', { name: 'ended_on', nullable: true }) endedOn!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('uuid', { name: 'updated_by', nullable: true }) updatedBy!: string | null;
  @Column('integer') revision!: number;
}

/** An axis as one version holds it; the id goes from version to version. */
@Entity('axis')
export class AxisRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid', { name: 'version_id' }) versionId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('integer') position!: number;
  @Column('text') title!: string;
  @Column('text', { nullable: true }) why!: string | null;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('uuid', { name: 'updated_by', nullable: true }) updatedBy!: string | null;
  @Column('integer') revision!: number;
}

/** What one version says of an action, and where it stands in the tree. */
@Entity('action_content')
export class ActionContentRow implements ActionStructure {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid', { name: 'version_id' }) versionId!: string;
  @PrimaryColumn('uuid', { name: 'action_id' }) actionId!: string;
  @Column('uuid', { name: 'axis_id' }) axisId!: string;
  @Column('integer') position!: number;
  @Column('text') title!: string;
  @Column('text', { nullable: true }) objective!: string | null;
  @Column('text', { nullable: true }) why!: string | null;
  @Column('text', { nullable: true }) audience!: string | null;
  @Column('text', { name: 'mission_codes', array: true }) missionCodes!: string[];
  /** Set once, when the version becomes past. */
  @Column('jsonb', { name: 'final_tracking', nullable: true }) finalTracking!: FinalTracking | null;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('uuid', { name: 'updated_by', nullable: true }) updatedBy!: string | null;
  @Column('integer') revision!: number;
}
