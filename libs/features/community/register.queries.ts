import { SystemDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';

/** A community as the machinery knows it: never its content. */
export interface RegisteredCommunity {
  id: string;
  name: string;
  label: string;
  timeZone: string;
  demo: boolean;
  createdAt: Date;
}

/** The communities of this installation, for schedules, the command line and the operator. */
@Injectable()
export class CommunityRegister {
  constructor(private readonly db: SystemDb) {}

  /** All of them, oldest first. */
  async all(): Promise<RegisteredCommunity[]> {
    return this.db.run(allCommunities);
  }
}

/** All communities, inside a transaction of the machinery. */
export async function allCommunities(tx: Tx): Promise<RegisteredCommunity[]> {
  return tx.query(
    `select id, name, label, time_zone as "timeZone", demo, created_at as "createdAt" from community order by created_at, id`,
  );
}
