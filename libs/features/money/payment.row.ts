import type { PaymentPart } from '@maillage/domain/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An amount received from the caisse. Cancelled with its reason, never deleted. */
@Entity('payment_received')
export class PaymentReceivedRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('date', { name: 'received_on' }) receivedOn!: string;
  @Column('bigint') cents!: number;
  @Column('text', { nullable: true }) reference!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy!: string | null;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('uuid', { name: 'updated_by', nullable: true }) updatedBy!: string | null;
  @Column('timestamptz', { name: 'cancelled_at', nullable: true }) cancelledAt!: Date | null;
  @Column('uuid', { name: 'cancelled_by', nullable: true }) cancelledBy!: string | null;
  @Column('text', { name: 'cancel_reason', nullable: true }) cancelReason!: string | null;
  @Column('integer') revision!: number;
}

/** The part of an amount received that pays one line of the contract. */
@Entity('payment_part')
export class PaymentPartRow implements PaymentPart {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid', { name: 'payment_id' }) paymentId!: string;
  @PrimaryColumn('text', { name: 'line_key' }) lineKey!: string;
  @Column('bigint') cents!: number;
}
