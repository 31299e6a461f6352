import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The followed indicator that gives the value of an indicator of the contract. */
@Entity('contract_indicator_link')
export class ContractIndicatorLinkRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  /** Code of the contract indicator: the same from year to year. */
  @PrimaryColumn('text') code!: string;
  /** null once unlinked. */
  @Column('uuid', { name: 'indicator_id', nullable: true }) indicatorId!: string | null;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('uuid', { name: 'updated_by', nullable: true }) updatedBy!: string | null;
  @Column('integer') revision!: number;
}
