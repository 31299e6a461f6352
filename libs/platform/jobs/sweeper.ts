import { Injectable } from '@nestjs/common';
import { SystemDb } from '../database/doors';
import { JobQueue } from './job-queue';
import { markRelayed, pruneRuns, silentRuns } from './run.store';

/** When a silent run is rung again, in milliseconds. */
export interface SweepTiming {
  /** A run whose bell was never rung: left to the relay that long. */
  graceMs: number;
  /** A run rung that long ago and still there. */
  ringAgainMs: number;
}

/** The pace of production, in milliseconds. */
export const ordinarySweep: SweepTiming = { graceMs: 5_000, ringAgainMs: 30_000 };

/** How long finished runs are kept. */
const keptDays = { done: 30, failed: 180 };

/** Rings again for the runs whose bell was lost. */
@Injectable()
export class Sweeper {
  constructor(
    private readonly db: SystemDb,
    private readonly queue: JobQueue,
  ) {}

  /** One pass; the number of runs rung comes back. Throws when the queue cannot be reached: the next pass will do. */
  async sweep(timing: SweepTiming = ordinarySweep): Promise<number> {
    const silent = await this.db.run((tx) => silentRuns(tx, timing));
    if (silent.length === 0) return 0;
    await this.queue.ring(silent.map((run) => ({ ...run, runAt: null })));
    await this.db.run((tx) => markRelayed(tx, silent.map(({ id }) => id)));
    return silent.length;
  }

  /** Forgets the runs finished long ago. */
  async prune(): Promise<number> {
    return this.db.run((tx) => pruneRuns(tx, keptDays));
  }
}
