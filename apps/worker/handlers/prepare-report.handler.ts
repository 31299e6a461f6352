import { Injectable } from '@nestjs/common';
import { JobRefused, type JobContext, type JobHandler } from '@maillage/platform';
import { french } from '@maillage/domain/kernel';
import { BuildReport } from '@maillage/features/reports';

const attempts = 5;
const unexpected = french(
  'Une erreur inattendue a interrompu la préparation. Préparez le rapport à nouveau ; si cela se reproduit, prévenez votre hébergeur.',
);

/** Makes the documents of a report. */
@Injectable()
export class PrepareReportHandler implements JobHandler<'reports.prepare'> {
  readonly job = 'reports.prepare';
  readonly attempts = attempts;

  constructor(private readonly build: BuildReport) {}

  async handle({ communityId, data, attempt, progress, signal }: JobContext<'reports.prepare'>): Promise<void> {
    if (communityId === null) throw new JobRefused('Un rapport appartient à une communauté.');
    try {
      await this.build.execute(communityId, data.reportId, progress);
    } catch (error) {
      const last = attempt >= attempts && !signal.aborted && !(error instanceof JobRefused);
      if (last) await this.build.fail(communityId, data.reportId, unexpected);
      throw error;
    }
  }
}
