import type { CommunitySize } from '@maillage/domain/community';
import type { AciContract, ContractSettings, MissionParticipation, ProrataUnit } from '@maillage/domain/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The contract of a community. */
@Entity('aci_contract')
export class AciContractRow implements AciContract, ContractSettings {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('date', { name: 'signed_on' }) signedOn!: string;
  @Column('integer', { name: 'duration_years' }) durationYears!: number;
  @Column('text') agreement!: string;
  @Column('smallint', { nullable: true }) size!: CommunitySize | null;
  @Column('text', { name: 'prorata_unit' }) prorataUnit!: ProrataUnit;
  @Column('text', { name: 'accounting_year_start' }) accountingYearStart!: string;
  @Column('text', { name: 'membership_year_start' }) membershipYearStart!: string;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('uuid', { name: 'updated_by', nullable: true }) updatedBy!: string | null;
  @Column('integer') revision!: number;
}

/** What a community does with a mission; no row until somebody says something of it. */
@Entity('mission_participation')
export class MissionParticipationRow implements MissionParticipation {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('text', { name: 'mission_code' }) missionCode!: string;
  @Column('boolean') chosen!: boolean;
  @Column('date', { name: 'started_on', nullable: true }) startedOn!: string | null;
  @Column('date', { name: 'deployed_on', nullable: true }) deployedOn!: string | null;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('uuid', { name: 'updated_by', nullable: true }) updatedBy!: string | null;
  @Column('integer') revision!: number;
}
