import type { AgreementVersion } from '@maillage/domain/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A version of the agreement that the operator added to those the product ships. */
@Entity('agreement_version')
export class AgreementVersionRow {
  @PrimaryColumn('text') code!: string;
  @Column('jsonb') content!: AgreementVersion;
  @Column('text') hash!: string;
  @Column('timestamptz', { name: 'added_at' }) addedAt!: Date;
}
