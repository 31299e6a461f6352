import type { Scenario, ScenarioValue } from '@maillage/domain/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A simulation of a contract year kept under a name. */
@Entity('money_scenario')
export class MoneyScenarioRow implements Scenario {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('smallint', { name: 'contract_year' }) year!: number;
  @Column('text') name!: string;
  /** Name as a search compares it: two of one year cannot read the same. */
  @Column('text', { name: 'name_key' }) nameKey!: string;
  @Column('jsonb') values!: ScenarioValue[];
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('uuid', { name: 'updated_by', nullable: true }) updatedBy!: string | null;
  @Column('integer') revision!: number;
}
