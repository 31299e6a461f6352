import { requireRight, type Actor } from '@maillage/domain/identity';
import { JobProgressFeed, Jobs, TenantDb, type JobProgress, type JobRun } from '@maillage/platform';
import { Injectable } from '@nestjs/common';

/** A move of a run, for the page that follows it. */
export type RunMove = Omit<JobProgress, 'communityId'>;

const ours = (job: string): boolean => job.startsWith('reports.');

/** How the jobs about a report stand, now and as they move. */
@Injectable()
export class ReportRuns {
  constructor(
    private readonly db: TenantDb,
    private readonly jobs: Jobs,
    private readonly feed: JobProgressFeed,
  ) {}

  /** The last runs about a report of the actor's community, the latest first; none for a report of another. */
  async about(actor: Actor, reportId: string): Promise<JobRun[]> {
    requireRight(actor, 'reports.read');
    const runs = await this.db.run(actor.communityId, (tx) => this.jobs.runsOf(tx, reportId), { readOnly: true });
    return runs.filter(({ communityId, job }) => communityId === actor.communityId && ours(job));
  }

  /**
   * Calls `moved` at each move of a run about a report of the actor's community, until the returned function is called.
   * `resumed`: moves may have been missed, the runs are to be read again.
   */
  follow(actor: Actor, reportId: string, moved: (move: RunMove) => void, resumed: () => void): () => void {
    requireRight(actor, 'reports.read');
    return this.feed.subscribe(({ communityId, ...move }) => {
      if (communityId === actor.communityId && move.subject === reportId && ours(move.job)) moved(move);
    }, resumed);
  }
}
