import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Attempts counted against an account or a network address. */
@Entity('login_throttle')
export class LoginThrottleRow {
  @PrimaryColumn('text') key!: string;
  @Column('integer') attempts!: number;
  @Column('timestamptz', { name: 'last_at' }) lastAt!: Date;
  @Column('timestamptz', { name: 'blocked_until', nullable: true }) blockedUntil!: Date | null;
}
