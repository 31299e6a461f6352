import { Injectable } from '@nestjs/common';
import { french } from '@maillage/domain/kernel';
import { CheckImport } from '@maillage/features/indicators';
import { JobRefused, type JobContext, type JobHandler } from '@maillage/platform';

const attempts = 4;
const unexpected = french('Une erreur inattendue a interrompu la lecture du fichier. Rien n\'a été écrit ; recommencez, et prévenez votre hébergeur si cela se reproduit.');

/** Reads a file of values. */
@Injectable()
export class CheckImportHandler implements JobHandler<'indicators.check-import'> {
  readonly job = 'indicators.check-import';
  readonly attempts = attempts;

  constructor(private readonly check: CheckImport) {}

  async handle({ communityId, data, attempt, progress, signal }: JobContext<'indicators.check-import'>): Promise<void> {
    if (communityId === null) throw new JobRefused('Un import appartient à une communauté.');
    try {
      await this.check.execute(communityId, data.importId, { progress, signal });
    } catch (error) {
      if (attempt >= attempts && !signal.aborted) await this.check.fail(communityId, data.importId, unexpected);
      throw error;
    }
  }
}
