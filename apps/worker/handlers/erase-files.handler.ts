import { Injectable } from '@nestjs/common';
import { JobRefused, type JobContext, type JobHandler } from '@maillage/platform';
import { EraseFiles } from '@maillage/features/reports';

/** Erases the bytes of proofs withdrawn long ago. */
@Injectable()
export class EraseFilesHandler implements JobHandler<'reports.erase-files'> {
  readonly job = 'reports.erase-files';

  constructor(private readonly erase: EraseFiles) {}

  async handle({ communityId }: JobContext<'reports.erase-files'>): Promise<void> {
    if (communityId === null) throw new JobRefused('Un fichier appartient à une communauté.');
    await this.erase.execute(communityId);
  }
}
