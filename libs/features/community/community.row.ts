import type { Community } from '@maillage/domain/community';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A community of this installation: what signing in needs, and its settings. */
@Entity('community')
export class CommunityRow implements Community {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text') label!: string;
  @Column('text', { name: 'time_zone' }) timeZone!: string;
  @Column('integer', { name: 'mask_below' }) maskBelow!: number;
  @Column('uuid', { name: 'logo_file_id', nullable: true }) logoFileId!: string | null;
  /** Invented data, said so on every screen and document. */
  @Column('boolean') demo!: boolean;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('uuid', { name: 'updated_by', nullable: true }) updatedBy!: string | null;
  @Column('integer') revision!: number;
}
