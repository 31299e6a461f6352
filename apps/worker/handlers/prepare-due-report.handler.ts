import { Injectable } from '@nestjs/common';
import { JobRefused, type JobContext, type JobHandler } from '@maillage/platform';
import { PrepareDueReport } from '@maillage/features/reports';

/** Prepares by itself the report of the quarter that has just ended. */
@Injectable()
export class PrepareDueReportHandler implements JobHandler<'reports.prepare-due'> {
  readonly job = 'reports.prepare-due';

  constructor(private readonly due: PrepareDueReport) {}

  async handle({ communityId }: JobContext<'reports.prepare-due'>): Promise<void> {
    if (communityId === null) throw new JobRefused('Un rapport appartient à une communauté.');
    await this.due.execute(communityId);
  }
}
