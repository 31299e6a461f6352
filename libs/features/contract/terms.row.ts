import type { ContractTerms } from '@maillage/domain/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the contract says of one of its years, in one version: amendment 0 is the contract as signed. */
@Entity('contract_terms')
export class ContractTermsRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('smallint', { name: 'contract_year' }) contractYear!: number;
  @PrimaryColumn('smallint') amendment!: number;
  @Column('text') label!: string;
  @Column('date', { name: 'effective_on' }) effectiveOn!: string;
  @Column('jsonb') content!: ContractTerms;
  @Column('text') hash!: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy!: string | null;
  @Column('integer') revision!: number;
}

/** A serious health crisis that the ARS recognised. */
@Entity('recognised_crisis')
export class RecognisedCrisisRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: string;
  @Column('date', { name: 'recognised_on' }) recognisedOn!: string;
  @Column('text', { nullable: true }) reference!: string | null;
  @Column('date', { name: 'ended_on', nullable: true }) endedOn!: string | null;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('uuid', { name: 'updated_by', nullable: true }) updatedBy!: string | null;
  @Column('integer') revision!: number;
}
