import { Injectable } from '@nestjs/common';
import { JobRefused, type JobContext, type JobHandler } from '@maillage/platform';
import { DeliverReport } from '@maillage/features/reports';

/** Sends an approved report to its recipients. */
@Injectable()
export class SendReportHandler implements JobHandler<'reports.send'> {
  readonly job = 'reports.send';
  /** Interrupted often, it still ends: what a dead worker had in hand is never sent again by itself. */
  readonly attempts = 20;

  constructor(private readonly deliver: DeliverReport) {}

  async handle({ communityId, runId, data, progress, signal }: JobContext<'reports.send'>): Promise<void> {
    if (communityId === null) throw new JobRefused('Un rapport appartient à une communauté.');
    await this.deliver.execute({ communityId, reportId: data.reportId, runId }, progress, signal);
  }
}
