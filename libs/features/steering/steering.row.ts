import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A sign that what dashboards show has changed since they were made. */
@Entity('steering_mark')
export class SteeringMarkRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  @PrimaryColumn('uuid') id!: string;
}

/** A page as it was made last, ready to be sent. */
@Entity('steering_page')
export class SteeringPageRow {
  @PrimaryColumn('uuid', { name: 'community_id' }) communityId!: string;
  /** `home`, `board`, or `mission:<code>`. */
  @PrimaryColumn('text') page!: string;
  /** Local day it was made for: lateness changes with the day. */
  @Column('date') day!: string;
  /** New each time the pages are made: the ETag. */
  @Column('uuid') version!: string;
  /** JSON text. */
  @Column('text') body!: string;
}
