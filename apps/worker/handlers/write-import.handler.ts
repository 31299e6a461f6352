import { Injectable } from '@nestjs/common';
import { french } from '@maillage/domain/kernel';
import { WriteImport } from '@maillage/features/indicators';
import { JobRefused, type JobContext, type JobHandler } from '@maillage/platform';

const attempts = 4;
const unexpected = french('Une erreur inattendue a interrompu l\'écriture. Rien n\'a été écrit ; recommencez, et prévenez votre hébergeur si cela se reproduit.');

/** Writes the values of a confirmed file: all of them, or none. */
@Injectable()
export class WriteImportHandler implements JobHandler<'indicators.write-import'> {
  readonly job = 'indicators.write-import';
  readonly attempts = attempts;

  constructor(private readonly write: WriteImport) {}

  async handle({ communityId, data, attempt, progress, signal }: JobContext<'indicators.write-import'>): Promise<void> {
    if (communityId === null) throw new JobRefused('Un import appartient à une communauté.');
    try {
      await this.write.execute(communityId, data.importId, { progress, signal });
    } catch (error) {
      if (attempt >= attempts && !signal.aborted) await this.write.fail(communityId, data.importId, unexpected);
      throw error;
    }
  }
}
