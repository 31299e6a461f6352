import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A département or an overseas collectivity. */
@Entity('department')
export class DepartmentRow {
  @PrimaryColumn('text') code!: string;
  @Column('text') name!: string;
}

/** An intercommunality with its own taxation (CC, CA, CU, métropole). */
@Entity('epci')
export class EpciRow {
  @PrimaryColumn('text') siren!: string;
  @Column('text') kind!: string;
  @Column('text') name!: string;
  @Column('text') search!: string;
}

/** A commune of the country, or an *arrondissement municipal* of Paris, Lyon or Marseille (then `parentCode` is its city). */
@Entity('commune')
export class CommuneRow {
  @PrimaryColumn('text', { name: 'insee_code' }) inseeCode!: string;
  @Column('text', { name: 'parent_code', nullable: true }) parentCode!: string | null;
  @Column('text') name!: string;
  @Column('text', { name: 'department_code' }) departmentCode!: string;
  @Column('text', { name: 'region_code' }) regionCode!: string;
  @Column('text', { array: true }) postcodes!: string[];
  @Column('integer', { nullable: true }) population!: number | null;
  @Column('text', { name: 'epci_siren', nullable: true }) epciSiren!: string | null;
  @Column('text', { name: 'former_codes', array: true }) formerCodes!: string[];
  @Column('smallint') vintage!: number;
  @Column('text') search!: string;
}

/** A commune of a community's territory. */
@Entity('community_commune')
export class CommunityCommuneRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('text', { name: 'insee_code' }) inseeCode!: string;
  @Column('timestamptz', { name: 'added_at' }) addedAt!: Date;
}
